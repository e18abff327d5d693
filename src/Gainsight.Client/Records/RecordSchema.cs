namespace Gainsight.Client;

/// <summary>The fields that the rows of a segment carry, in the order of their slots. Immutable and shared.</summary>
internal sealed class RecordSchema
{
    private readonly Field[] _fields;
    private readonly Dictionary<string, int> _slots;

    public RecordSchema(IReadOnlyList<string> names, RecordLabels? labels = null)
    {
        Labels = labels;
        _fields = [.. names.Select(FieldTokens.Of)];
        _slots = new Dictionary<string, int>(_fields.Length, StringComparer.OrdinalIgnoreCase);
        for (var slot = 0; slot < _fields.Length; slot++)
        {
            _slots[_fields[slot].Name] = slot;
        }
    }

    public int Count => _fields.Length;

    /// <summary>The labels of the picklist items that the rows hold, where the query asked for them.</summary>
    public RecordLabels? Labels { get; }

    /// <summary>The token of the field as the response spells it.</summary>
    public Field Field(int slot) => _fields[slot];

    /// <summary>The slot of the field, or -1.</summary>
    public int SlotOf(Field field)
    {
        var hint = field.SlotHint;
        if ((uint)hint < (uint)_fields.Length && field.IsNamed(_fields[hint].Name))
        {
            return hint;
        }

        if (!_slots.TryGetValue(field.Name, out var slot))
        {
            return -1;
        }

        field.SlotHint = slot;
        return slot;
    }
}
