namespace Gainsight.Client.Emulator.Tests;

public sealed class LookupTests
{
    [Theory]
    [InlineData("FIRSTMATCH")]
    [InlineData("MARKASERROR")]
    public async Task A_single_match_is_copied_into_the_target_and_its_key_is_not_written(string several)
    {
        using var tenant = new Tenant();
        var rhea = tenant.Users.Rows.Single(row => (string)row["FirstName"]! == "Rhea");

        var answer = await tenant.InsertAsync("Company", """{"Name":"Acme","OwnerMail":"rhea@northwind.example"}""", Csm(several: several));

        tenant.Companies.Find(answer.Gsid())!["Csm"].Should().Be(rhea.Gsid);
    }

    [Theory]
    [InlineData("FIRSTMATCH", null)]
    [InlineData("MARKASERROR", "GSOBJ_1008")]
    public async Task Several_matches_take_the_first_or_are_an_error(string several, string? code)
    {
        using var tenant = new Tenant();
        var first = tenant.Users.Insert(("Name", "Twin"), ("Email", "twin@northwind.example"));
        _ = tenant.Users.Insert(("Name", "Twin"), ("Email", "twin@northwind.example"));

        var answer = await tenant.InsertAsync("Company", """{"Name":"Acme","OwnerMail":"twin@northwind.example"}""", Csm(several: several));

        answer.Code.Should().Be(code);
        (tenant.Companies.Rows.SingleOrDefault()?["Csm"]).Should().Be(code is null ? first : null);
    }

    [Theory]
    [InlineData("ERROR", "GSOBJ_1011", null)]
    [InlineData("NULLABLE", null, null)]
    [InlineData("DEFAULTVALUE", null, "1P01DEMO00000000000000000000000000A1")]
    public async Task No_match_is_an_error_null_or_the_default(string onNoMatch, string? code, string? expected)
    {
        using var tenant = new Tenant();
        tenant.Companies.Field("Csm").DefaultValue = "1P01DEMO00000000000000000000000000A1";

        var answer = await tenant.InsertAsync("Company", """{"Name":"Acme","OwnerMail":"nobody@northwind.example"}""", Csm(onNoMatch));

        answer.Code.Should().Be(code);
        (tenant.Companies.Rows.SingleOrDefault()?["Csm"]).Should().Be(expected);
        answer.Leaves().Should().Equal(code is null ? [] : [(code, "Csm")]);
    }

    [Fact]
    public async Task No_match_of_a_field_that_may_not_be_null_is_an_error_whatever_the_option()
    {
        using var tenant = new Tenant();
        tenant.Companies.Field("Csm").Nillable = false;

        var answer = await tenant.InsertAsync("Company", """{"Name":"Acme","OwnerMail":"nobody@northwind.example"}""", Csm("NULLABLE"));

        answer.Leaves().Should().Equal(("GSOBJ_1007", "Csm"));
    }

    [Fact]
    public async Task All_pairs_must_match()
    {
        using var tenant = new Tenant();
        const string Lookups = """{"Csm":{"fields":{"m":"Email","f":"FirstName"},"lookupField":"Gsid","objectName":"GsUser","multiMatchOption":"FIRSTMATCH","onNoMatch":"ERROR"}}""";

        var both = await tenant.InsertAsync("Company", """{"Name":"a","m":"rhea@northwind.example","f":"Rhea"}""", Lookups);
        var one = await tenant.InsertAsync("Company", """{"Name":"b","m":"rhea@northwind.example","f":"Mei"}""", Lookups);
        var half = await tenant.InsertAsync("Company", """{"Name":"c","m":"rhea@northwind.example"}""", Lookups);

        both.Result.Should().BeTrue();
        one.Code.Should().Be("GSOBJ_1011");
        half.Code.Should().Be("GSOBJ_1011");
    }

    [Fact]
    public async Task An_object_may_look_itself_up_and_a_record_without_the_key_is_not_changed()
    {
        using var tenant = new Tenant();
        var parent = tenant.Companies.Insert(("Name", "Parent"));
        var child = tenant.Companies.Insert(("Name", "Child"));
        var other = tenant.Companies.Insert(("Name", "Other"), ("ParentCompany", parent));
        const string Lookups = """{"ParentCompany":{"fields":{"p":"Name"},"lookupField":"Gsid","objectName":"company","multiMatchOption":"FIRSTMATCH","onNoMatch":"ERROR"}}""";

        var answer = await tenant.UpdateAsync("Company", "Name", """{"Name":"Child","p":"Parent"},{"Name":"Other","Industry":"x"}""", Lookups);

        answer.Result.Should().BeTrue(answer.Text);
        tenant.Companies.Find(child)!["ParentCompany"].Should().Be(parent);
        tenant.Companies.Find(other)!["ParentCompany"].Should().Be(parent);
    }

