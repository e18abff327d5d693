using System.Net;
using System.Text.Json;

namespace Gainsight.Client.Emulator.Tests;

public sealed class UserWriteTests
{
    private const string Services = "/v1/users/services";

    private const string Ada =
        """{"FirstName":"Ada","LastName":"Example","Email":"ada@example.test","SFDCUserName":"ada@example.test","LicenseType":"Viewer"}""";

    [Fact]
    public async Task A_user_is_created_with_a_company_that_is_looked_up()
    {
        using var tenant = new Tenant();
        var company = tenant.Companies.Insert(("Name", "Acme"));

        var answer = await CreateAsync(tenant, """
            {"Name":"Partner","SystemType":"External","CompanyName":"Acme"}
            """, """{"CompanyID":{"fields":{"CompanyName":"Name"},"lookupField":"Gsid","objectName":"Company","multiMatchOption":"FIRSTMATCH","onNoMatch":"ERROR"}}""");

        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Json.EnumerateObject().Select(member => member.Name).Should().Equal(
            "result", "errorCode", "errorDesc", "localizedErrorDesc", "requestId", "data", "message", "localizedMessage");
        answer.Data.GetProperty("count").GetInt32().Should().Be(1);
        tenant.Users.Find(answer.Gsid())!["CompanyID"].Should().Be(company);
    }

    [Fact]
    public async Task First_and_last_name_make_the_name()
    {
        using var tenant = new Tenant();

        var answer = await CreateAsync(tenant, Ada);

        answer.Records.Single().GetRawText().Should().Be($$"""{"Gsid":"{{answer.Gsid()}}","SFDCUserName":"ada@example.test"}""");
        tenant.Users.Find(answer.Gsid())!["Name"].Should().Be("Ada Example");
    }

    public static TheoryData<string, string, string> BadUsers => new()
    {
        { """{"Name":"a","SFDCUserName":"a@b.test"}""", "GSOBJ_1007", "Email" },
        { """{"Name":"a","Email":"a@b.test"}""", "GSOBJ_1007", "SFDCUserName" },
        { """{"FirstName":"a","Email":"a@b.test","SFDCUserName":"a@b.test"}""", "GSOBJ_1007", "Name" },
        { """{"Name":"a","SystemType":"External"}""", "GSOBJ_1007", "CompanyID" },
        { """{"Name":"a","LicenseType":"External"}""", "GSOBJ_1007", "CompanyID" },
        { """{"Name":"a","Email":"nobody","SFDCUserName":"a@b.test"}""", "GSOBJ_1008", "Email" },
        { """{"Name":"a","Email":"a@b.test","SFDCUserName":"a@b.test","LicenseType":"Gold"}""", "GSOBJ_1008", "LicenseType" },
        { """{"Name":"a","Email":"a@b.test","SFDCUserName":"a@b.test","SystemType":"Alien"}""", "GSOBJ_1008", "SystemType" },
        { """{"Name":"a","Email":"a@b.test","SFDCUserName":"a@b.test","IsSuperAdmin":true}""", "GSOBJ_1002", "IsSuperAdmin" },
        { """{"Name":"a","Email":"a@b.test","SFDCUserName":"a@b.test","Rank":1}""", "GSOBJ_1002", "Rank" },
        { """{"Name":"a","Email":"a@b.test","SFDCUserName":"a@b.test","permissionBundles":"x"}""", "GSOBJ_1008", "permissionBundles" },
        { """{"Name":"a","Email":"a@b.test","SFDCUserName":"a@b.test","permissionBundleAction":"x"}""", "GSOBJ_1008", "permissionBundleAction" },
        { """{"Name":"a","Email":"a@b.test","SFDCUserName":"rhea@northwind.example"}""", "GU_2411", "SFDCUserName" },
        { """{"Name":"a","Email":"a@b.test","SFDCUserName":"a@b.test","Manager":"1P01DEMO00000000000000000000000000A1"}""", "GSOBJ_1011", "Manager" },
    };

    [Theory]
    [MemberData(nameof(BadUsers))]
    public async Task A_bad_user_fails_the_call(string record, string code, string field)
    {
        using var tenant = new Tenant();

        var answer = await CreateAsync(tenant, $"{Ada},{record}");

        (answer.Status, answer.Code).Should().Be((HttpStatusCode.BadRequest, "GU_2401"));
        answer.Leaves().Should().Equal((code, field));
        tenant.Users.Count.Should().Be(5);
    }

    [Fact]
    public async Task Valid_users_of_a_failed_call_may_still_be_written()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.UserCallsAreAtomic = false;

        var answer = await CreateAsync(tenant, $$"""{{Ada}},{"Name":"b"}""");

