namespace Gainsight.Client.Tests;

public sealed class RecordPresenceTests
{
    private const string Row = """{"Gsid":"1P02A","Name":"Acme","Arr":5,"Stage":null,"Csm":"1P01A"}""";

    [Fact]
    public void An_absent_field_is_neither_set_nor_changed_nor_written()
    {
        var company = new Company();

        company.IsSet(CompanyFields.Arr).Should().BeFalse();
        company.IsChanged(CompanyFields.Arr).Should().BeFalse();
        company.FieldNames.Should().BeEmpty();
        Wire.Insert(company).Should().Be("{}");
    }

    [Fact]
    public void A_loaded_field_is_set_and_not_changed_inserted_and_not_updated()
    {
        var company = Wire.Company(Row);

        company.IsSet(CompanyFields.Arr).Should().BeTrue();
        company.IsSet(CompanyFields.Stage).Should().BeTrue("a loaded null is present");
        company.IsChanged(CompanyFields.Arr).Should().BeFalse();
        Wire.Insert(company).Should().Be("""{"Name":"Acme","Arr":5,"Stage":null,"Csm":"1P01A"}""");
        Wire.Update(company, [CompanyFields.Name]).Should().Be("""{"Name":"Acme"}""");
        RecordWriter.HasChanges(company, [CompanyFields.Name], CompanyFields.Definition).Should().BeFalse();
    }

    [Fact]
    public void A_set_field_is_changed_inserted_and_updated()
    {
        var company = Wire.Company(Row);
        company.Arr = 7;

        company.Arr.Should().Be(7);
        company.IsChanged(CompanyFields.Arr).Should().BeTrue();
        Wire.Insert(company).Should().Be("""{"Name":"Acme","Stage":null,"Csm":"1P01A","Arr":7}""");
        Wire.Update(company, [CompanyFields.Name]).Should().Be("""{"Name":"Acme","Arr":7}""");
        RecordWriter.HasChanges(company, [CompanyFields.Name], CompanyFields.Definition).Should().BeTrue();
    }

    [Fact]
    public void A_field_set_to_null_is_changed_and_written_as_null()
    {
        var company = Wire.Company(Row);
        company.Arr = null;
        company.Csm = null;
        company.Tags = null;

        company.IsSet(CompanyFields.Arr).Should().BeTrue();
        company.Arr.Should().BeNull();
        company.Csm.Should().BeNull();
        company.Tags.Should().BeNull();
        Wire.Update(company, [CompanyFields.Name]).Should().Be("""{"Name":"Acme","Arr":null,"Csm":null}""", "there were no tags");
    }

