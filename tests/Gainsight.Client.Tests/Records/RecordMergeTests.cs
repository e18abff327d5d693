namespace Gainsight.Client.Tests;

public sealed class RecordMergeTests
{
    [Fact]
    public void Later_values_win_and_the_rest_stays()
    {
        var first = new Company { Name = "Acme", Arr = 1, Mrr = 2 };
        var second = new Company { Arr = 3, ["Stage"] = null };
        first.TakeFrom(second, CompanyFields.Definition);

        Wire.Insert(first).Should().Be("""{"Name":"Acme","Arr":3,"Mrr":2,"Stage":null}""");
    }

    [Fact]
    public void Loaded_values_are_taken_as_changes_with_every_digit()
    {
        var loaded = Wire.Company("""{"Gsid":"1P02A","Arr":1.50,"Name":"a\"b","Extra__gc":[1],"Big__gc":1e40,"Live__gc":true,"Stage":null,"Nps":3,"Csm__gr.Name":"x"}""");
        var target = new Company();
        target.TakeFrom(loaded, CompanyFields.Definition);

        Wire.Update(target, [SystemFields.Gsid], "1P02B").Should()
            .Be("""{"Gsid":"1P02B","Arr":1.50,"Name":"a\"b","Extra__gc":[1],"Big__gc":1e40,"Live__gc":true,"Stage":null}""");
        target.Gsid.Should().BeNull("a GSID is not a writable field");
    }

    [Fact]
    public void Lookups_and_values_replace_each_other()
    {
        var withLookup = new Company();
        withLookup.SetLookup(CompanyFields.Csm, UserFields.Email, "a@b.example");
        var withValue = new Company { Csm = "1P01A" };
        var merged = new Company();

        merged.TakeFrom(withLookup, CompanyFields.Definition);
        Wire.Insert(merged).Should().Be("""{"Csm__by_Email":"a@b.example"}""");

        merged.TakeFrom(withValue, CompanyFields.Definition);
        Wire.Insert(merged).Should().Be("""{"Csm":"1P01A"}""");

        merged.TakeFrom(withLookup, CompanyFields.Definition);
        Wire.Insert(merged).Should().Be("""{"Csm__by_Email":"a@b.example"}""");
    }
}
