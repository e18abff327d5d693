using System.Text.Json;

namespace Gainsight.Client.Tests.Query;

/// <summary>How one page leads to the next, without calls.</summary>
public sealed class PagingTests
{
    private static readonly PagingKey Text = PagingKey.Of(SystemFields.Gsid);
    private static readonly PagingKey Number = PagingKey.Of(Field.Custom<decimal>("Id"));

    private static readonly QueryPlan Plan = new() { Definition = new ObjectDefinition("Asset__gc", []), Select = ["Gsid", "Id", "Name"] };

    [Fact]
    public void A_key_is_a_text_or_a_number()
    {
        var row = Rows("""{"Gsid":"1P","Id":7.50}""")[0];

        (Text.Field.Name, Text.ValueOf(row)).Should().Be(("Gsid", "1P"));
        (Number.Field.Name, Number.ValueOf(row)).Should().Be(("Id", "7.50"));
        (Text.ValueOf(Rows("{}")[0]), Number.ValueOf(Rows("{}")[0])).Should().Be((null, null));
    }

    [Theory]
    [InlineData("b", "a", true)]
    [InlineData("a", "a", false)]
    [InlineData("a", "b", false)]
    [InlineData("a", "B", true)]
    [InlineData("10", "9", false)]
    [InlineData("a", null, true)]
    public void A_text_comes_after_another_in_ordinal_order(string value, string? last, bool isAfter) => Text.IsAfter(value, last).Should().Be(isAfter);

    [Theory]
    [InlineData("10", "9", true)]
    [InlineData("9", "9.0", false)]
    [InlineData("9", "10", false)]
    [InlineData("1", null, true)]
    public void A_number_comes_after_another_by_its_value(string value, string? last, bool isAfter) => Number.IsAfter(value, last).Should().Be(isAfter);

    [Fact]
    public void Conditions_on_a_key_have_values_of_its_type()
    {
        Condition(Text.After("1P")).Should().Be("""GT["1P"]""");
        Condition(Text.Is("1P")).Should().Be("""EQ["1P"]""");
        Condition(Text.Except("1P")).Should().Be("""NE["1P"]""");
        Condition(Number.After("7")).Should().Be("GT[7]");
        Condition(Number.Is("7")).Should().Be("EQ[7]");
        Condition(Number.Except("7")).Should().Be("NE[7]");
    }

    [Fact]
    public void A_page_by_key_must_begin_after_the_one_before_and_be_in_order()
    {
        KeysetPaging<ObjectRecord> paging = new(Plan, Text);

        paging.Accept(Page("""{"Gsid":"b"}""", """{"Gsid":"d"}""")).Should().HaveCount(2);

        Condition(paging.Next.Where!).Should().Be("""GT["d"]""");
        paging.Accept(Page("""{"Gsid":"d"}""")).Should().BeNull("it came before");
        paging.Accept(Page("""{"Gsid":"f"}""", """{"Gsid":"e"}""")).Should().BeNull("it is not in order");
        paging.Accept(Page("""{"Gsid":"e"}""", "{}")).Should().BeNull("a row has no key");
        (paging.Accepted, paging.Offset, paging.ToOffset().Offset).Should().Be((2, 0, 2));
    }

    [Fact]
    public void Pages_by_offset_have_the_key_as_their_last_order()
    {
        var byName = Plan with { OrderBy = [("Name", true)] };

        Orders(new OffsetPaging<ObjectRecord>(Plan, Text)).Should().Equal(("Gsid", false));
        Orders(new OffsetPaging<ObjectRecord>(byName, Text)).Should().Equal(("Name", true), ("Gsid", false));
        Orders(new OffsetPaging<ObjectRecord>(byName with { OrderBy = [("Name", true), ("gsid", true)] }, Text)).Should().Equal(("Name", true), ("gsid", true));
        Orders(new OffsetPaging<ObjectRecord>(byName, key: null)).Should().Equal(("Name", true));
    }

