using System.Text.Json;

namespace Gainsight.Client;

/// <summary>What a query or a list asks for, apart from the page. It does no I/O.</summary>
internal sealed record QueryPlan
{
    public required ObjectDefinition Definition { get; init; }

    /// <summary>The fields that the caller named.</summary>
    public IReadOnlyList<Field> Select { get; init; } = [];

    public Filter? Where { get; init; }

    public IReadOnlyList<(Field Field, bool Descending)> OrderBy { get; init; } = [];

    public int? Take { get; init; }

    /// <summary>The number of rows to leave out.</summary>
    public int Skip { get; init; }

    /// <summary>Whether rows know the labels of their picklist items.</summary>
    public bool WithLabels { get; init; }

    /// <summary>The labels, once metadata is read.</summary>
    public RecordLabels? Labels { get; init; }

    /// <summary>The fields to read: those that the caller named, else those that are confirmed for the type. Empty when only metadata knows them.</summary>
    public IReadOnlyList<Field> Fields => Select.Count > 0 ? Select : Definition.DefaultSelect;

    /// <summary>Whether the plan can be sent only after <see cref="QueryMetadata"/> completed it.</summary>
    public bool NeedsMetadata => Fields.Count == 0 || (WithLabels && Labels is null);

    /// <summary>Whether pages can follow each other by key: the condition on the key is joined with AND, and the key sets the order.</summary>
    public bool AllowsKeyset => OrderBy.Count == 0 && Skip == 0 && Where is not ({ HasOr: true } or { Count: >= FilterJunction.MaxConditions });

    /// <summary>Adds fields that the caller names to those named before.</summary>
    /// <exception cref="ArgumentException">A field is null.</exception>
    public QueryPlan AddFields(IEnumerable<Field> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        Field[] all = [.. Select, .. fields];
        if (Array.Exists(all, field => field is null))
        {
            throw new ArgumentException("A field is null.", nameof(fields));
        }

        return this with { Select = HasRepeated(all) ? [.. all.DistinctBy(field => field.Name, StringComparer.OrdinalIgnoreCase)] : all };
    }

    /// <summary>Adds a condition, joined to the others with AND.</summary>
    public QueryPlan And(Filter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return this with { Where = Where is null ? filter : Where & filter };
    }

    /// <summary>Limits the number of rows. Of several limits, the smallest counts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public QueryPlan AtMost(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return this with { Take = Math.Min(count, Take ?? count) };
    }

    /// <summary>Whether the field is read.</summary>
    public bool Reads(Field field)
    {
        var fields = Fields;
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i].IsNamed(field.Name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Makes sure that the field is read.</summary>
    public QueryPlan Reading(Field field) => Reads(field) ? this : this with { Select = [.. Fields, field] };

    /// <summary>Writes the body of a query call.</summary>
    public void Write(Utf8JsonWriter writer, WireFormat format, int limit, int offset)
    {
        writer.WriteStartObject();
        WriteMembers(writer, format);
        writer.WriteNumber("limit", limit);
        writer.WriteNumber("offset", offset);
        writer.WriteEndObject();
    }

    /// <summary>Writes the body of a query call without the members that choose the page.</summary>
    public void WriteMembers(Utf8JsonWriter writer, WireFormat format)
    {
        WriteSelect(writer);
        WriteWhere(writer, format);
        WriteOrder(writer);
    }

    /// <summary>Writes the filter.</summary>
    public void WriteWhere(Utf8JsonWriter writer, WireFormat format) =>
        Where?.Write(writer, (condition, alias) =>
        {
            writer.WriteString("name", condition.Field.EncodedQueryName);
            writer.WriteString("alias", [alias]);
            writer.WriteStartArray("value");
            condition.WriteValues(writer, format);
            writer.WriteEndArray();
        });

    /// <summary>Whether a name may come twice. Long lists are not searched, because that would take the square of their length.</summary>
    private static bool HasRepeated(Field[] fields)
    {
        const int longest = 50;
        for (var i = 1; i < fields.Length && fields.Length <= longest; i++)
        {
            for (var earlier = 0; earlier < i; earlier++)
            {
                if (fields[i].IsNamed(fields[earlier].Name))
                {
                    return true;
                }
            }
        }

        return fields.Length > longest;
    }

    private void WriteOrder(Utf8JsonWriter writer)
    {
        if (OrderBy.Count > 0)
        {
            writer.WriteStartObject("orderBy");
            foreach ((var field, var descending) in OrderBy)
            {
                writer.WriteString(field.EncodedQueryName, descending ? "desc" : "asc");
            }

            writer.WriteEndObject();
        }
    }

    /// <summary>Writes the names of the fields to read.</summary>
    public void WriteSelect(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("select");
        var fields = Fields;
        for (var i = 0; i < fields.Count; i++)
        {
            writer.WriteStringValue(fields[i].EncodedQueryName);
        }

        writer.WriteEndArray();
    }
}
