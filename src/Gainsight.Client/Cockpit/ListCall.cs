using System.Text.Json;

namespace Gainsight.Client;

/// <summary>The members of a list call that are not in the plan: the list, the page size, and what only lists have.</summary>
internal sealed record ListCall
{
    /// <summary>The largest page of a list (CTA API documentation).</summary>
    public const int MaxPageSize = 1000;

    /// <summary>The operators of the list calls (copies of the Success Plan API documentation).</summary>
    private static readonly string[] Operators =
        ["EQ", "NE", "GT", "GTE", "LT", "LTE", "BTW", "IS_NULL", "IS_NOT_NULL", "STARTS_WITH", "CONTAINS", "INCLUDES", "EXCLUDES"];

    public required Operation Operation { get; init; }

    /// <summary>Fills <c>{id}</c> of the route.</summary>
    public string? Id { get; init; }

    public int PageSize { get; init; } = MaxPageSize;

    public bool WithLinkedRecords { get; init; }

    public bool DeletedOnly { get; init; }

    /// <summary>Checks that the list calls accept a filter.</summary>
    /// <exception cref="ArgumentException">They do not know an operator.</exception>
    public static void Check(Filter filter) => filter.Visit(condition =>
    {
        if (!condition.Operator.IsRaw && !Operators.Contains(condition.Operator.Name, StringComparer.Ordinal))
        {
            throw new ArgumentException(
                $"The list calls do not accept {condition.Operator}, used on {condition.Field}. Join comparisons with |, or use Query().", nameof(filter));
        }
    });

    /// <summary>Writes the body of a list call.</summary>
    public void Write(Utf8JsonWriter writer, QueryPlan plan, int pageNumber)
    {
        writer.WriteStartObject();
        plan.WriteSelect(writer);
        plan.Where?.Write(writer, (condition, alias) =>
        {
            WriteComparison(writer, condition);
            writer.WriteString("alias", [alias]);
        });
        if (WithLinkedRecords)
        {
            writer.WriteBoolean("linkedObject", value: true);
        }

        if (DeletedOnly)
        {
            // The documentation spells it like this.
            writer.WriteBoolean("includeonlyDeletedRecords", value: true);
        }

        writer.WriteNumber("pageSize", PageSize);
        writer.WriteNumber("pageNumber", pageNumber);
        writer.WriteEndObject();
    }

    private static void WriteComparison(Utf8JsonWriter writer, FilterCondition condition)
    {
        if (condition is ListCondition own)
        {
            own.Write(writer);
            return;
        }

        writer.WriteString("fieldName", condition.Field.EncodedQueryName);
        writer.WriteStartArray("value");
        condition.WriteDayValues(writer, WireFormat.Default);
        writer.WriteEndArray();
    }
}
