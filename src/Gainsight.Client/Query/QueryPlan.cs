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

    /// <summary>Whether the rows are to know the labels of their picklist items.</summary>
    public bool WithLabels { get; init; }

    /// <summary>The labels of the picklists among the fields, once they are found.</summary>
    public RecordLabels? Labels { get; init; }

    /// <summary>Whether pages can follow each other by key: the condition on it is joined by AND, and the order is the key's.</summary>
    public bool AllowsKeyset => OrderBy.Count == 0 && Where is not ({ HasOr: true } or { Count: >= FilterJunction.MaxConditions });

    /// <summary>Whether the field is among those selected.</summary>
    public bool Selects(Field field) => Select.Any(selected => selected.IsNamed(field.Name));

    /// <summary>The plan with the field among those selected.</summary>
    public QueryPlan Selecting(Field field) => Selects(field) ? this : this with { Select = [.. Select, field] };

    /// <summary>The plan with a condition beside its own, joined by AND.</summary>
    public QueryPlan And(Filter filter) => this with { Where = Where is null ? filter : Where & filter };

    /// <summary>The plan as it is sent: with the fields that its author did not name (those confirmed for the type, else all that describe lists), and with labels if it asks for them.</summary>
    /// <exception cref="ArgumentException">A value of the filter is no item of its picklist.</exception>
    public async ValueTask<QueryPlan> PrepareAsync(MetadataCatalogue metadata, CancellationToken cancellationToken)
    {
        var plan = this;
        if (Select.Count == 0)
        {
            var fields = Definition.DefaultSelect.Count > 0
                ? Definition.DefaultSelect
                : await metadata.FieldsOfAsync(Definition.Name, cancellationToken).ConfigureAwait(false);
            plan = this with { Select = fields };
        }

        return WithLabels ? await QueryLabels.FindAsync(metadata, plan, cancellationToken).ConfigureAwait(false) : plan;
    }

    /// <summary>Writes the body of a query call.</summary>
    public void Write(Utf8JsonWriter writer, WireFormat format, int limit, int offset)
    {
        writer.WriteStartObject();
        WriteMembers(writer, format);
        writer.WriteNumber("limit", limit);
        writer.WriteNumber("offset", offset);
        writer.WriteEndObject();
    }

    /// <summary>Writes what is asked for, without where the page begins.</summary>
    public void WriteMembers(Utf8JsonWriter writer, WireFormat format)
    {
        writer.WriteStartArray("select");
        foreach (var field in Select)
        {
            writer.WriteStringValue(field.EncodedQueryName);
        }

        writer.WriteEndArray();
        WhereWriter.Write(writer, Where, (condition, alias) =>
        {
            writer.WriteString("name", condition.Field.EncodedQueryName);
            writer.WriteString("alias", [alias]);
            writer.WriteStartArray("value");
            condition.WriteValues(writer, format);
            writer.WriteEndArray();
        });
        if (OrderBy.Count > 0)
        {
            writer.WriteStartObject("orderBy");
            foreach (var order in OrderBy)
            {
                writer.WriteString(order.Field.EncodedQueryName, order.Descending ? "desc" : "asc");
            }

            writer.WriteEndObject();
        }
    }
}
