namespace Gainsight.Client.Emulator;

/// <content>What endpoints use. The caller holds the tenant's lock.</content>
public sealed partial class EmulatedObject
{
    /// <summary>The deleted rows and the times of their deletion, for an object whose API lists them. Null for other objects.</summary>
    internal List<(EmulatedRow Row, DateTimeOffset At)>? Deleted { get; set; }

    /// <summary>Updates rows that depend on something else or on the time, before rows are read. Null if there are none.</summary>
    internal Action? Refresh { get; set; }

    internal IEnumerable<EmulatedRow> Find(EmulatedField field, object value)
    {
        if (field != GsidField)
        {
            return Store.Matching(field, value, _tenant.Keys);
        }

        return Store.Find((string)value) is { } row ? [row] : [];
    }

    /// <summary>Whether the tenant takes two values of a field for the same.</summary>
    internal bool IsSame(EmulatedField field, object value, object? other) =>
        value.Equals(other) || (other is not null && _tenant.Keys.Normalize(field, value).Equals(_tenant.Keys.Normalize(field, other)));

    /// <summary>Whether a field points to no other object, or the object that it points to has a row with that id.</summary>
    internal bool HasTarget(EmulatedField field, string gsid) =>
        field.LookupObject is not { } name || field.HoldsList || _tenant.Find(name) is not { } target || target.Store.Find(gsid) is not null;

    /// <summary>The rows as queries see them, in no particular order, or null if they see every change.</summary>
    internal IEnumerable<EmulatedRow>? Seen() => Store.Seen(_tenant.Now);

    internal EmulatedRow Add(IEnumerable<KeyValuePair<EmulatedField, object?>> values)
    {
        var all = new Dictionary<EmulatedField, object?>();

        // One moment for all dates: a new row is created and last changed at the same time.
        var now = _tenant.Now;
        foreach (var field in _fields)
        {
            if ((field.Generated?.Next(_tenant) ?? DefaultFor(field, now)) is { } value)
            {
                all[field] = value;
            }
        }

        foreach ((var field, var value) in values)
        {
            all[field] = value;
        }

        var gsid = GsidField is not null && all.GetValueOrDefault(GsidField) is string given
            ? given
            : NextGsid();
        if (GsidField is not null)
        {
            all[GsidField] = gsid;
        }

        var row = new EmulatedRow(this, gsid, []).With(all);
        Store.Add(row);
        Note(gsid, null, row);
        return row;
    }

    /// <summary>Adds a row that has these values and no others, as a dump describes it.</summary>
    /// <exception cref="ArgumentException">A field does not exist, a value does not fit, or the object has a row with that GSID.</exception>
    internal EmulatedRow Restore(IEnumerable<(string Field, object? Value)> values)
    {
        var row = ToRow(values);
        Store.Add(row);
        return row;
    }

    /// <summary>Makes a row without adding it. The GSID of an object that has no such field is its internal id.</summary>
    internal EmulatedRow ToRow(IEnumerable<(string Field, object? Value)> values)
    {
        List<(string Field, object? Value)> all = [.. values];
        var id = all.FindIndex(each => string.Equals(each.Field, FieldNames.Gsid, StringComparison.OrdinalIgnoreCase));
        if (id < 0 || all[id].Value is not string gsid)
        {
            throw new ArgumentException($"The row has no {FieldNames.Gsid}.", nameof(values));
        }

        if (GsidField is null)
        {
            all.RemoveAt(id);
        }

        return new EmulatedRow(this, gsid, []).With(Convert(all));
    }

    internal EmulatedRow Change(EmulatedRow row, IEnumerable<KeyValuePair<EmulatedField, object?>> values)
    {
        var all = new Dictionary<EmulatedField, object?>();
        foreach (var field in _fields)
        {
            if (field.Name == FieldNames.ModifiedDate || field.IsModifiedTime)
            {
                all[field] = _tenant.Now;
            }
        }

        foreach ((var field, var value) in values)
        {
            all[field] = value;
        }

        var changed = row.With(all);
        Store.Replace(changed);
        Note(row.Gsid, row, changed);
        return changed;
    }

    internal bool Remove(string gsid)
    {
        if (Store.Remove(gsid) is not { } row)
        {
            return false;
        }

        Note(gsid, row, null);
        Deleted?.Add((row, _tenant.Now));
        DeletedRecordLog.Add(_tenant, this, gsid);
        return true;
    }

    /// <summary>
    /// Hides a change as long as the tenant says, and adds it to the history. Picklist items are rows only when they are read, so nothing hides
    /// them and they have no history.
    /// </summary>
    private void Note(string gsid, EmulatedRow? before, EmulatedRow? after)
    {
        if (Name == ObjectNames.Picklist)
        {
            return;
        }

        _tenant.Changed();
        _tenant.History?.Add(new RowChange(_tenant.Now, before, after, _tenant.Request));
        if (_tenant.ReadLag > TimeSpan.Zero)
        {
            Store.Hide(gsid, before, _tenant.Now + _tenant.ReadLag);
        }
    }

    /// <summary>Random numbers that start again, and seeds, may give what the object has already.</summary>
    private string NextGsid()
    {
        string gsid;
        do
        {
            gsid = _tenant.Gsids.Next(TypePrefix);
        }
        while (Store.Find(gsid) is not null);
        return gsid;
    }

    private object? DefaultFor(EmulatedField field, DateTimeOffset now) => field.Name switch
    {
        FieldNames.CreatedDate or FieldNames.ModifiedDate when field.IsSystem => now,
        FieldNames.CreatedBy or FieldNames.ModifiedBy or FieldNames.CreatedById or FieldNames.ModifiedById when field.IsSystem => _tenant.ApiUser,
        _ => field.Picklist?.DefaultGsid ?? field.DefaultValue,
    };

    private List<KeyValuePair<EmulatedField, object?>> Convert(IEnumerable<(string Field, object? Value)> values)
    {
        var converted = new List<KeyValuePair<EmulatedField, object?>>();
        foreach ((var name, var value) in values)
        {
            var field = FindField(name)
                ?? throw new ArgumentException($"The object {Name} has no field {name}.", nameof(values));
            if (converted.Exists(each => each.Key == field))
            {
                throw new ArgumentException($"The field {field.Name} of {Name} has two values. Names of fields are the same in any case. Remove one.", nameof(values));
            }

            converted.Add(new(field, ClrValueConverter.Convert(field, value)));
        }

        return converted;
    }
}
