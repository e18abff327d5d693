using System.Net;

namespace Gainsight.Client.Emulator.Tests;

public sealed class WriteAnswerTests
{
    private const int Records = 10;
    private const string Users = "/v1/users/services";

    [Fact]
    public async Task The_records_of_a_response_may_come_in_another_order()
    {
        using var cockpit = new Cockpit();
        var tenant = cockpit.Tenant;
        tenant.Emulator.Switches.WrittenRecords = WrittenRecordsForm.Shuffled;
        tenant.Emulator.Switches.WriteEcho = WriteEcho.Fields;

        var companies = await tenant.InsertAsync("Company", string.Join(',', Names().Select(name => $$"""{"Name":"{{name}}"}""")));
        var users = await tenant.SendAsync(HttpMethod.Post, Users, UserRecords());
        var ctas = await cockpit.SendAsync(HttpMethod.Post, "/v2/cockpit/cta", Cockpit.Requests([.. Names().Select(name => cockpit.CtaRecord(name))]));

        companies.Texts("Name").Should().BeEquivalentTo(Names()).And.NotEqual(Names());
        companies.Records.Should().AllSatisfy(record =>
            tenant.Companies.Find(record.GetProperty("Gsid").GetString()!)!["Name"].Should().Be(record.GetProperty("Name").GetString()));
        users.Texts("SFDCUserName").Should().BeEquivalentTo(Names().Select(name => name + "@x.test")).And.NotBeInAscendingOrder();
        References(ctas).Should().BeEquivalentTo(Names()).And.NotEqual(Names());
    }

    [Fact]
    public async Task A_response_may_list_only_some_of_the_records_that_were_written()
    {
        using var cockpit = new Cockpit();
        var tenant = cockpit.Tenant;
        tenant.Emulator.Switches.WrittenRecords = WrittenRecordsForm.Partial;
        tenant.Emulator.Switches.WriteEcho = WriteEcho.Fields;

        var companies = await tenant.InsertAsync("Company", string.Join(',', Names().Select(name => $$"""{"Name":"{{name}}"}""")));
        var users = await tenant.SendAsync(HttpMethod.Post, Users, UserRecords());
        var ctas = await cockpit.SendAsync(HttpMethod.Post, "/v2/cockpit/cta", Cockpit.Requests([.. Names().Select(name => cockpit.CtaRecord(name))]));

        companies.Texts("Name").Should().Equal("n0", "n2", "n4", "n6", "n8");
        companies.Data.GetProperty("count").GetInt32().Should().Be(Records);
        users.Records.Should().HaveCount(Records / 2);
        References(ctas).Should().HaveCount(Records / 2);
        tenant.Companies.Rows.Count(row => ((string)row["Name"]!).StartsWith('n')).Should().Be(Records);
        cockpit.Ctas.Count.Should().Be(Records);
    }

    [Fact]
    public async Task A_refusal_may_name_only_bad_users_and_have_no_count()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.UserErrors = UserErrorForm.Records;
        tenant.Emulator.Switches.RefusalsHaveCount = false;

        var users = await tenant.SendAsync(HttpMethod.Post, Users, """{"records":[{"Name":"a","Email":"a@x.test","SFDCUserName":"a@x.test"},{"Name":"b"}]}""");
        var companies = await tenant.InsertAsync("Company", """{"Name":"a"},{"Name":"b","Stage":"x"}""");

        users.Records.Select(record => record.GetProperty("Name").GetString()).Should().Equal("b");
        users.Data.TryGetProperty("count", out _).Should().BeFalse();
        companies.Data.TryGetProperty("count", out _).Should().BeFalse();
        (tenant.Users.Count, tenant.Companies.Count).Should().Be((5, 0));
    }

    [Theory]
    [InlineData(ErrorScope.AllErrors, true, 2)]
    [InlineData(ErrorScope.FirstError, true, 1)]
    [InlineData(ErrorScope.AllErrors, false, 0)]
    public async Task A_refusal_may_list_all_errors_the_first_or_none(ErrorScope scope, bool lists, int listed)
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.ErrorScope = scope;
        tenant.Emulator.Switches.RefusalsListErrors = lists;
        tenant.Emulator.Switches.UserErrors = UserErrorForm.Records;

        var companies = await tenant.InsertAsync("Company", """{"Name":"a","Stage":"x"},{"Name":"b","Stage":"y"}""");
        var users = await tenant.SendAsync(HttpMethod.Post, Users, """{"records":[{"Name":"a","Email":"x","SFDCUserName":"a"},{"Name":"b","Email":"y","SFDCUserName":"b"}]}""");

        companies.Code.Should().Be("GSOBJ_1012");
        companies.Leaves().Should().HaveCount(listed);
        users.Records.Should().HaveCount(listed);
    }

    [Fact]
    public async Task A_tenant_may_write_the_valid_records_of_a_call_that_it_refuses()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.InvalidRecords = InvalidRecordForm.OthersWrittenCallFails;
        tenant.Emulator.Switches.ErrorScope = ErrorScope.FirstError;

        var insert = await tenant.InsertAsync("Company", """{"Name":"a"},{"Name":"b","Stage":"x"},{"Name":"c","Stage":"y"}""");
        var update = await tenant.UpdateAsync("Company", "Name", """{"Name":"a","Industry":"i"},{"Name":"a","Stage":"x"}""");

        (insert.Status, insert.Leaves().Count, insert.Data.GetProperty("count").GetInt32()).Should().Be((HttpStatusCode.BadRequest, 1, 0));
        update.Status.Should().Be(HttpStatusCode.BadRequest);
        tenant.Companies.Rows.Should().ContainSingle().Which["Industry"].Should().Be("i");
        tenant.Emulator.Requests.Snapshot().Should().AllSatisfy(entry => entry.Committed.Should().BeTrue());
    }

    [Fact]
    public async Task A_tenant_may_take_fewer_records_a_call()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Load("""{"limits":{"RecordsPerWrite":3}}""");

        var three = await tenant.InsertAsync("Company", """{"Name":"a"},{"Name":"b"},{"Name":"c"}""");
        var four = await tenant.InsertAsync("Company", """{"Name":"a"},{"Name":"b"},{"Name":"c"},{"Name":"d"}""");

        (three.Status, four.Status).Should().Be((HttpStatusCode.OK, HttpStatusCode.BadRequest));
        tenant.Companies.Count.Should().Be(3);
    }

    private static IReadOnlyList<string> Names() => [.. Enumerable.Range(0, Records).Select(i => $"n{i}")];

    private static string UserRecords() =>
        $$"""{"records":[{{string.Join(',', Names().Select(name => $$"""{"Name":"{{name}}","Email":"{{name}}@x.test","SFDCUserName":"{{name}}@x.test"}"""))}}]}""";

    private static IReadOnlyList<string> References(Answer answer) =>
        [.. answer.Data.GetProperty("success").EnumerateArray().Select(pair => pair.EnumerateObject().Single().Name)];
}
