using System.Text.Json;

namespace Gainsight.Client;

/// <summary>A condition that only the list calls of Cockpit and Success Plans know: a literal, or a linked record.</summary>
internal sealed class ListCondition : FilterCondition
{
    private readonly string[] _recordIds;

    /// <summary>Compares a field with a literal.</summary>
    public ListCondition(Field field, Operator @operator, ListLiteral literal)
        : base(field, @operator)
    {
        @operator.Check(field, 1);
        ArgumentException.ThrowIfNullOrWhiteSpace(literal.Name, nameof(literal));
        Literal = literal.Name;
        _recordIds = [];
    }

    /// <summary>Matches records that are linked to one of the records.</summary>
    public ListCondition(string[] recordIds)
        : base("AssociatedRecords", Operator.Includes)
    {
        Operator.In.Check(SystemFields.Gsid, recordIds.Length);
        if (Array.Exists(recordIds, string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException("The id of a linked record is empty.", nameof(recordIds));
        }

        _recordIds = recordIds;
    }

    /// <summary>The literal, or null for linked records.</summary>
    public string? Literal { get; }

    /// <summary>Writes the members that replace <c>fieldName</c> and <c>value</c>.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        if (Literal is not null)
        {
            writer.WriteString("fieldName", Field.EncodedQueryName);
            writer.WriteString("literal", Literal);
            return;
        }

        writer.WriteBoolean("associatedRecord", value: true);
        writer.WriteStartArray("value");
        foreach (var id in _recordIds)
        {
            writer.WriteStringValue(id);
        }

        writer.WriteEndArray();
    }

    public override void WriteValues(Utf8JsonWriter writer, WireFormat format) => throw new ArgumentException(
        "Only the list calls know linked records and literals such as TODAY. Use List() instead of Query(), or compare with a value.");
}
