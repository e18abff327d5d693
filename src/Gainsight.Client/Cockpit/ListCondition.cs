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
        OperatorRules.Check(field, @operator, 1);
        ArgumentException.ThrowIfNullOrWhiteSpace(literal.Name, nameof(literal));
        Literal = literal.Name;
        _recordIds = [];
    }

    /// <summary>Asks for records that are linked to one of others.</summary>
    public ListCondition(string[] recordIds)
        : base(CockpitFields.AssociatedRecords, Operator.Includes)
    {
        OperatorRules.Check(SystemFields.Gsid, Operator.In, recordIds.Length);
        if (Array.Exists(recordIds, string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException("The id of a linked record is empty.", nameof(recordIds));
        }

        _recordIds = recordIds;
    }

    /// <summary>The literal, or null where linked records are asked for.</summary>
    public string? Literal { get; }

    /// <summary>Writes the members that stand in the place of <c>fieldName</c> and <c>value</c>.</summary>
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
        "Literals such as TODAY, and linked records, are known to the list calls only. Use List() instead of Query(), or compare with a value.");
}
