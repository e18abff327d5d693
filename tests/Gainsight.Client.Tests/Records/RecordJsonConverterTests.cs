using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Gainsight.Client.Tests;

public sealed class RecordJsonConverterTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    [Fact]
    public void Presence_survives_a_round_trip()
    {
        var company = new Company { Gsid = "1P02A", Name = "Acme", Arr = 1.50m, ["Stage"] = null, RenewalDate = new DateOnly(2027, 3, 31), Tags = ["A"], ["Live__gc"] = true };

        var copy = RoundTrip(company);

        copy.FieldNames.Should().Equal(company.FieldNames);
        copy.Should().BeEquivalentTo(company);
        copy.IsSet(CompanyFields.Stage).Should().BeTrue();
        copy.IsSet(CompanyFields.Mrr).Should().BeFalse();
        copy["Arr"].Should().Be(1.50m);
    }

    [Fact]
    public void A_deserialised_record_counts_as_changed()
    {
        var copy = RoundTrip(Wire.Company("""{"Name":"Acme","Arr":5,"RenewalDate":1806451200000}"""));

        copy.IsChanged(CompanyFields.Arr).Should().BeTrue();
        Wire.Update(copy, [CompanyFields.Name]).Should().Be("""{"Name":"Acme","Arr":5,"RenewalDate":"2027-03-31"}""");
    }

    [Fact]
    public void Known_dates_and_items_are_written_in_one_form_and_other_values_as_they_came()
    {
        var company = Wire.Company("""{"RenewalDate":1806451200000,"CreatedDate":"2027-03-31 07:34:56.7","Tags":"A;B","Other__gc":1806451200000,"Csm__gr.Name":"Rhea"}""");

        JsonSerializer.Serialize(company, RecordTestContext.Default.Company).Should().Be(
            """{"RenewalDate":"2027-03-31","CreatedDate":"2027-03-31T07:34:56.700Z","Tags":["A","B"],"Other__gc":1806451200000,"Csm__gr.Name":"Rhea"}""");
    }

    [Fact]
    public void Lookups_survive_a_round_trip()
    {
        var company = new Company { Name = "Acme" };
        company.SetLookup(CompanyFields.Csm, Lookup.By(UserFields.Email, "a@b.example").And(UserFields.Name, "Rhea").OnNoMatch(LookupNoMatch.Null));
        company.SetLookup(Field.CustomLookup("Owner__gc", "person"), Lookup.By(UserFields.Email, "c@d.example").OnMultipleMatches(LookupMultiMatch.First));

        var copy = RoundTrip(company);

        RecordWriter.LookupShape(copy).Should().Be(RecordWriter.LookupShape(company));
        Wire.Insert(copy).Should().Be(Wire.Insert(company));
        copy.Lookups[0].Field.Should().BeSameAs(CompanyFields.Csm);
    }

    [Fact]
    public void A_record_type_of_ones_own_round_trips()
    {
        var account = new OwnAccount { Seats = 5, Since = new DateOnly(2020, 1, 2) };
        var json = JsonSerializer.Serialize(account, RecordTestContext.Default.OwnAccount);

        json.Should().Be("""{"Seats__gc":5,"Since__gc":"2020-01-02"}""");
        JsonSerializer.Deserialize(json, RecordTestContext.Default.OwnAccount)!.Since.Should().Be(new DateOnly(2020, 1, 2));
    }

    [Fact]
    public void Naming_policies_and_ignore_conditions_do_not_apply() =>
        JsonSerializer.Serialize(new Company { ["Name"] = null }, Web).Should().Be("""{"Name":null}""");

    [Fact]
    public void Lists_and_nulls_of_records_work()
    {
        var list = JsonSerializer.Deserialize("""[{"A__gc":1},null]""", RecordTestContext.Default.ListObjectRecord)!;

        list[0]["A__gc"].Should().Be(1m);
        list[1].Should().BeNull();
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("""{"":1}""")]
    [InlineData("""{"A__gc":""")]
    [InlineData("""{"$lookups":5}""")]
    [InlineData("""{"$lookups":{"Csm":{}}}""")]
    [InlineData("""{"$lookups":{"Csm":{"object":"gsuser","match":{},"onNoMatch":"Error","onMultipleMatches":"Error"}}}""")]
    public void What_is_not_a_record_is_refused(string json) =>
        FluentActions.Invoking(() => JsonSerializer.Deserialize(json, RecordTestContext.Default.Company)).Should().Throw<JsonException>();

    [Fact]
    public void The_last_of_two_properties_with_one_name_wins() =>
        JsonSerializer.Deserialize("""{"Arr":1,"arr":2}""", RecordTestContext.Default.Company)!.Arr.Should().Be(2);

    [Fact]
    public void Numbers_and_structures_keep_their_text()
    {
        const string Json = """{"A":1.50,"B":1e40,"C":{"x":[1,null]},"D":79228162514264337593543950335}""";
        var record = JsonSerializer.Deserialize<ObjectRecord>(Json)!;

        JsonNode.DeepEquals(JsonNode.Parse(JsonSerializer.Serialize(record)), JsonNode.Parse(Json)).Should().BeTrue();
        JsonSerializer.Serialize(record).Should().Contain("1.50").And.Contain("1e40");
    }

    private static Company RoundTrip(Company company) =>
        JsonSerializer.Deserialize(JsonSerializer.Serialize(company, RecordTestContext.Default.Company), RecordTestContext.Default.Company)!;
}
