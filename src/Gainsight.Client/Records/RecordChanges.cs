namespace Gainsight.Client;

/// <summary>The fields and lookups that were set on a record. They take precedence over loaded values. A record that was only read has none.</summary>
internal sealed class RecordChanges
{
    private const int FirstCapacity = 4;

    private Change[] _changes = new Change[FirstCapacity];
    private int _count;

    /// <summary>The changes in the order in which their fields were first set.</summary>
    public ReadOnlySpan<Change> All => _changes.AsSpan(0, _count);

    /// <summary>The lookups in the order of their fields' names.</summary>
    public IReadOnlyList<FieldLookup> Lookups { get; private set; } = [];

    /// <summary>The index of the field's change in <see cref="All"/>, or -1.</summary>
    public int IndexOf(Field field)
    {
        for (var i = 0; i < _count; i++)
        {
            var known = _changes[i].Field;
            if (ReferenceEquals(known, field) || known.IsNamed(field.Name))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Sets the value and removes a lookup of the same field.</summary>
    public void Set(Field field, in RecordValue value)
    {
        RemoveLookup(field);
        Put(field, value);
    }

    /// <summary>Sets the lookup and removes a value of the same field, loaded or set.</summary>
    public void SetLookup(LookupField field, Lookup lookup)
    {
        Put(field, default);
        RemoveLookup(field);
        Lookups = [.. Lookups.Append(new(field, lookup)).OrderBy(set => set.Field.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Removes the field: its value, loaded or set, and its lookup.</summary>
    public void Unset(Field field)
    {
        RemoveLookup(field);
        Put(field, default);
    }

    public bool HasLookup(Field field)
    {
        foreach (var set in Lookups)
        {
            if (set.Field.IsNamed(field.Name))
            {
                return true;
            }
        }

        return false;
    }

    private void Put(Field field, in RecordValue value)
    {
        var index = IndexOf(field);
        if (index < 0)
        {
            if (_count == _changes.Length)
            {
                Array.Resize(ref _changes, _count * 2);
            }

            index = _count++;
        }

        _changes[index] = new Change(field, value);
    }

    private void RemoveLookup(Field field)
    {
        if (Lookups.Count > 0 && HasLookup(field))
        {
            Lookups = [.. Lookups.Where(set => !set.Field.IsNamed(field.Name))];
        }
    }

    /// <summary>A field and the value that was set. These are fields, not properties, so that the large value can be read in place.</summary>
    public readonly struct Change(Field field, RecordValue value)
    {
        public readonly Field Field = field;

        public readonly RecordValue Value = value;
    }
}
