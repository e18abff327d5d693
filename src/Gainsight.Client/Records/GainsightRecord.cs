using System.Diagnostics;

namespace Gainsight.Client;

/// <summary>A row of a Gainsight object: typed properties in the derived class, every other field by name.</summary>
/// <remarks>
/// <para>
/// A field is absent, loaded (it came with a response) or changed (it was set, if only to null or to the value it already had).
/// <b>Inserts send every writable field that is present; updates send the identifier keys and what changed.</b> Never sent:
/// <c>Gsid</c> (unless it is the key), <c>CreatedDate</c>, <c>ModifiedDate</c>, <c>CreatedBy</c>, <c>ModifiedBy</c>, scores,
/// and dot paths such as <c>Csm__gr.Email</c>. They may be set all the same, for example in tests of the code that reads them.
/// </para>
/// <para>
/// Values are read from the response each time a property is asked for, and never cached. Reading is safe from several threads,
/// changing is not. A record that is kept keeps alive at most 64 rows of its page.
/// </para>
/// <para>
/// A type of your own derives from this class, declares <see cref="Field{T}"/> tokens, and carries
/// <c>[JsonConverter(typeof(RecordJsonConverter&lt;YourType&gt;))]</c>, as the attribute is not inherited.
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
        set => Set(SystemFields.Gsid, value);
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

    /// <summary>The names of the fields that are present, loaded or set: loaded ones first, in the order of the response. Lookups are not among them.</summary>
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

    /// <summary>What the engines know of the record's object; null for a type that is not the library's own.</summary>
    internal virtual ObjectDefinition? Definition => null;

    /// <summary>The rows of other objects that this record carries along; empty for most types.</summary>
    internal virtual IReadOnlyList<RecordLinks> Links => [];

    /// <summary>The lookups set on this record, in the order of their target fields' names; empty for most records.</summary>
    internal IReadOnlyList<FieldLookup> Lookups => _changes?.Lookups ?? [];

    /// <summary>The fields that were set or taken away.</summary>
    internal ReadOnlySpan<RecordChange> Changes => _changes is null ? default : _changes.All;

    /// <summary>Whether the field is present: loaded or set, be it to null. A field that has a lookup instead of a value is not.</summary>
    /// <param name="field">The field.</param>
    /// <returns>True when the field is present.</returns>
    public bool IsSet(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return TryGetChange(field, out var change) ? change.Kind != RecordValueKind.Removed : TryGetSlice(field, out _);
    }

    /// <summary>Whether an update would write the field, if it is writable: it was set, be it to null or to the value it had, or has a lookup.</summary>
    /// <param name="field">The field.</param>
    /// <returns>True when the field was set since the record was made or loaded.</returns>
    public bool IsChanged(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return _changes is not null
            && ((TryGetChange(field, out var change) && change.Kind != RecordValueKind.Removed) || _changes.HasLookup(field));
    }

    /// <summary>Empties the field in Gainsight: a write sends null for it. Takes the place of a value or a lookup that was set.</summary>
    /// <remarks>Gainsight refuses null for a field that cannot be empty.</remarks>
    /// <param name="field">The field.</param>
    public void Clear(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        ChangesForWriting().Set(field, RecordValue.Null);
    }

    /// <summary>Makes the field absent: takes away what was set, what was loaded, and its lookup, so that no write mentions it.</summary>
    /// <param name="field">The field.</param>
    public void Unset(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (_changes is not null || TryGetSlice(field, out _))
        {
            ChangesForWriting().Unset(field);
        }
    }

    /// <summary>The type and the GSID, never other values, so that records are safe to log.</summary>
    /// <returns>For example <c>Company 1P02…</c>.</returns>
    public override string ToString() => Gsid is { Length: > 0 } gsid ? $"{GetType().Name} {gsid}" : GetType().Name;

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
        var slot = _segment?.Schema.SlotOf(field) ?? -1;
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
}
