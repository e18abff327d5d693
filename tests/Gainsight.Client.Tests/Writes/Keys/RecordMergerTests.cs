namespace Gainsight.Client.Tests.Writes;

public sealed class RecordMergerTests
{
    [Fact]
    public void Rows_to_insert_are_one_row_with_all_their_fields_and_later_values_win()
    {
        Company[] rows = [Wire.Company("""{"Name":"Acme","Arr":1,"Mrr":2}"""), new() { Arr = 3, Stage = "Live" }];

        Wire.Insert(RecordMerger.ForInsert(rows, CompanyFields.Definition)).Should().Be("""{"Name":"Acme","Arr":3,"Mrr":2,"Stage":"Live"}""");
    }

    [Fact]
    public void Rows_to_update_are_the_keys_and_what_was_changed()
    {
        var loaded = Wire.Company("""{"Gsid":"1P","Name":"Acme","Arr":1,"Mrr":2}""");
        loaded.Mrr = 5;
        loaded.Stage = "Live";
        Company removed = new() { Name = "Acme", Stage = "Sunk", Employees = 3 };
        removed.Unset(CompanyFields.Stage);

        var merged = RecordMerger.ForUpdate([loaded, removed], CompanyFields.Name);

        Wire.Update(merged, [CompanyFields.Name]).Should().Be("""{"Name":"Acme","Mrr":5,"Stage":"Live","Employees":3}""");
        merged.Arr.Should().BeNull("it was only loaded");
    }

    [Fact]
    public void Keys_that_were_only_loaded_are_taken_all_the_same()
    {
        Company first = Wire.Company("""{"Name":"Acme","Employees":5,"Arr":1}"""), second = Wire.Company("""{"Name":"Acme","Employees":5,"Arr":1}""");
        second.Mrr = 7;

        var merged = RecordMerger.ForUpdate([first, second], [CompanyFields.Name, CompanyFields.Employees]);

        (merged.Name, merged.Employees, merged.Mrr, merged.Arr).Should().Be(("Acme", 5, 7, null));
    }

    [Fact]
    public void The_last_lookup_of_a_field_wins()
    {
        Company first = new() { Name = "Acme" }, second = new() { Name = "Acme" };
        first.SetLookup(CompanyFields.Csm, UserFields.Email, "a@acme.test");
        second.SetLookup(CompanyFields.Csm, UserFields.Email, "b@acme.test");

        var merged = RecordMerger.ForUpdate([first, second], CompanyFields.Name);

        merged.Lookups.Should().ContainSingle().Which.Lookup.Match.Should().ContainSingle().Which.Value.Should().Be("b@acme.test");
    }
}
