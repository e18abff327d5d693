using System.Text.Json;

namespace Gainsight.Client.Tests.Query;

/// <summary>What a query needs before it is sent, without calls.</summary>
public sealed class QueryPlanTests
{
    private static readonly QueryPlan Plan = new() { Definition = new ObjectDefinition("Asset__gc", []), Select = ["Name"] };
    private static readonly Field<decimal> Seats = Field.Custom<decimal>("Seats");

    [Fact]
    public void A_query_is_read_by_key_if_a_condition_and_an_order_can_be_added()
    {
        QueryPlan[] byKey = [Plan, Plan.And(Seats.GreaterThan(1)), Plan.And(Many(25)), Plan.AtMost(3)];
        QueryPlan[] byOffset =
        [
            Plan.And(Many(26)), Plan.And(Seats.GreaterThan(1) | Seats.IsNull()), Plan.And((Seats.GreaterThan(1) | Seats.IsNull()) & Seats.LessThan(5)),
            Plan with { Skip = 1 }, Plan with { OrderBy = [("Name", false)] },
        ];

        byKey.Should().OnlyContain(plan => plan.AllowsKeyset);
        byOffset.Should().NotContain(plan => plan.AllowsKeyset);
    }

    [Fact]
    public void Metadata_is_needed_for_fields_that_nobody_named_and_for_labels()
    {
        Plan.NeedsMetadata.Should().BeFalse();
        (Plan with { Select = [] }).NeedsMetadata.Should().BeTrue();
        (Plan with { WithLabels = true }).NeedsMetadata.Should().BeTrue();
        (Plan with { WithLabels = true, Labels = new RecordLabels(new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal)) }).NeedsMetadata.Should().BeFalse();
    }

    [Fact]
    public void A_null_among_the_fields_is_named()
    {
        Plan.Invoking(plan => plan.AddFields(null!)).Should().Throw<ArgumentNullException>().WithParameterName("fields");
        Plan.Invoking(plan => plan.AddFields(["Name", null!])).Should().Throw<ArgumentException>().WithMessage("*null*").WithParameterName("fields");
        Plan.Invoking(plan => plan.And(null!)).Should().Throw<ArgumentNullException>().WithParameterName("filter");
    }

    [Fact]
    public void Arguments_of_filters_that_are_null_are_named()
    {
        Seats.Invoking(field => field.In((IEnumerable<int>)null!)).Should().Throw<ArgumentNullException>().WithParameterName("values");
        Seats.Invoking(field => field.In((IEnumerable<decimal>)null!)).Should().Throw<ArgumentNullException>().WithParameterName("values");
        FluentActions.Invoking(() => ((Field<decimal>)null!).In(1m)).Should().Throw<ArgumentNullException>().WithParameterName("field");
    }

    [Fact]
    public void JSON_and_lists_can_be_compared_with_null_only()
    {
        var json = Field.Custom<JsonElement>("F");
        var items = Field.Custom<IReadOnlyList<string>>("F");

        Written(json.IsNull()).Should().Be("IS_NULL[]");
        Written(items.IsNotNull()).Should().Be("IS_NOT_NULL[]");
        json.Invoking(field => field.EqualTo(default)).Should().Throw<ArgumentException>().WithMessage("*F*IsNull*");
        items.Invoking(field => field.EqualTo(["a"])).Should().Throw<ArgumentException>().WithMessage("*F*Includes*");
    }

    [Fact]
    public void Keys_that_are_kept_as_text_are_sent_in_the_type_of_their_field()
    {
        Written(FilterCondition.OfTexts(Seats, Operator.In, ["7", "8.5"])).Should().Be("IN[7,8.5]");
        Written(FilterCondition.OfTexts(Field.Custom<string>("Name"), Operator.In, ["7"])).Should().Be("""IN["7"]""");
    }

    [Fact]
    public void Lists_compare_points_in_time_by_their_day()
    {
        var seen = Field.Custom<DateTimeOffset>("Seen");
        var midnight = new DateTimeOffset(2026, 3, 31, 2, 0, 0, TimeSpan.FromHours(2));

        Days(seen.GreaterThan(midnight)).Should().Be("""["2026-03-31"]""");
        Days(Seats.GreaterThan(1)).Should().Be("[1]");
        Days(Field.Custom<DateOnly>("Day").EqualTo(new DateOnly(2026, 4, 1))).Should().Be("""["2026-04-01"]""");
        FluentActions.Invoking(() => Days(seen.GreaterThan(midnight.AddMilliseconds(1)))).Should().Throw<ArgumentException>().WithMessage("*Seen*midnight*Query()*");
    }

    [Fact]
    public void The_last_letter_is_an_alias_as_well()
    {
        var filter = Filter.Parse(JsonDocument.Parse("""{"conditions":[{"name":"N","alias":"Z","value":["x"],"operator":"EQ"}],"expression":"Z"}""").RootElement);

        Written(filter).Should().Be("""EQ["x"]""");
    }

    private static Filter Many(int count) => Enumerable.Range(0, count).Select(i => (Filter)Seats.NotEqualTo(i)).Aggregate((all, next) => all & next);

    private static string Days(Filter filter)
    {
        var text = string.Empty;
        filter.Visit(condition => text = Tests.Wire.Write(writer =>
        {
            writer.WriteStartArray();
            condition.WriteDayValues(writer);
            writer.WriteEndArray();
        }));
        return text;
    }

    private static string Written(Filter filter)
    {
        var text = string.Empty;
        filter.Visit(condition => text = condition.Operator.Name + Tests.Wire.Write(writer =>
        {
            writer.WriteStartArray();
            condition.WriteValues(writer, WireFormat.Default);
            writer.WriteEndArray();
        }));
        return text;
    }
}
