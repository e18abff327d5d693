using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Enumerates the fields that are present in a record, loaded ones first, without allocating.</summary>
internal ref struct PresentFields(RecordSegment? segment, int row, RecordChanges? changes)
{
    private readonly int _slots = segment?.Schema.Count ?? 0;
    private readonly ReadOnlySpan<RecordChanges.Change> _changes = changes is null ? default : changes.All;
    private int _position = -1;

    /// <summary>The field, with the name under which it was loaded or set.</summary>
    public readonly Field Field => _position < _slots ? segment!.Schema.Field(_position) : _changes[_position - _slots].Field;

    public bool MoveNext()
    {
        while (++_position < _slots)
        {
            if (segment!.KindOf(row, _position) != SliceKind.Absent
                && (changes is null || changes.IndexOf(segment.Schema.Field(_position)) < 0))
            {
                return true;
            }
        }

        while (_position < _slots + _changes.Length && _changes[_position - _slots].Value.Kind == RecordValueKind.Removed)
        {
            _position++;
        }

        return _position < _slots + _changes.Length;
    }

    /// <summary>Writes the name and value of the field.</summary>
    public readonly void Write(Utf8JsonWriter writer, FieldShape shape, WireFormat format)
    {
        if (_position < _slots)
        {
            segment!.Slice(row, _position).Write(writer, Field, shape, format);
        }
        else
        {
            ref readonly var change = ref _changes[_position - _slots];
            change.Value.Write(writer, change.Field, shape, format);
        }
    }

    /// <summary>The value of the field, as if it had been set.</summary>
    public readonly RecordValue ToValue() =>
        _position < _slots ? RecordValue.Of(segment!.Slice(row, _position), Field.Name) : _changes[_position - _slots].Value;
}
