using System.Text.Json;

namespace Gainsight.Client;

/// <summary>What a list call asks for, apart from the page.</summary>
internal sealed record ListPlan
{
    /// <summary>Operators of the list calls (Success Plan API documentation, at second hand).</summary>
    private static readonly string[] Operators =
        ["EQ", "NE", "GT", "GTE", "LT", "LTE", "BTW", "IS_NULL", "IS_NOT_NULL", "STARTS_WITH", "CONTAINS", "INCLUDES", "EXCLUDES"];

    public required ObjectDefinition Definition { get; init; }

    public required Operation Operation { get; init; }

    /// <summary>Fills <c>{id}</c> of the route.</summary>
    public string? Id { get; init; }

    public IReadOnlyList<Field> Select { get; init; } = [];

    public Filter? Where { get; init; }

    public int? Take { get; init; }

    public int PageSize { get; init; } = ListLimits.MaxPageSize;

    public bool WithLinkedRecords { get; init; }

    public bool DeletedOnly { get; init; }

    /// <summary>Refuses what the list calls do not take.</summary>
    /// <exception cref="ArgumentException">An operator is unknown to them.</exception>
    public static void Check(Filter filter) => filter.Visit(condition =>
    {
        if (!condition.Operator.IsRaw && !Operators.Contains(condition.Operator.Name, StringComparer.Ordinal))
        {
            throw new ArgumentException(
                $"The list calls do not take {condition.Operator}, used on {condition.Field}. Join comparisons by |, or use Query().", nameof(filter));
        }
    });

    /// <summary>Writes the body of a list call.</summary>
    public void Write(Utf8JsonWriter writer, int pageNumber)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("select");
        foreach (var field in Select)
        {
            writer.WriteStringValue(field.EncodedQueryName);
        }

        writer.WriteEndArray();
        WhereWriter.Write(writer, Where, (condition, alias) =>
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
            // The documentation's own spelling.
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
