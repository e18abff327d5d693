using System.Text;

namespace Gainsight.Client.Tests.Writes;

public sealed class EchoedRowsTests
{
    private readonly StubJob _keyed = new(CompanyFields.Name);
    private readonly StubJob _keyless = new();

    private static WriteRow<ObjectRecord>[] TwoRows => Rows(new() { ["Name"] = "Acme", ["Arr"] = 1 }, new() { ["Name"] = "Globex", ["Arr"] = 1 });

    [Fact]
    public void Records_in_the_order_of_the_rows_are_theirs()
    {
        Find(_keyed, TwoRows, """{"records":[{"Name":"acme ","Gsid":"1"},{"name":"GLOBEX","gsid":"2"}]}""").Should().Equal(("1", true), ("2", true));
        _keyed.KeepsOrder.Should().BeTrue();
    }

    [Fact]
    public void Records_in_another_order_are_matched_by_their_keys_and_noted()
    {
        Find(_keyed, TwoRows, """{"records":[{"Name":"Globex","Gsid":"2"},{"Name":"Acme","Gsid":"1"}]}""").Should().Equal(("1", true), ("2", true));

        _keyed.KeepsOrder.Should().BeFalse();
    }

    [Fact]
    public void A_row_without_a_record_is_not_named_and_says_nothing_of_the_order()
    {
        Find(_keyed, TwoRows, """{"records":[{"Name":"Globex","Gsid":"2"}]}""").Should().Equal((null, false), ("2", true));

        _keyed.KeepsOrder.Should().BeTrue();
    }

    [Fact]
    public void A_row_with_several_records_or_a_twin_has_no_GSID()
    {
        Find(_keyed, TwoRows, """{"records":[{"Name":"Acme","Gsid":"1"},{"Name":"Acme","Gsid":"3"},{"Name":"Globex","Gsid":"2"}]}""").Should().Equal((null, true), ("2", true));
        Find(_keyed, TwoRows, """{"records":[{"Name":"Acme","Gsid":"1"},{"Name":"Acme","Gsid":"1"},{"Name":"Globex","Gsid":"2"}]}""").Should().Equal(("1", true), ("2", true));

        var twins = Rows(new() { ["Name"] = "Acme" }, new() { ["Name"] = "Acme" }, new() { ["Name"] = "Globex" });
        Find(_keyed, twins, """{"records":[{"Name":"Acme","Gsid":"1"},{"Name":"Globex","Gsid":"2"}]}""").Should().Equal((null, true), (null, true), ("2", true));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""{"records":[]}""")]
    [InlineData("""{"records":["Acme"]}""")]
    [InlineData("""{"records":[{"Gsid":"1"},{"Gsid":"2"}]}""")]
    public void An_answer_that_repeats_nothing_tells_no_rows_apart(string data)
    {
        Find(_keyed, TwoRows, data).Should().BeNull();
        Find(_keyless, TwoRows, data).Should().BeNull();
    }

    [Fact]
    public void All_keys_must_be_repeated()
    {
        StubJob job = new(CompanyFields.Name, CompanyFields.Employees);
        var rows = Rows(new() { ["Name"] = "Acme", ["Employees"] = 5.0m }, new() { ["Name"] = "Acme", ["Employees"] = 6 });

        Find(job, rows, """{"records":[{"Name":"Acme","Gsid":"1"},{"Name":"Acme","Gsid":"2"}]}""").Should().BeNull();
        Find(job, rows, """{"records":[{"Name":"Acme","Employees":"6.00","Gsid":"2"},{"Name":"Acme","Employees":5,"Gsid":"1"}]}""").Should().Equal(("1", true), ("2", true));
    }

    [Fact]
    public void Without_keys_the_repeated_fields_tell_the_rows_apart()
    {
        Find(_keyless, TwoRows, """{"records":[{"Name":"Globex","Gsid":"2"},{"Name":"Acme","Gsid":"1"}]}""").Should().Equal(("1", true), ("2", true));

        _keyless.KeepsOrder.Should().BeFalse();
    }

    [Fact]
    public void A_field_that_the_tenant_changed_or_added_tells_nothing()
    {
        const string Changed = """{"records":[{"Stage":"New","Arr":2,"Name":"Globex","Gsid":"2"},{"Stage":"New","Arr":2,"Name":"Acme","Gsid":"1"}]}""";
        Find(_keyless, TwoRows, Changed).Should().Equal(("1", true), ("2", true));
        Find(_keyless, TwoRows, """{"records":[{"Name":"x","Gsid":"2"},{"Name":"y","Gsid":"1"}]}""").Should().BeNull();
    }

    [Fact]
    public void A_GSID_that_was_sent_is_no_field_to_tell_rows_apart_by()
    {
        var rows = Rows(new() { ["Gsid"] = "1" }, new() { ["Gsid"] = "2" });

        Find(_keyless, rows, """{"records":[{"Gsid":"2"},{"Gsid":"1"}]}""").Should().BeNull();
    }

    private static WriteRow<ObjectRecord>[] Rows(params ObjectRecord[] records) => StubJob.Rows(WriteMode.Insert, records);

    private static IEnumerable<(string? Gsid, bool IsNamed)>? Find(StubJob job, WriteRow<ObjectRecord>[] rows, string data) =>
        EchoedRows.Find(job, rows, Encoding.UTF8.GetBytes(data))?.Select(named => (named.Gsid, named.IsNamed));
}
