using System.Net;
using System.Text.Json;

namespace Gainsight.Client.Emulator.Tests;

public sealed class UserListTests
{
    [Fact]
    public async Task Pages_are_counted_from_0_and_the_total_is_that_of_all_of_them()
    {
        using var tenant = new Tenant();

        var first = await ListAsync(tenant, """{"includeTotal":true,"limit":2,"page":0,"orderBy":{"FirstName":"asc"},"select":["FirstName"]}""");
        var last = await ListAsync(tenant, """{"limit":2,"page":2,"orderBy":{"FirstName":"asc"},"select":["FirstName"]}""");

        first.Texts("FirstName").Should().Equal("Amara", "Jonas");
        first.Data.GetProperty("total").GetInt32().Should().Be(5);
        last.Texts("FirstName").Should().Equal("Tomas");
        last.Data.TryGetProperty("total", out _).Should().BeFalse();
    }

    [Theory]
    [InlineData("""{"conditions":[{"name":"FirstName","operator":"EQ","value":["Mei"]}]}""")]
    [InlineData("""{"conditions":[{"name":"FirstName","operator":"EQ","value":["Mei"]},{"name":"IsActiveUser","operator":"EQ","value":[true]}]}""")]
    [InlineData("""{"conditions":[{"name":"FirstName","alias":"A","operator":"EQ","value":["Mei"]}],"expression":"A"}""")]
    public async Task Conditions_need_an_alias_only_where_there_is_an_expression(string where)
    {
        using var tenant = new Tenant();

        var answer = await ListAsync(tenant, $$"""{"select":["Email"],"where":{{where}} }""");

        answer.Texts("Email").Should().Equal("mei@northwind.example");
    }

    [Theory]
    [InlineData("""{"page":0}""")]
    [InlineData("""{"select":["Email"],"page":-1}""")]
    [InlineData("""{"select":["Email"],"limit":0}""")]
    [InlineData("""{"select":["Nope"]}""")]
    [InlineData("""{"select":["Email"],"where":{"conditions":[{"name":"Email","operator":"EQ","value":["a"]}],"expression":"A"}}""")]
    public async Task A_bad_query_is_refused_in_the_envelope_of_the_service(string body)
    {
        using var tenant = new Tenant();

        var answer = await ListAsync(tenant, body);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Json.TryGetProperty("localizedErrorDesc", out _).Should().BeTrue();
    }

    [Theory]
    [InlineData(UserListForm.UsersAndTotalCount, "users", "totalCount")]
    [InlineData(UserListForm.ContentAndCount, "content", "count")]
    public async Task The_list_may_have_other_names(UserListForm form, string list, string total)
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.UserList = form;

        var answer = await ListAsync(tenant, """{"includeTotal":true,"select":["Email"],"limit":1}""");

        answer.Data.GetProperty(list).GetArrayLength().Should().Be(1);
        answer.Data.GetProperty(total).GetInt32().Should().Be(5);
    }

    [Fact]
    public async Task The_list_may_be_bare()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.UserList = UserListForm.BareArray;

        var answer = await ListAsync(tenant, """{"includeTotal":true,"select":["Email"]}""");

        answer.Data.ValueKind.Should().Be(JsonValueKind.Array);
    }

    [Fact]
    public async Task Users_are_deactivated_and_activated_by_their_ids()
    {
        using var tenant = new Tenant();
        string[] gsids = [.. tenant.Users.Rows.Take(2).Select(row => row.Gsid)];
        var body = JsonSerializer.Serialize(gsids);

        var off = await StatusAsync(tenant, "false", body);
        var inactive = tenant.Users.Rows.Count(row => false.Equals(row["IsActiveUser"]));
        var on = await StatusAsync(tenant, "true", body);

        off.Texts("Gsid").Should().Equal(gsids);
        inactive.Should().Be(2);
        on.Result.Should().BeTrue();
        tenant.Users.Rows.Should().OnlyContain(row => true.Equals(row["IsActiveUser"]));
    }

    [Theory]
    [InlineData("true", "[]", "GSOBJ_1009")]
    [InlineData("true", "{}", "GSOBJ_1009")]
    [InlineData("maybe", """["1P01DEMO00000000000000000000000000A1"]""", "GSOBJ_1009")]
    [InlineData("true", """["1P01DEMO00000000000000000000000000A1"]""", "GU_2402")]
    public async Task A_bad_change_of_status_is_refused(string status, string body, string code)
    {
        using var tenant = new Tenant();

        var answer = await StatusAsync(tenant, status, body);

        (answer.Status, answer.Code).Should().Be((HttpStatusCode.BadRequest, code));
    }

    [Fact]
    public async Task Users_have_limits_of_their_own_on_top_of_the_others()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Limits.UserCallsPerHour = 2;
        tenant.Emulator.Limits.UserCallsPerDay = 3;

        List<HttpStatusCode> statuses = [];
        for (var i = 0; i < 3; i++)
        {
            statuses.Add((await ListAsync(tenant, """{"select":["Email"]}""")).Status);
        }

        tenant.Clock.Advance(TimeSpan.FromHours(1));
        statuses.Add((await ListAsync(tenant, """{"select":["Email"]}""")).Status);
        statuses.Add((await ListAsync(tenant, """{"select":["Email"]}""")).Status);
        tenant.Clock.Advance(TimeSpan.FromDays(1));
        tenant.Emulator.Limits.CallsPerMinute = 0;
        statuses.Add((await ListAsync(tenant, """{"select":["Email"]}""")).Status);

        statuses.Should().Equal(
            HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests,
            HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task The_key_may_come_in_the_header_that_the_page_prints()
    {
        using var tenant = new Tenant();
        using var http = new HttpClient(tenant.Emulator.CreateHandler()) { BaseAddress = tenant.Emulator.BaseAddress };
        http.DefaultRequestHeaders.Add("authentication", tenant.Emulator.AccessKey);

        var users = await Tenant.SendAsync(http, HttpMethod.Post, "/v1/users/services/list", """{"select":["Email"]}""");
        var records = await Tenant.SendAsync(http, HttpMethod.Post, "/v1/data/objects/query/Company", """{"select":["Name"]}""");

        users.Status.Should().Be(HttpStatusCode.OK);
        records.Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    private static Task<Answer> ListAsync(Tenant tenant, string body) => tenant.SendAsync(HttpMethod.Post, "/v1/users/services/list", body);

    private static Task<Answer> StatusAsync(Tenant tenant, string status, string body) =>
        tenant.SendAsync(HttpMethod.Put, $"/v1/users/services/status?status={status}", body);
}