    [Fact]
    public void A_cleared_field_is_written_as_null_whatever_it_held()
    {
        var company = Wire.Company("""{"Gsid":"1P02A","Name":"Acme","Arr":5}""");
        company.Mrr = 7;
        company.SetLookup(CompanyFields.Csm, UserFields.Email, "rhea@northwind.example");
        foreach (var field in (Field[])[CompanyFields.Arr, CompanyFields.Mrr, CompanyFields.Csm, "Region__gc"])
        {
            company.Clear(field);
            company.IsSet(field).Should().BeTrue();
            company.IsChanged(field).Should().BeTrue();
        }

        company.Arr.Should().BeNull();
        Wire.Update(company, [CompanyFields.Name]).Should().Be("""{"Name":"Acme","Mrr":null,"Csm":null,"Arr":null,"Region__gc":null}""");
        FluentActions.Invoking(() => company.Clear(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void A_property_that_is_set_to_null_over_nothing_is_left_absent()
    {
        var company = new Company { Name = "Acme", Arr = null, RenewalDate = null, Tags = null, Csm = null, Gsid = null };

        company.FieldNames.Should().Equal("Name");
        company.IsChanged(CompanyFields.Arr).Should().BeFalse();
        Wire.Insert(company).Should().Be("""{"Name":"Acme"}""");
        Wire.Update(company, [CompanyFields.Name]).Should().Be("""{"Name":"Acme"}""");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public void A_property_that_is_set_to_null_over_a_loaded_nothing_is_not_sent(string nothing)
    {
        var company = Wire.Company($$"""{"Name":"Acme","Stage":{{nothing}}}""");
        company.Stage = null;

        Wire.Update(company, [CompanyFields.Name]).Should().Be("""{"Name":"Acme"}""");
    }

    [Fact]
    public void A_property_that_is_set_to_null_takes_back_what_was_set_before()
    {
        var company = new Company { Name = "Acme", Arr = 5, Tags = ["A"] };
        company.SetLookup(CompanyFields.Csm, UserFields.Email, "rhea@northwind.example");
        (company.Arr, company.Tags, company.Csm) = (null!, null, null);

        Wire.Insert(company).Should().Be("""{"Name":"Acme"}""");
        company.Lookups.Should().BeEmpty();
    }

    [Fact]
    public void A_property_that_is_set_to_null_over_a_loaded_value_is_sent_even_if_it_was_changed_or_unset_before()
    {
        var company = Wire.Company(Row);
        company.Arr = 7;
        company.Arr = null;
        company.Unset(CompanyFields.Csm);
        company.Csm = null;

        Wire.Update(company, [CompanyFields.Name]).Should().Be("""{"Name":"Acme","Arr":null,"Csm":null}""");
    }

    [Fact]
    public void Null_is_sent_where_it_is_said_by_name_by_token_or_in_JSON()
    {
        var company = System.Text.Json.JsonSerializer.Deserialize<Company>("""{"Stage":null}""")!;
        company["Region__gc"] = null;
        company["Mrr"] = null;
        company.Set(CompanyFields.Arr, null);
        company.Set(CompanyFields.Industry, null);

        Wire.Insert(company).Should().Be("""{"Stage":null,"Region__gc":null,"Mrr":null,"Arr":null,"Industry":null}""");
    }

    [Theory]
    [InlineData("ModifiedDate")]
    [InlineData("Gsid")]
    [InlineData("CurrentScore")]
    [InlineData("Csm__gr.Email")]
    public void A_field_that_is_never_sent_cannot_be_cleared(string name) =>
        new Company().Invoking(company => company.Clear(name)).Should().Throw<ArgumentException>().WithMessage($"*{name}*clear*");

    [Fact]
    public void A_name_in_another_case_is_sent_in_the_spelling_of_the_tenant()
    {
        var company = System.Text.Json.JsonSerializer.Deserialize<Company>("""{"name":"Acme","renewalDate":"2027-03-31","region__gc":"EMEA"}""")!;
        company["arr"] = 5;

        Wire.Insert(company).Should().Be("""{"Name":"Acme","RenewalDate":"2027-03-31","region__gc":"EMEA","Arr":5}""");
    }

    [Fact]
    public void A_field_set_to_the_value_it_had_is_changed()
    {
        var company = Wire.Company(Row);
        company.Arr = company.Arr;

        company.IsChanged(CompanyFields.Arr).Should().BeTrue();
    }

    [Fact]
    public void An_unset_field_is_absent_whether_it_was_loaded_or_set()
    {
        var company = Wire.Company(Row);
        company.Mrr = 3;
        company.Unset(CompanyFields.Arr);
        company.Unset(CompanyFields.Mrr);
        company.Unset(CompanyFields.Summary);
        company.Unset(CompanyFields.Tags);

        company.Tags.Should().BeNull();
        company.Summary.Should().BeNull();
        company.Arr.Should().BeNull();
        company["Arr"].Should().BeNull();
        company.IsSet(CompanyFields.Arr).Should().BeFalse();
        company.IsChanged(CompanyFields.Mrr).Should().BeFalse();
        company.FieldNames.Should().Equal("Gsid", "Name", "Stage", "Csm");
        Wire.Insert(company).Should().Be("""{"Name":"Acme","Stage":null,"Csm":"1P01A"}""");
        Wire.Update(company, [CompanyFields.Arr, CompanyFields.Name]).Should().Be("""{"Name":"Acme"}""");
        company.TryGetText("Arr", WireFormat.Default, out _).Should().BeFalse();
    }

    [Fact]
    public void A_field_set_after_it_was_unset_is_back()
    {
        var company = Wire.Company(Row);
        company.Unset(CompanyFields.Arr);
        company.Arr = 9;

        company.Arr.Should().Be(9);
        company.FieldNames.Should().Equal("Gsid", "Name", "Stage", "Csm", "Arr");
    }

    [Fact]
    public void Names_do_not_tell_case_apart()
    {
        var company = Wire.Company("""{"ARR":5,"name":"Acme"}""");
        company["tier__GC"] = "Gold";
        company["NAME"] = "Beta";

        company.Arr.Should().Be(5);
        company.Name.Should().Be("Beta");
        company["Tier__gc"].Should().Be("Gold");
        company.IsSet(CompanyFields.Arr).Should().BeTrue();
        company.FieldNames.Should().Equal("ARR", "tier__GC", "Name");
    }

    [Fact]
    public void System_fields_scores_and_paths_are_never_sent()
    {
        var company = Wire.Company("""{"Gsid":"1P02A","CreatedDate":1,"ModifiedDate":2,"CreatedBy":"u","modifiedby":"u","CurrentScore":1,"Trend":"x","ScorecardId":"s","PreviousScore":1,"Nps":9,"Csat":8,"Csm__gr.Email":"a@b","Name":"Acme"}""");
        foreach (var name in company.FieldNames.ToArray())
        {
            company[name] = company[name];
        }

        company.Set(CompanyFields.Csm.Then(UserFields.Name), "Rhea");
        company[" x.y"] = 1;

        Wire.Insert(company).Should().Be("""{"Name":"Acme"}""");
        Wire.Update(company, [CompanyFields.Name]).Should().Be("""{"Name":"Acme"}""");
        RecordWriter.HasChanges(company, [CompanyFields.Name], CompanyFields.Definition).Should().BeFalse();
    }

    [Fact]
    public void A_GSID_is_sent_only_as_the_key()
    {
        var company = Wire.Company(Row);
        company.Gsid = "1P02B";
        company.Arr = 6;

        Wire.Update(company, [SystemFields.Gsid]).Should().Be("""{"Gsid":"1P02B","Arr":6}""");
        Wire.Update(company, [CompanyFields.Name]).Should().Be("""{"Name":"Acme","Arr":6}""");
        Wire.Insert(company).Should().NotContain("Gsid");
    }

    [Fact]
    public void An_update_by_a_given_GSID_leaves_the_keys_out()
    {
        var company = new Company { Name = "Acme", Employees = 3, Arr = 6 };

        Wire.Update(company, [CompanyFields.Name, CompanyFields.Employees], "1P02C").Should().Be("""{"Gsid":"1P02C","Arr":6}""");
    }

    [Fact]
    public void An_update_sends_every_key_in_order_loaded_or_set()
    {
        var company = Wire.Company(Row);
        company.Employees = 3;

        Wire.Update(company, [CompanyFields.Employees, CompanyFields.Arr, "name"]).Should().Be("""{"Employees":3,"Arr":5,"name":"Acme"}""");
    }

    [Fact]
    public void A_record_shows_its_type_and_GSID_and_nothing_else()
    {
        Wire.Company(Row).ToString().Should().Be("Company 1P02A");
        new Company { Name = "Acme" }.ToString().Should().Be("Company");
    }
}
