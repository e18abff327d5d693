using System.Text.Json;

namespace Gainsight.Client;

/// <content>What the engines ask of a record.</content>
public abstract partial class GainsightRecord
{
    /// <summary>Makes the record stand for a row of a segment.</summary>
    internal void Load(RecordSegment segment, int row) => (_segment, _row) = (segment, row);

    /// <summary>The fields that are present, loaded ones first.</summary>
    internal PresentFields PresentFields() => new(_segment, _row, _changes);

    /// <summary>Sets a field to a value of any kind.</summary>
    internal void SetValue(Field field, in RecordValue value) => ChangesForWriting().Set(field, value);

    /// <summary>Whether the field has a lookup in place of a value.</summary>
    internal bool HasLookup(Field field) => _changes?.HasLookup(field) == true;

    /// <summary>Whether the record has neither a text in the field, or what is written as one, nor a lookup in its place.</summary>
    internal bool Lacks(Field field, WireFormat format) =>
        (!TryGetText(field, format, out var text) || string.IsNullOrWhiteSpace(text)) && !HasLookup(field);

    /// <summary>The value of a field as if it had been set; false when the field is absent.</summary>
    internal bool TryGetValue(Field field, out RecordValue value)
    {
        if (TryGetChange(field, out value))
        {
            return value.Kind != RecordValueKind.Removed;
        }

        if (!TryGetSlice(field, out var slice))
        {
            return false;
        }

        value = RecordValue.Of(slice, field.Name);
        return true;
    }

    /// <summary>Writes the name and value of a field, or nothing when it is absent.</summary>
    internal void WriteField(Utf8JsonWriter writer, Field field, FieldShape shape, WireFormat format)
    {
        if (TryGetChange(field, out var change))
        {
            if (change.Kind != RecordValueKind.Removed)
            {
                ValueWriter.Write(writer, field, change, shape, format);
            }
        }
        else if (TryGetSlice(field, out var slice))
        {
            ValueWriter.Write(writer, field, slice, shape, format);
        }
    }

    /// <summary>The value as the text that a key or an error report is compared by; false when the field is absent.</summary>
    /// <remarks>Null is true with a null text. The name may also be the virtual request key of a lookup.</remarks>
    internal bool TryGetText(string name, WireFormat format, out string? text)
    {
        text = null;
        return !string.IsNullOrWhiteSpace(name) && TryGetText(FieldTokens.Of(name), format, out text);
    }

    /// <summary>What a lookup sends, where the name is that of its target or of one of its request keys; false when no lookup has it.</summary>
    internal bool TryGetSentByLookup(string name, out string? text)
    {
        foreach (var (field, lookup) in Lookups)
        {
            if (field.IsNamed(name))
            {
                // A report has room for one value, which does not say enough of a lookup by several: joined, they equal none.
                text = string.Join('\u001f', lookup.Match.Select(match => match.Value));
                return true;
            }
        }

        return TryGetLookupText(name, out text);
    }

    private bool TryGetText(Field field, WireFormat format, out string? text)
    {
        if (TryGetChange(field, out var change))
        {
            text = CanonicalText.Of(change, format, field.Name);
            return change.Kind != RecordValueKind.Removed || TryGetLookupText(field.Name, out text);
        }

        if (TryGetSlice(field, out var slice))
        {
            text = CanonicalText.Of(slice, field.Name);
            return true;
        }

        return TryGetLookupText(field.Name, out text);
    }

    /// <summary>Takes over every writable field that <paramref name="other"/> carries, and its lookups, as changes.</summary>
    internal void TakeFrom(GainsightRecord other, ObjectDefinition definition)
    {
        var fields = other.PresentFields();
        while (fields.MoveNext())
        {
            if (definition.IsWritable(fields.Field, out _))
            {
                ChangesForWriting().Set(fields.Field, fields.ToValue());
            }
        }

        foreach (var (field, lookup) in other.Lookups)
        {
            ChangesForWriting().SetLookup(field, lookup);
        }
    }

    private bool TryGetLookupText(string name, out string? text)
    {
        text = null;
        foreach (var (field, lookup) in Lookups)
        {
            foreach (var (match, value) in lookup.Match)
            {
                if (string.Equals(LookupKeys.Of(field, match), name, StringComparison.OrdinalIgnoreCase))
                {
                    text = value;
                    return true;
                }
            }
        }

        return false;
    }
}
