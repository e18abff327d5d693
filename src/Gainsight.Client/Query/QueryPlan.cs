using System.Text;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>What a query asks for, apart from where its pages begin.</summary>
internal sealed record QueryPlan
{
    public required ObjectDefinition Definition { get; init; }

    public IReadOnlyList<Field> Select { get; init; } = [];

    public Filter? Where { get; init; }

    public IReadOnlyList<FieldOrder> OrderBy { get; init; } = [];

    public int? Take { get; init; }

    /// <summary>Whether pages can follow each other by key: the condition on it is joined by AND, and the order is the key's.</summary>
    public bool AllowsKeyset => OrderBy.Count == 0 && Where is not ({ HasOr: true } or { Count: >= FilterJunction.MaxConditions });

    /// <summary>Whether the field is among those selected.</summary>
    public bool Selects(Field field) => Select.Any(selected => selected.IsNamed(field.Name));

    /// <summary>Writes the body of a query call.</summary>
    public void Write(Utf8JsonWriter writer, WireFormat format, int limit, int offset)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("select");
        foreach (Field field in Select)
        {
            writer.WriteStringValue(field.EncodedQueryName);
        }

        writer.WriteEndArray();
        if (Where is not null)
        {
            WriteWhere(writer, Where, format);
        }

        if (OrderBy.Count > 0)
        {
            writer.WriteStartObject("orderBy");
            foreach (FieldOrder order in OrderBy)
            {
                writer.WriteString(order.Field.EncodedQueryName, order.Descending ? "desc" : "asc");
            }

            writer.WriteEndObject();
        }

        writer.WriteNumber("limit", limit);
        writer.WriteNumber("offset", offset);
        writer.WriteEndObject();
    }

    private static void WriteWhere(Utf8JsonWriter writer, Filter filter, WireFormat format)
    {
        writer.WriteStartObject("where");
        writer.WriteStartArray("conditions");
        char alias = 'A';
        filter.Visit(condition =>
        {
            writer.WriteStartObject();
            writer.WriteString("name", condition.Field.EncodedQueryName);
            writer.WriteString("alias", [alias++]);
            writer.WriteStartArray("value");
            condition.WriteValues(writer, format);
            writer.WriteEndArray();
            writer.WriteString("operator", condition.Operator.Name);
            writer.WriteEndObject();
        });
        writer.WriteEndArray();

        var expression = new StringBuilder();
        char first = 'A';
        filter.Append(expression, ref first);
        writer.WriteString("expression", expression.ToString());
        writer.WriteEndObject();
    }
}
