using System.Diagnostics;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>A row of a Gainsight object: typed properties in the derived class, every other field by name.</summary>
/// <remarks>
/// <para>
/// A field is absent, loaded (it came with a response) or changed (it was set, even if only to null or to the value it already had).
/// <b>Inserts send every writable field that is present. Updates send the identifier keys and the changed fields.</b> Never sent:
/// <c>Gsid</c> (unless it is the key), <c>CreatedDate</c>, <c>ModifiedDate</c>, <c>CreatedBy</c>, <c>ModifiedBy</c>, scores,
/// and dot paths such as <c>Csm__gr.Email</c>. You can still set them, for example in tests of code that reads them.
/// </para>
/// <para>
/// A property reads its value from the response each time and caches nothing. Several threads can read a record at once, but not change it.
/// A record that you keep keeps at most 64 rows of its page in memory.
/// </para>
/// <para>
/// A type of your own derives from this class, declares <see cref="Field{T}"/> tokens, and has the attribute
/// <c>[JsonConverter(typeof(RecordJsonConverter&lt;YourType&gt;))]</c>, because the attribute is not inherited.
/// </para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public abstract partial class GainsightRecord
{
    private RecordSegment? _segment;
    private int _row;
    private RecordChanges? _changes;

    /// <summary>Creates a record without any field.</summary>
    protected GainsightRecord()
    {
    }

    /// <summary>The row's id: 36 upper-case letters and digits. Set by Gainsight; sent only as the identifier key of an update.</summary>
    public string? Gsid
    {
        get => Get(SystemFields.Gsid);
        set => Assign(SystemFields.Gsid, value);
    }

    /// <summary>When the row was created. Set by Gainsight, never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    public DateTimeOffset? CreatedDate => Get(SystemFields.CreatedDate);

    /// <summary>When the row was last changed. Set by Gainsight, never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    public DateTimeOffset? ModifiedDate => Get(SystemFields.ModifiedDate);

    /// <summary>The GSID of the user who created the row. Set by Gainsight, never sent.</summary>
    public string? CreatedBy => Get(SystemFields.CreatedBy);

    /// <summary>The GSID of the user who last changed the row. Set by Gainsight, never sent.</summary>
    public string? ModifiedBy => Get(SystemFields.ModifiedBy);

    /// <summary>The names of the fields that are present (loaded or set). Loaded ones come first, in the order of the response. Lookups are not included.</summary>
    public IEnumerable<string> FieldNames
    {
        get
        {
            var names = new List<string>();
            var fields = PresentFields();
            while (fields.MoveNext())
            {
                names.Add(fields.Field.Name);
            }

            return names;
        }
    }

    /// <summary>The definition of the record's object, or null for a type that is not part of the library.</summary>
    internal virtual ObjectDefinition? Definition => null;

    /// <summary>Why every write refuses the record, or null: what a mapper could not map.</summary>
    internal IReadOnlyList<RecordError>? Refusal
    {
        get => _changes?.Refusal;
        set => ChangesForWriting().Refusal = value;
    }

    /// <summary>The rows of other objects that are sent inside this record. Empty for most types.</summary>
    internal virtual IReadOnlyList<RecordLinks> Links => [];

    /// <summary>The lookups set on this record, in the order of their fields' names. Empty for most records.</summary>
    internal IReadOnlyList<FieldLookup> Lookups => _changes?.Lookups ?? [];

    /// <summary>The fields that were set or removed.</summary>
    internal ReadOnlySpan<RecordChanges.Change> Changes => _changes is null ? default : _changes.All;

    /// <summary>Whether the field is present: loaded or set, possibly to null. A field that has a lookup instead of a value is not present.</summary>
    /// <param name="field">The field.</param>
    /// <returns>True when the field is present.</returns>
    public bool IsSet(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return TryGetChange(field, out var change) ? change.Kind != RecordValueKind.Removed : TryGetSlice(field, out _);
    }

    /// <summary>Whether an update sends the field if it is writable: it has a lookup or was set, possibly to null or to the value it had.</summary>
    /// <param name="field">The field.</param>
    /// <returns>True when the field was set after the record was created or loaded.</returns>
    public bool IsChanged(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return _changes is not null
            && ((TryGetChange(field, out var change) && change.Kind != RecordValueKind.Removed) || _changes.HasLookup(field));
    }

    /// <summary>Empties the field in Gainsight: a write sends null for it. Takes the place of a value or a lookup that was set.</summary>
    /// <remarks>
    /// A typed property that is set to null does the same only where the record was read with a value. Gainsight refuses null for a field that
    /// cannot be empty.
    /// </remarks>
    /// <param name="field">The field.</param>
    /// <exception cref="ArgumentException">The field is never sent: Gainsight sets it, or it is a dot path.</exception>
    public void Clear(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (field.IsPath || field.IsReadOnly || Definition?.Find(field.Name) is { IsReadOnly: true })
        {
            throw new ArgumentException(
                field.IsPath
                    ? $"The path '{field.Name}' is a field of another row, so it cannot be cleared here. Clear it in a record of that row."
                    : $"The field '{field.Name}' is read-only: Gainsight sets it and a write never sends it, so it cannot be cleared.",
                nameof(field));
        }

        ChangesForWriting().Set(field, RecordValue.Null);
    }

    /// <summary>Makes the field absent: takes away what was set, what was loaded, and its lookup, so that no write mentions it.</summary>
    /// <param name="field">The field.</param>
    public void Unset(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (_changes?.Mentions(field) == true || TryGetSlice(field, out _))
        {
            ChangesForWriting().Unset(field);
        }
    }

    /// <summary>The type and the GSID. Other values are left out, so records are safe to log.</summary>
    /// <returns>For example <c>Company 1P02…</c>.</returns>
    public override string ToString() => Gsid is { Length: > 0 } gsid ? $"{GetType().Name} {gsid}" : GetType().Name;

    /// <summary>Makes the record read its values from a row of a segment.</summary>
    internal void Load(RecordSegment segment, int row) => (_segment, _row) = (segment, row);

    /// <summary>The fields that are present, loaded ones first.</summary>
    internal FieldEnumerator PresentFields() => new(_segment, _row, _changes);

    /// <summary>The record's own token of a name in any case, which has Gainsight's spelling, or the token of the name as it is.</summary>
    internal Field FieldOf(string name) => Definition?.Find(name) ?? Field.ByName(name);

    /// <summary>Sets a field to a value of any kind.</summary>
    internal void SetValue(Field field, in RecordValue value) => ChangesForWriting().Set(field, value);

    /// <summary>Whether the field has a lookup in place of a value.</summary>
    internal bool HasLookup(Field field) => _changes?.HasLookup(field) == true;

    /// <summary>Whether the field has neither a value nor a lookup. A blank text counts as no value.</summary>
    internal bool Lacks(Field field, WireFormat format) =>
        (!TryGetText(field, format, out var text) || string.IsNullOrWhiteSpace(text)) && !HasLookup(field);

    /// <summary>The value of a field, loaded or set; false when the field is absent.</summary>
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
                change.Write(writer, field, shape, format);
            }
        }
        else if (TryGetSlice(field, out var slice))
        {
            slice.Write(writer, field, shape, format);
        }
    }

    /// <summary>The text by which keys and error reports are compared; false when the field is absent. A field that is null gives true and a null text.</summary>
    /// <param name="name">The name of a field, or the request key of a lookup (see <see cref="LookupKeys"/>).</param>
    /// <param name="format">The forms of values.</param>
    /// <param name="text">The text, or null.</param>
    internal bool TryGetText(string name, WireFormat format, out string? text)
    {
        text = null;
        return !string.IsNullOrWhiteSpace(name) && TryGetText(Field.ByName(name), format, out text);
    }

    /// <summary>Whether the field holds several items.</summary>
    internal bool HasItems(string name, ObjectDefinition definition) =>
        definition.Find(name) is Field<IReadOnlyList<string>>
        || (!string.IsNullOrWhiteSpace(name) && TryGetValue(Field.ByName(name), out var value) && value.Kind == RecordValueKind.Items);

    /// <summary>The text that a lookup sends. The name is that of the lookup's field or of one of its request keys; false when no lookup has it.</summary>
    internal bool TryGetSentByLookup(string name, out string? text)
    {
        foreach (var (field, lookup) in Lookups)
        {
            if (field.IsNamed(name))
            {
                // An error report holds one value. A lookup by several values must not equal it, so they are joined.
                text = string.Join('\u001f', lookup.Match.Select(match => match.Value));
                return true;
            }
        }

        return TryGetLookupText(name, out text);
    }

    /// <summary>Copies every writable field and every lookup of <paramref name="other"/>, as changes.</summary>
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

    private RecordChanges ChangesForWriting() => _changes ??= new RecordChanges();

    private bool TryGetChange(Field field, out RecordValue value)
    {
        value = default;
        var index = _changes?.IndexOf(field) ?? -1;
        if (index < 0)
        {
            return field.ReadAs is { } read && TryGetChange(read, out value);
        }

        value = _changes!.All[index].Value;
        return true;
    }

    private bool TryGetSlice(Field field, out JsonSlice slice)
    {
        slice = default;
        var slot = _segment?.Columns.SlotOf(field) ?? -1;
        if (slot >= 0)
        {
            slice = _segment!.Slice(_row, slot);
            if (slice.Kind != SliceKind.Absent)
            {
                return true;
            }
        }

        return field.ReadAs is { } read && TryGetSlice(read, out slice);
    }

    private bool TryGetText(Field field, WireFormat format, out string? text)
    {
        if (TryGetChange(field, out var change))
        {
            text = change.ToComparableText(format, field.Name);
            return change.Kind != RecordValueKind.Removed || TryGetLookupText(field.Name, out text);
        }

        if (TryGetSlice(field, out var slice))
        {
            text = slice.ToComparableText(field.Name);
            return true;
        }

        return TryGetLookupText(field.Name, out text);
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
