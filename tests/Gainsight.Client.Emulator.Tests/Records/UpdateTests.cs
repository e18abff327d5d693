using System.Net;

namespace Gainsight.Client.Emulator.Tests;

public sealed class UpdateTests
{
    [Theory]
    [InlineData("Name")]
    [InlineData("name")]
    [InlineData("Name,Employees")]
    [InlineData("Name,Employees,Gsid")]
    public async Task Rows_are_matched_on_all_keys(string keys)
    {
        using var tenant = new Tenant();
        var gsid = tenant.Companies.Insert(("Name", "Acme"), ("Employees", 5));
        var other = tenant.Companies.Insert(("Name", "Brightwater"), ("Employees", 5));

        var id = keys.EndsWith("Gsid", StringComparison.Ordinal) ? $"\"Gsid\":\"{gsid}\"," : "";
        var answer = await tenant.UpdateAsync("Company", keys, $$"""{{{id}}"Name":"Acme","Employees":5,"Industry":"Energy"}""");

        answer.Result.Should().BeTrue(answer.Text);
        answer.Gsid().Should().Be(gsid);
        tenant.Companies.Find(gsid)!["Industry"].Should().Be("Energy");
        tenant.Companies.Find(other)!["Industry"].Should().BeNull();
    }

    [Fact]
    public async Task Fields_that_are_not_sent_stay_and_the_modified_date_moves()
    {
        using var tenant = new Tenant();
        var gsid = tenant.Companies.Insert(("Name", "Acme"), ("Employees", 5), ("Industry", "Energy"));
        var created = tenant.Clock.GetUtcNow();
        tenant.Clock.Advance(TimeSpan.FromHours(1));

        var answer = await tenant.UpdateAsync("Company", "Name", """{"Name":"Acme","Industry":null}""");

        var row = tenant.Companies.Find(gsid)!;
        row["Employees"].Should().Be(5m);
        row["Industry"].Should().BeNull();
        row["CreatedDate"].Should().Be(created);
        row["ModifiedDate"].Should().Be(created.AddHours(1));
        answer.Data.GetRawText().Should().Be($$"""{"count":1,"errors":null,"records":[{"Name":"Acme","Industry":null,"Gsid":"{{gsid}}"}]}""");
    }

    [Theory]
    [InlineData("", "GSOBJ_1009")]
    [InlineData("Name,Employees,Industry,Gsid", "GSOBJ_1009")]
    [InlineData("Nope__gc", "GSOBJ_1002")]
    [InlineData("Csm", "GSOBJ_1002")]
    [InlineData("Stage", "GSOBJ_1002")]
    [InlineData("RenewalDate", "GSOBJ_1002")]
    [InlineData("Arr", "GSOBJ_1002")]
    public async Task Keys_that_are_missing_too_many_or_of_the_wrong_type_are_refused(string keys, string code)
    {
        using var tenant = new Tenant();
        _ = tenant.Companies.Insert(("Name", "Acme"));

        var answer = await tenant.UpdateAsync("Company", keys, """{"Name":"Acme"}""");

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Code.Should().Be(code);
    }

    [Theory]
    [InlineData("""{"Industry":"Energy"}""")]
    [InlineData("""{"Name":null,"Industry":"Energy"}""")]
    public async Task A_record_without_its_key_is_refused(string record)
    {
        using var tenant = new Tenant();
        _ = tenant.Companies.Insert(("Name", "Acme"));

        var answer = await tenant.UpdateAsync("Company", "Name", record);

        answer.Leaves().Should().Equal(("GSOBJ_1007", "Name"));
    }

    [Theory]
    [InlineData("null", "GSOBJ_1004")]
    [InlineData("\"\"", "GSOBJ_1004")]
    [InlineData("5", "GSOBJ_1004")]
    [InlineData("\"1P02DEMO00000000000000000000000000A1\"", "GSOBJ_1011")]
    public async Task An_id_that_is_blank_is_invalid_and_one_that_no_row_has_matches_nothing(string gsid, string code)
    {
        using var tenant = new Tenant();

        var answer = await tenant.UpdateAsync("Company", "Gsid", $$"""{"Gsid":{{gsid}},"Industry":"Energy"}""");

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Code.Should().Be(code);
    }

    [Fact]
    public async Task A_key_without_a_match_fails_the_whole_call_and_inserts_nothing()
    {
        using var tenant = new Tenant();
        var gsid = tenant.Companies.Insert(("Name", "Acme"));

        var answer = await tenant.UpdateAsync("Company", "Name", """{"Name":"Acme","Industry":"Energy"},{"Name":"Nobody","Industry":"Energy"}""");

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Code.Should().Be("GSOBJ_1011");
        tenant.Companies.Count.Should().Be(1);
        tenant.Companies.Find(gsid)!["Industry"].Should().BeNull();
    }

    [Fact]
    public async Task Fields_are_checked_before_rows_are_matched()
    {
        using var tenant = new Tenant();

        var answer = await tenant.UpdateAsync("Company", "Name", """{"Name":"Nobody","Stage":"Orbiting"}""");

        answer.Code.Should().Be("GSOBJ_1012");
    }

    [Fact]
    public async Task A_key_that_several_rows_have_updates_them_all()
    {
        using var tenant = new Tenant();
        _ = tenant.Companies.Insert(("Name", "Acme"));
        _ = tenant.Companies.Insert(("Name", "Acme"));

        var answer = await tenant.UpdateAsync("Company", "Name", """{"Name":"Acme","Industry":"Energy"}""");

        answer.Data.GetProperty("count").GetInt32().Should().Be(2);
        answer.Records.Should().HaveCount(2);
        tenant.Companies.Rows.Should().OnlyContain(row => (string)row["Industry"]! == "Energy");
    }

    [Fact]
    public async Task The_index_behind_a_key_follows_inserts_updates_and_deletes()
    {
        using var tenant = new Tenant();
        _ = tenant.Companies.Insert(("Name", "first"));
        _ = await tenant.UpdateAsync("Company", "Name", """{"Name":"first","Employees":1}""");
        var gsid = tenant.Companies.Insert(("Name", "second"));

        var renamed = await tenant.UpdateAsync("Company", "Gsid", $$"""{"Gsid":"{{gsid}}","Name":"third"}""");
        var old = await tenant.UpdateAsync("Company", "Name", """{"Name":"second","Employees":1}""");
        var current = await tenant.UpdateAsync("Company", "Name", """{"Name":"third","Employees":1}""");
        _ = tenant.Companies.Delete(gsid);
        var gone = await tenant.UpdateAsync("Company", "Name", """{"Name":"third","Employees":1}""");

        renamed.Result.Should().BeTrue();
        old.Code.Should().Be("GSOBJ_1011");
        current.Gsid().Should().Be(gsid);
        gone.Code.Should().Be("GSOBJ_1011");
    }
}
