namespace Gainsight.Client.Emulator;

/// <summary>A row as it was when it was read; an update makes a new one, so a row that is kept never changes.</summary>
public sealed class EmulatedRow
{
    private readonly object?[] _values;

    internal EmulatedRow(EmulatedObject owner, string gsid, object?[] values)
    {
        Owner = owner;
        Gsid = gsid;
        _values = values;
    }

    /// <summary>The row's id: its GSID, or an inner one if the object has no such field.</summary>
    public string Gsid { get; }

    internal EmulatedObject Owner { get; }

    /// <summary>
    /// The value of a field: <see cref="string"/> (also for picklists, lookups and multi-selects), <see cref="decimal"/>,
    /// <see cref="bool"/>, <see cref="DateOnly"/>, <see cref="DateTimeOffset"/> in UTC, or <see langword="null"/>.
    /// </summary>
    /// <param name="field">The field's API name, in any case.</param>
    /// <exception cref="KeyNotFoundException">The object has no such field.</exception>
    /// <remarks>What is counted, such as <c>OpenTaskCount</c>, is as of now.</remarks>
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
        var values = new object?[Owner.FieldCount];
        _values.CopyTo(values, 0);
        foreach ((var field, var value) in changes)
        {
            values[field.Ordinal] = value;
        }

        return new EmulatedRow(Owner, Gsid, values);
    }
}