    [Theory]
    [InlineData("""{"Csm":{}}""", "GSOBJ_1009")]
    [InlineData("""{"Csm":5}""", "GSOBJ_1009")]
    [InlineData("""{"Nope":{"fields":{"m":"Email"},"lookupField":"Gsid","objectName":"gsuser","multiMatchOption":"FIRSTMATCH","onNoMatch":"ERROR"}}""", "GSOBJ_1002")]
    [InlineData("""{"CreatedBy":{"fields":{"m":"Email"},"lookupField":"Gsid","objectName":"gsuser","multiMatchOption":"FIRSTMATCH","onNoMatch":"ERROR"}}""", "GSOBJ_1002")]
    [InlineData("""{"Csm":{"fields":{"m":"Mail"},"lookupField":"Gsid","objectName":"gsuser","multiMatchOption":"FIRSTMATCH","onNoMatch":"ERROR"}}""", "GSOBJ_1002")]
    [InlineData("""{"Csm":{"fields":{},"lookupField":"Gsid","objectName":"gsuser","multiMatchOption":"FIRSTMATCH","onNoMatch":"ERROR"}}""", "GSOBJ_1009")]
    [InlineData("""{"Csm":{"fields":{"m":"Email"},"lookupField":"Nope","objectName":"gsuser","multiMatchOption":"FIRSTMATCH","onNoMatch":"ERROR"}}""", "GSOBJ_1002")]
    [InlineData("""{"Csm":{"fields":{"m":"Email"},"lookupField":"IsActiveUser","objectName":"gsuser","multiMatchOption":"FIRSTMATCH","onNoMatch":"ERROR"}}""", "GSOBJ_1002")]
    [InlineData("""{"Csm":{"fields":{"m":"Email"},"lookupField":"Gsid","objectName":"nope","multiMatchOption":"FIRSTMATCH","onNoMatch":"ERROR"}}""", "GSOBJ_1023")]
    [InlineData("""{"Csm":{"fields":{"m":"Email"},"lookupField":"Gsid","objectName":"gsuser","multiMatchOption":"ANY","onNoMatch":"ERROR"}}""", "GSOBJ_1009")]
    [InlineData("""{"Csm":{"fields":{"m":"Email"},"lookupField":"Gsid","objectName":"gsuser","multiMatchOption":"FIRSTMATCH","onNoMatch":"error"}}""", "GSOBJ_1009")]
    public async Task A_lookup_that_is_not_well_formed_is_refused(string lookups, string code)
    {
        using var tenant = new Tenant();

        var answer = await tenant.InsertAsync("Company", """{"Name":"Acme"}""", lookups);

        answer.Code.Should().Be(code);
        tenant.Companies.Count.Should().Be(0);
    }

    [Theory]
    [InlineData("Csm", "Email", "rhea@northwind.example", "GSOBJ_1008")]
    [InlineData("TickerSymbol", "Title", "A title that is too long", "GSOBJ_1001")]
    [InlineData("SfdcAccountId", "Title", "not an id", "GSOBJ_1008")]
    [InlineData("Summary", "Title", null, "GSOBJ_1007")]
    public async Task A_value_that_a_lookup_copies_is_checked_like_one_that_is_sent(string target, string copied, string? value, string code)
    {
        using var tenant = new Tenant();
        tenant.Companies.Field("TickerSymbol").Length = 5;
        tenant.Companies.Field("Summary").Required = target == "Summary";
        var user = tenant.Users.Rows.Single(row => (string)row["FirstName"]! == "Rhea").Gsid;
        tenant.Users.Update(user, (copied, value));

        var answer = await tenant.InsertAsync("Company", """{"Name":"Acme","first":"Rhea"}""", $$$"""
            {"{{{target}}}":{"fields":{"first":"FirstName"},"lookupField":"{{{copied}}}","objectName":"gsuser","multiMatchOption":"FIRSTMATCH","onNoMatch":"ERROR"}}
            """);

        answer.Leaves().Should().Equal((code, target));
        tenant.Companies.Count.Should().Be(0);
    }

    [Theory]
    [InlineData(MultiSelectInput.Any)]
    [InlineData(MultiSelectInput.ListOnly)]
    [InlineData(MultiSelectInput.JoinedTextOnly)]
    public async Task Values_of_every_type_are_copied_if_they_fit(MultiSelectInput form)
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.MultiSelectInput = form;
        var user = tenant.Users.Rows[0].Gsid;
        var parent = tenant.Companies.Insert(
            ("Name", "Parent"), ("Arr", 1.5m), ("RenewalDate", new DateOnly(2027, 3, 31)), ("Stage", "Launched"), ("Tags", new[] { "Beta", "At risk" }),
            ("Csm", user), ("TickerSymbol", "ACM"));
        string[] fields = ["Arr", "RenewalDate", "Stage", "Tags", "Csm", "TickerSymbol", "Employees"];
        var lookups = string.Join(',', fields.Select(field => $$"""
            "{{field}}":{"fields":{"p":"Name"},"lookupField":"{{field}}","objectName":"company","multiMatchOption":"FIRSTMATCH","onNoMatch":"ERROR"}
            """));

        var answer = await tenant.InsertAsync("Company", """{"Name":"Child","p":"Parent"}""", $"{{{lookups}}}");

        answer.Result.Should().BeTrue(answer.Text);
        EmulatedRow child = tenant.Companies.Find(answer.Gsid())!, copied = tenant.Companies.Find(parent)!;
        fields.Select(field => child[field]).Should().Equal(fields.Select(field => copied[field]));
    }

    private static string Csm(string onNoMatch = "ERROR", string several = "FIRSTMATCH") => $$$"""
        {"Csm":{"fields":{"OwnerMail":"Email"},"lookupField":"Gsid","objectName":"gsuser","multiMatchOption":"{{{several}}}","onNoMatch":"{{{onNoMatch}}}"}}
        """;
}
