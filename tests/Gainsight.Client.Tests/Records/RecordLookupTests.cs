namespace Gainsight.Client.Tests;

public sealed class RecordLookupTests
{
    private static readonly LookupField Owner = Field.CustomLookup("Owner__gc", "gsuser");

    [Fact]
    public void A_lookup_is_written_as_a_virtual_key_and_a_block()
    {
        var company = new Company { Name = "Acme" };
        company.SetLookup(CompanyFields.Csm, UserFields.Email, "rhea@acme.example");

        Wire.Insert(company).Should().Be("""{"Name":"Acme","Csm__by_Email":"rhea@acme.example"}""");
        Wire.Update(company, [CompanyFields.Name]).Should().Be("""{"Name":"Acme","Csm__by_Email":"rhea@acme.example"}""");
        Wire.Write(writer => RecordWriter.WriteLookups(writer, company.Lookups)).Should().Be(
            """{"Csm":{"fields":{"Csm__by_Email":"Email"},"lookupField":"Gsid","objectName":"gsuser","multiMatchOption":"MARKASERROR","onNoMatch":"ERROR"}}""");
        RecordWriter.HasChanges(company, [CompanyFields.Name], CompanyFields.Definition).Should().BeTrue();
    }

    [Fact]
    public void Options_and_further_conditions_are_written()
    {
        var company = new Company();
        company.SetLookup(
            CompanyFields.ParentCompany,
            Lookup.By(CompanyFields.Name, "Acme").And(CompanyFields.Industry, "Energy").OnNoMatch(LookupNoMatch.Null).OnMultipleMatches(LookupMultiMatch.First));

        Wire.Insert(company).Should().Be("""{"ParentCompany__by_Name":"Acme","ParentCompany__by_Industry":"Energy"}""");
        Wire.Write(writer => RecordWriter.WriteLookups(writer, company.Lookups)).Should().Be(
            """{"ParentCompany":{"fields":{"ParentCompany__by_Name":"Name","ParentCompany__by_Industry":"Industry"},"lookupField":"Gsid","objectName":"company","multiMatchOption":"FIRSTMATCH","onNoMatch":"NULLABLE"}}""");
    }

    [Fact]
    public void A_virtual_key_never_looks_like_a_custom_field()
    {
        var company = new Company();
        company.SetLookup(Owner, Field.Custom<string>("Badge__gc"), "7");

        Wire.Insert(company).Should().Be("""{"Owner__gc__by_Badge_gc":"7"}""");
        Wire.Write(writer => RecordWriter.WriteLookups(writer, company.Lookups)).Should().Contain("""{"Owner__gc__by_Badge_gc":"Badge__gc"}""");
    }

    [Fact]
    public void Lookups_stand_in_the_order_of_their_fields()
    {
        var company = new Company();
        company.SetLookup(CompanyFields.ParentCompany, CompanyFields.Name, "Acme");
        company.SetLookup(CompanyFields.Csm, UserFields.Email, "a@b.example");

        company.Lookups.Select(set => set.Field.Name).Should().Equal("Csm", "ParentCompany");
    }

    [Fact]
    public void A_later_lookup_replaces_an_earlier_one()
    {
        var company = new Company();
        company.SetLookup(CompanyFields.Csm, UserFields.Email, "a@b.example");
        company.SetLookup(CompanyFields.Csm, UserFields.Name, "Rhea");

        Wire.Insert(company).Should().Be("""{"Csm__by_Name":"Rhea"}""");
    }

    [Fact]
    public void A_value_set_after_a_lookup_replaces_it()
    {
        var company = new Company();
        company.SetLookup(CompanyFields.Csm, UserFields.Email, "a@b.example");
        company["csm"] = "1P01A";

        company.Lookups.Should().BeEmpty();
        Wire.Insert(company).Should().Be("""{"Csm":"1P01A"}""");
    }

    [Fact]
    public void A_lookup_replaces_a_value_loaded_or_set()
    {
        var company = Wire.Company("""{"Csm":"1P01A","ParentCompany":"1P02P"}""");
        company.ParentCompany = "1P02Q";
        company.SetLookup(CompanyFields.Csm, UserFields.Email, "a@b.example");
        company.SetLookup(CompanyFields.ParentCompany, CompanyFields.Name, "Acme");

        company.Csm.Should().BeNull();
        company.IsSet(CompanyFields.Csm).Should().BeFalse();
        company.IsChanged(CompanyFields.Csm).Should().BeTrue();
        company.FieldNames.Should().BeEmpty();
        Wire.Insert(company).Should().Be("""{"Csm__by_Email":"a@b.example","ParentCompany__by_Name":"Acme"}""");
    }

    [Fact]
    public void Unset_takes_the_lookup_away()
    {
        var company = new Company();
        company.SetLookup(CompanyFields.Csm, UserFields.Email, "a@b.example");
        company.Unset(CompanyFields.Csm);

        company.Lookups.Should().BeEmpty();
        company.IsChanged(CompanyFields.Csm).Should().BeFalse();
        Wire.Insert(company).Should().Be("{}");
    }

    [Fact]
    public void Shapes_are_equal_when_only_values_differ()
    {
        var first = WithCsm(Lookup.By(UserFields.Email, "a@b.example"));
        var second = WithCsm(Lookup.By(UserFields.Email, "c@d.example"));

        RecordWriter.LookupShape(first).Should().NotBeEmpty().And.Be(RecordWriter.LookupShape(second));
        RecordWriter.LookupShape(new Company { Csm = "1P01A" }).Should().BeEmpty();
    }

    [Fact]
    public void Shapes_differ_with_fields_targets_and_options()
    {
        var lookup = Lookup.By(UserFields.Email, "a@b.example");
        var other = new Company();
        other.SetLookup(CompanyFields.ParentCompany, lookup);
        var both = WithCsm(lookup);
        both.SetLookup(CompanyFields.ParentCompany, lookup);
        var elsewhere = new Company();
        elsewhere.SetLookup(Field.CustomLookup("Csm", "person"), lookup);

        Company[] records =
        [
            WithCsm(lookup), WithCsm(Lookup.By(UserFields.Name, "a")), WithCsm(lookup.And(UserFields.Name, "a")),
            WithCsm(lookup.OnNoMatch(LookupNoMatch.Null)), WithCsm(lookup.OnMultipleMatches(LookupMultiMatch.First)), other, both, elsewhere,
        ];
        records.Select(RecordWriter.LookupShape).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_lookup_of_a_field_that_cannot_be_written_is_refused()
    {
        var company = new Company();

        company.Invoking(it => it.SetLookup(SystemFields.CreatedBy, UserFields.Email, "a@b.example")).Should().Throw<ArgumentException>();
        company.Invoking(it => it.SetLookup(CompanyFields.ParentCompany.Then(CompanyFields.Csm), UserFields.Email, "a@b.example")).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_lookup_with_one_field_twice_a_path_or_no_value_is_refused()
    {
        FluentActions.Invoking(() => Lookup.By(UserFields.Email, "a").And(Field.Custom<string>("email"), "b")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Lookup.By(CompanyFields.Csm.Then(UserFields.Email), "a")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Lookup.By(UserFields.Email, " ")).Should().Throw<ArgumentException>();
    }

    private static Company WithCsm(Lookup lookup)
    {
        var company = new Company();
        company.SetLookup(CompanyFields.Csm, lookup);
        return company;
    }
}