    [Fact]
    public void A_row_that_comes_again_is_left_out_and_still_moves_the_offset()
    {
        OffsetPaging<ObjectRecord> paging = new(Plan, Text, offset: 3, Rows("""{"Gsid":"a"}"""));

        var rows = paging.Accept(Page("""{"Gsid":"b"}""", """{"Gsid":"a"}""", """{"Gsid":"b"}""", """{"Name":"x"}""", """{"Name":"x"}"""));

        rows.Select(row => row.Gsid).Should().Equal("b", null, null);
        (paging.Offset, paging.MayRepeat).Should().Be((8, false));
    }

    [Fact]
    public void Pages_without_new_rows_may_be_the_same_page_again()
    {
        OffsetPaging<ObjectRecord> paging = new(Plan, Text);

        MayRepeat(paging, """{"Gsid":"a"}""", """{"Gsid":"b"}""").Should().BeFalse();
        MayRepeat(paging, """{"Gsid":"b"}""", """{"Gsid":"a"}""").Should().BeTrue();
        MayRepeat(paging, """{"Gsid":"b"}""", """{"Gsid":"c"}""").Should().BeTrue("it begins like the page before");
        MayRepeat(paging, """{"Gsid":"a"}""", """{"Gsid":"d"}""").Should().BeFalse("a row is new, and another one is the first");
        MayRepeat(paging).Should().BeFalse("the end of the data does not repeat");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_page_of_rows_without_a_key_may_repeat_when_it_begins_like_the_one_before(bool hasKey)
    {
        OffsetPaging<ObjectRecord> paging = new(Plan, hasKey ? Text : null);

        MayRepeat(paging, """{"Name":"a","Id":1}""").Should().BeFalse("it is the first");
        MayRepeat(paging, """{"Name":"a","Id":1}""").Should().BeTrue();
        MayRepeat(paging, """{"Name":"a","Id":2}""").Should().BeFalse("one field differs");
        MayRepeat(paging, """{"Name":"b","Id":1}""").Should().BeFalse();
        MayRepeat(paging).Should().BeFalse();
        MayRepeat(paging, """{"Name":"b","Id":1}""").Should().BeFalse("the page before had no row");
    }

    [Theory]
    [InlineData(49)]
    [InlineData(50)]
    [InlineData(51)]
    [InlineData(600)]
    public void A_field_that_is_named_again_is_read_once_in_lists_of_any_length(int count)
    {
        string[] names = [.. Enumerable.Range(0, count - 1).Select(i => $"F{i}")];

        var plan = (Plan with { Select = [] }).AddFields([.. names.Select(name => (Field)name), "f0"]);

        plan.Select.Select(field => field.Name).Should().Equal(names);
        plan.AddFields(["Other"]).Select.Should().HaveCount(count);
    }

    private static (string Name, bool Descending)[] Orders(OffsetPaging<ObjectRecord> paging) => [.. paging.Next.OrderBy.Select(order => (order.Field.Name, order.Descending))];

    private static bool MayRepeat(OffsetPaging<ObjectRecord> paging, params string[] rows)
    {
        paging.Accept(Page(rows));
        return paging.MayRepeat;
    }

    private static string Condition(Filter filter)
    {
        var json = Tests.Wire.Write(writer =>
        {
            writer.WriteStartObject();
            (Plan with { Where = filter }).WriteWhere(writer, WireFormat.Default);
            writer.WriteEndObject();
        });
        var condition = JsonDocument.Parse(json).RootElement.GetProperty("where").GetProperty("conditions")[0];
        return condition.GetProperty("operator").GetString() + condition.GetProperty("value").GetRawText();
    }

    private static PageFetcher<ObjectRecord>.Page Page(params string[] rows) => new(Rows(rows), 5);

    private static IReadOnlyList<ObjectRecord> Rows(params string[] rows) => Tests.Wire.Read<ObjectRecord>($"[{string.Join(',', rows)}]");
}
