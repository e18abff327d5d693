using System.Net;
using System.Text.Json;

namespace Gainsight.Client.Emulator.Tests;

public sealed class PersonAsyncTests
{
    private const string Path = "/v1/peoplemgmt/v1.0/people/async";

    [Theory]
    [InlineData("""{"records":[{"Email":"a@b.example"},{"Email":"c@d.example"}]}""")]
    [InlineData("""{"people":[{"Email":"a@b.example"},{"Email":"c@d.example"}]}""")]
    [InlineData("""[{"Email":"a@b.example"},{"Email":"c@d.example"}]""")]
    public async Task A_list_in_any_wrapper_is_accepted_and_done_in_time(string body)
    {
        using var tenant = new Tenant();

        var submitted = await tenant.SendAsync(HttpMethod.Put, Path, body);
        var id = submitted.Data.GetProperty("statusId").GetString()!;
        var statuses = new List<string?>();
        for (var i = 0; i < 3; i++)
        {
            statuses.Add((await StatusAsync(tenant, id)).GetProperty("status").GetString());
            tenant.Clock.Advance(TimeSpan.FromSeconds(30));
        }

        statuses.Should().Equal("INIT", "INPROGRESS", "COMPLETED");
        tenant.Emulator.Object("Person").Count.Should().Be(2);
    }

    [Fact]
    public async Task People_do_not_exist_before_the_job_is_done()
    {
        using var tenant = new Tenant();
        _ = await tenant.SendAsync(HttpMethod.Put, Path, """[{"Email":"a@b.example"}]""");

        var early = await tenant.QueryAsync("person", """{"select":["Email"]}""");
        tenant.Clock.Advance(TimeSpan.FromMinutes(1));
        var late = await tenant.QueryAsync("person", """{"select":["Email"]}""");

        early.Records.Should().BeEmpty();
        late.Texts("Email").Should().Equal("a@b.example");
    }

    [Fact]
    public async Task A_bad_person_is_reported_with_its_row_and_the_others_are_written()
    {
        using var tenant = new Tenant();
        var submitted = await tenant.SendAsync(
            HttpMethod.Put, Path, """[{"Email":"a@b.example"},{"Email":"c@d.example","EmailOptOut":"no"},{"Email":"e@f.example"}]""");
        tenant.Clock.Advance(TimeSpan.FromMinutes(2));

        var done = await StatusAsync(tenant, submitted.Data.GetProperty("statusId").GetString()!);

        done.GetProperty("count").GetInt32().Should().Be(2);
        done.GetProperty("errorDetails").GetRawText().Should().Be(
            """[{"rowNumber":2,"fieldName":"EmailOptOut","value":"no","errorMessage":"Invalid Boolean Value.","errorCode":"GSOBJ_VDTBOOL1001"}]""");
        done.GetProperty("people").EnumerateArray().Select(person => person.GetProperty("Email").GetString()).Should().Equal("a@b.example", "e@f.example");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"records":{}}""")]
    public async Task A_call_without_a_list_is_refused(string body)
    {
        using var tenant = new Tenant();

        (await tenant.SendAsync(HttpMethod.Put, Path, body)).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task More_than_fifty_are_refused()
    {
        using var tenant = new Tenant();
        var body = string.Join(',', Enumerable.Range(0, 51).Select(i => $$"""{"Email":"p{{i}}@b.example"}"""));

        (await tenant.SendAsync(HttpMethod.Put, Path, $"[{body}]")).Code.Should().Be("GSOBJ_1009");
    }

    [Fact]
    public async Task Ten_calls_an_hour_are_allowed_and_statuses_do_not_count()
    {
        using var tenant = new Tenant();
        Answer last = null!;
        for (var i = 0; i < 10; i++)
        {
            last = await tenant.SendAsync(HttpMethod.Put, Path, """[{"Email":"a@b.example"}]""");
            _ = await StatusAsync(tenant, last.Data.GetProperty("statusId").GetString()!);
        }

        var refused = await tenant.SendAsync(HttpMethod.Put, Path, """[{"Email":"a@b.example"}]""");
        tenant.Clock.Advance(TimeSpan.FromHours(1));
        var later = await tenant.SendAsync(HttpMethod.Put, Path, """[{"Email":"a@b.example"}]""");

        last.Result.Should().BeTrue();
        refused.Status.Should().Be(HttpStatusCode.TooManyRequests);
        later.Result.Should().BeTrue();
    }

    [Theory]
    [InlineData(FaultKind.JobFails, "FAILED")]
    [InlineData(FaultKind.JobIsAborted, "ABORTED")]
    public async Task An_upsert_of_people_that_fails_says_so_and_has_done_half(FaultKind kind, string status)
    {
        using var tenant = new Tenant();
        _ = tenant.Emulator.Faults.Add(new Fault(kind) { Operation = EmulatorOperations.PersonUpsertAsync });

        var submitted = await tenant.SendAsync(
            HttpMethod.Put, Path, """[{"Email":"a@b.example"},{"Email":"c@d.example"},{"Email":"e@f.example"},{"Email":"g@h.example"}]""");
        var id = submitted.Data.GetProperty("statusId").GetString()!;
        var early = await StatusAsync(tenant, id);
        tenant.Clock.Advance(TimeSpan.FromMinutes(2));
        var done = await StatusAsync(tenant, id);

        (early.GetProperty("status").GetString(), done.GetProperty("status").GetString()).Should().Be(("INIT", status));
        tenant.Emulator.Object("Person").Rows.Select(row => row["Email"]).Should().BeEquivalentTo(new[] { "a@b.example", "c@d.example" });
    }

    private static async Task<JsonElement> StatusAsync(Tenant tenant, string id) => (await tenant.SendAsync(HttpMethod.Get, $"{Path}/{id}")).Data;
}
