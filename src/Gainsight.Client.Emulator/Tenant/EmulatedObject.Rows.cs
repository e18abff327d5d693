namespace Gainsight.Client.Emulator;

public sealed partial class EmulatedObject
{
    /// <summary>How many rows there are.</summary>
    public int Count
    {
        get
        {
            lock (_tenant.Sync)
            {
                return Store.Count;
            }
        }
    }

    /// <summary>A snapshot of the rows, in no particular order.</summary>
    public IReadOnlyList<EmulatedRow> Rows
    {
        get
        {
            lock (_tenant.Sync)
            {
                return [.. Store.All];
            }
        }
    }

    /// <summary>Finds a row by its id.</summary>
    /// <param name="gsid">The row's GSID.</param>
    /// <returns>The row, or <see langword="null"/>.</returns>
    public EmulatedRow? Find(string gsid)
    {
        lock (_tenant.Sync)
        {
            return Store.Find(gsid);
        }
    }

    /// <summary>Inserts a row. A GSID and the system dates are made up unless they are given.</summary>
    /// <param name="values">Field name and value: CLR values, picklist labels or item GSIDs; several of them as an array.</param>
    /// <returns>The GSID of the row.</returns>
    /// <exception cref="ArgumentException">A field does not exist, or its type does not take the value.</exception>
    public string Insert(params (string Field, object? Value)[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        lock (_tenant.Sync)
        {
            return Add(Convert(values)).Gsid;
        }
    }

    /// <inheritdoc cref="Insert(ValueTuple{string, object}[])"/>
    public string Insert(IReadOnlyDictionary<string, object?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Insert([.. values.Select(pair => (pair.Key, pair.Value))]);
    }

    /// <summary>Changes fields of a row; <c>ModifiedDate</c> becomes now unless it is given.</summary>
    /// <param name="gsid">The row's GSID.</param>
    /// <param name="values">Field name and new value.</param>
    /// <exception cref="KeyNotFoundException">There is no such row.</exception>
    /// <exception cref="ArgumentException">A field does not exist, or its type does not take the value.</exception>
    public void Update(string gsid, params (string Field, object? Value)[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        lock (_tenant.Sync)
        {
            EmulatedRow row = Store.Find(gsid) ?? throw new KeyNotFoundException($"The object {Name} has no row {gsid}.");
            _ = Change(row, Convert(values));
        }
    }

    /// <summary>Deletes a row and writes it into the deleted-record log.</summary>
    /// <param name="gsid">The row's GSID.</param>
    /// <returns>Whether there was such a row.</returns>
    public bool Delete(string gsid)
    {
        lock (_tenant.Sync)
        {
            return Remove(gsid);
        }
    }

    internal IEnumerable<EmulatedRow> Find(EmulatedField field, object value)
    {
        if (field != GsidField)
        {
            return Store.Matching(field, value);
        }

        return Store.Find((string)value) is { } row ? [row] : [];
    }

    internal EmulatedRow Add(IEnumerable<KeyValuePair<EmulatedField, object?>> values)
    {
        var all = new Dictionary<EmulatedField, object?>();
        foreach (EmulatedField field in _fields)
        {
            if (DefaultFor(field) is { } value)
            {
                all[field] = value;
            }
        }

        foreach ((EmulatedField field, object? value) in values)
        {
            all[field] = value;
        }

        string gsid = GsidField is not null && all.GetValueOrDefault(GsidField) is string given
            ? given
            : _tenant.Gsids.Next(TypePrefix);
        if (GsidField is not null)
        {
            all[GsidField] = gsid;
        }

        EmulatedRow row = new EmulatedRow(this, gsid, []).With(all);
        Store.Add(row);
        return row;
    }

    internal EmulatedRow Change(EmulatedRow row, IEnumerable<KeyValuePair<EmulatedField, object?>> values)
    {
        var all = new Dictionary<EmulatedField, object?>();
        if (FindField(FieldNames.ModifiedDate) is { } modified)
        {
            all[modified] = _tenant.Clock.Now;
        }

        foreach ((EmulatedField field, object? value) in values)
        {
            all[field] = value;
        }

        EmulatedRow changed = row.With(all);
        Store.Replace(changed);
        return changed;
    }

    internal bool Remove(string gsid)
    {
        if (Store.Remove(gsid) is null)
        {
            return false;
        }

        _tenant.LogDeletion(this, gsid);
        return true;
    }

    private object? DefaultFor(EmulatedField field) => field.Name switch
    {
        FieldNames.CreatedDate or FieldNames.ModifiedDate when field.System => _tenant.Clock.Now,
        FieldNames.CreatedBy or FieldNames.ModifiedBy when field.System => _tenant.ApiUser,
        _ => field.Picklist?.DefaultGsid ?? field.DefaultValue,
    };

    private List<KeyValuePair<EmulatedField, object?>> Convert(IEnumerable<(string Field, object? Value)> values)
    {
        var converted = new List<KeyValuePair<EmulatedField, object?>>();
        foreach ((string name, object? value) in values)
        {
            EmulatedField field = FindField(name)
                ?? throw new ArgumentException($"The object {Name} has no field {name}.", nameof(values));
            converted.Add(new(field, ClrValues.Convert(field, value)));
        }

        return converted;
    }
}