        (answer.Status, answer.Code).Should().Be((HttpStatusCode.BadRequest, "GU_2401"));
        answer.Data.GetProperty("count").GetInt32().Should().Be(1);
        tenant.Users.Count.Should().Be(6);
    }

    [Theory]
    [InlineData(UserErrorForm.Records)]
    [InlineData(UserErrorForm.None)]
    public async Task Errors_may_be_in_the_records_or_nowhere(UserErrorForm form)
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.UserErrors = form;

        var answer = await CreateAsync(tenant, """{"Name":"b","Email":"b@example.test"}""");

        answer.Code.Should().Be("GU_2401");
        if (form == UserErrorForm.None)
        {
            answer.Data.ValueKind.Should().Be(JsonValueKind.Null);
        }
        else
        {
            answer.Records.Single().GetProperty("errors")[0].GetProperty("fieldName").GetString().Should().Be("SFDCUserName");
        }
    }

    [Fact]
    public async Task The_super_admin_flag_may_be_ignored()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.IgnoresIsSuperAdmin = true;

        var answer = await CreateAsync(tenant, Ada.Replace("{", "{\"IsSuperAdmin\":true,", StringComparison.Ordinal));

        tenant.Users.Find(answer.Gsid())!["IsSuperAdmin"].Should().BeNull();
    }

    [Theory]
    [InlineData("SFDCUserName")]
    [InlineData("Gsid")]
    [InlineData("SfdcUserId")]
    public async Task A_user_is_updated_by_each_of_three_keys(string key)
    {
        using var tenant = new Tenant();
        var rhea = Rhea(tenant);
        tenant.Users.Update(rhea.Gsid, ("SfdcUserId", "0055g00000AbCdE"));

        var answer = await UpdateAsync(tenant, key, $$"""{"{{key}}":"{{Rhea(tenant)[key]}}","Title":"Lead"}""");

        answer.Gsid().Should().Be(rhea.Gsid);
        Rhea(tenant)["Title"].Should().Be("Lead");
    }

    [Theory]
    [InlineData("Email", """{"Email":"rhea@northwind.example","Title":"x"}""", "GU_2409")]
    [InlineData("", """{"Gsid":"x","Title":"x"}""", "GU_2409")]
    [InlineData("SFDCUserName", """{"SFDCUserName":"rhea@northwind.example","Manager":"RHEA"}""", "GU_2410")]
    [InlineData("SFDCUserName", """{"SFDCUserName":"rhea@northwind.example","Title":"x"},{"SFDCUserName":"rhea@northwind.example","Title":"y"}""", "GU_2411")]
    [InlineData("SFDCUserName", """{"SFDCUserName":"nobody@northwind.example","Title":"x"}""", "GU_2402")]
    [InlineData("SFDCUserName", """{"Title":"x"}""", "GU_2402")]
    [InlineData("SFDCUserName", """{"SFDCUserName":"rhea@northwind.example","Email":"x"}""", "GU_2402")]
    [InlineData("Gsid", """{"Gsid":"RHEA","SFDCUserName":"other@northwind.example"}""", "GU_2402")]
    public async Task A_bad_update_changes_nothing(string key, string records, string code)
    {
        using var tenant = new Tenant();

        var answer = await UpdateAsync(tenant, key, records.Replace("RHEA", Rhea(tenant).Gsid, StringComparison.Ordinal));

        (answer.Status, answer.Code).Should().Be((HttpStatusCode.BadRequest, code));
        tenant.Users.Rows.Should().OnlyContain(row => row["Title"] == null);
    }

    [Theory]
    [InlineData("""{"Manager":{"fields":{"m":"Email"},"lookupField":"Gsid","objectName":"Nothing","multiMatchOption":"FIRSTMATCH","onNoMatch":"ERROR"}}""")]
    [InlineData("""{"Manager":{"fields":{"m":"Nothing"},"lookupField":"Gsid","objectName":"GsUser","multiMatchOption":"FIRSTMATCH","onNoMatch":"ERROR"}}""")]
    [InlineData("""{"Manager":{}}""")]
    [InlineData("[]")]
    public async Task A_bad_lookup_has_a_code_of_its_own(string lookups)
    {
        using var tenant = new Tenant();

        var answer = await CreateAsync(tenant, Ada, lookups);

        (answer.Status, answer.Code).Should().Be((HttpStatusCode.BadRequest, "GU_2403"));
    }

    [Fact]
    public async Task The_same_user_name_twice_in_a_call_is_a_conflict()
    {
        using var tenant = new Tenant();

        var answer = await CreateAsync(tenant, $"{Ada},{Ada}");

        answer.Leaves().Should().Equal(("GU_2411", "SFDCUserName"));
    }

    private static EmulatedRow Rhea(Tenant tenant) => tenant.Users.Rows.Single(row => Equals(row["FirstName"], "Rhea"));

    private static Task<Answer> CreateAsync(Tenant tenant, string records, string? lookups = null) =>
        tenant.SendAsync(HttpMethod.Post, $"{Services}?notify=false", Body(records, lookups));

    private static Task<Answer> UpdateAsync(Tenant tenant, string key, string records) =>
        tenant.SendAsync(HttpMethod.Put, $"{Services}?key={key}", Body(records, null));

    private static string Body(string records, string? lookups) =>
        $$"""{"records":[{{records}}]{{(lookups is null ? "" : ",\"lookups\":" + lookups)}}}""";
}
