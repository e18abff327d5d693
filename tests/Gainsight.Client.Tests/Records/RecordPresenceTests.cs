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
        Wire.Update(company, [CompanyFields.Name]).Should().Be("""{"Name":"Acme","Arr":null,"Csm":null,"Tags":null}""");
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
        company.FieldNames.Should().Equal("ARR", "tier__GC", "NAME");
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
