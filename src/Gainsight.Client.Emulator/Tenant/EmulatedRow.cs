namespace Gainsight.Client.Emulator;

/// <summary>A row at the time when it was read. An update creates a new row, so this one never changes.</summary>
public sealed class EmulatedRow
{
    private readonly object?[] _values;

    internal EmulatedRow(EmulatedObject owner, string gsid, object?[] values)
    {
        Owner = owner;
        Gsid = gsid;
        _values = values;
    }

    /// <summary>The GSID of the row, or an internal id if the object has no such field.</summary>
    public string Gsid { get; }

    internal EmulatedObject Owner { get; }

    /// <summary>
    /// The value of a field: <see cref="string"/> (also for picklists, lookups and multi-selects), <see cref="decimal"/>, <see cref="bool"/>,
    /// <see cref="DateOnly"/>, <see cref="DateTimeOffset"/> in UTC, or <see langword="null"/>.
    /// </summary>
    /// <param name="field">The field's API name, in any case.</param>
    /// <exception cref="KeyNotFoundException">The object has no such field.</exception>
    /// <remarks>Computed fields, such as <c>OpenTaskCount</c>, have their current value.</remarks>
    public object? this[string field]
    {
        get
        {
            lock (Owner.Sync)
            {
                return this[Owner.Field(field)];
            }
        }
    }

    internal object? this[EmulatedField field] => field switch
    {
        { Computed: { } compute } => compute(this),
        _ => field.Ordinal < _values.Length ? _values[field.Ordinal] : null,
    };

    internal EmulatedRow With(IEnumerable<KeyValuePair<EmulatedField, object?>> changes)
    {
        var values = new object?[Owner.ColumnCount];
        _values.CopyTo(values, 0);
        foreach ((var field, var value) in changes)
        {
            values[field.Ordinal] = value;
        }

        return new EmulatedRow(Owner, Gsid, values);
    }
}
