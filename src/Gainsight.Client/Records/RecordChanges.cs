namespace Gainsight.Client;

/// <summary>What was set on a record, over what was loaded. A record that was only read has none.</summary>
internal sealed class RecordChanges
{
    private const int FirstCapacity = 4;

    private RecordChange[] _changes = new RecordChange[FirstCapacity];
    private int _count;

    /// <summary>The changes in the order in which their fields were first set.</summary>
    public ReadOnlySpan<RecordChange> All => _changes.AsSpan(0, _count);

    /// <summary>The lookups in the order of their fields' names.</summary>
    public IReadOnlyList<FieldLookup> Lookups { get; private set; } = [];

    /// <summary>Where the field's change stands in <see cref="All"/>, or -1.</summary>
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

    /// <summary>Sets the value; a lookup of the same field gives way to it.</summary>
    public void Set(Field field, in RecordValue value)
    {
        RemoveLookup(field);
        Put(field, value);
    }

    /// <summary>Sets the lookup; a value of the same field, loaded ones included, gives way to it.</summary>
    public void SetLookup(LookupField field, Lookup lookup)
    {
        Put(field, default);
        RemoveLookup(field);
        Lookups = [.. Lookups.Append(new(field, lookup)).OrderBy(set => set.Field.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Takes the field away: what was set, what was loaded, and its lookup.</summary>
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

        _changes[index] = new RecordChange(field, value);
    }

    private void RemoveLookup(Field field)
    {
        if (Lookups.Count > 0 && HasLookup(field))
        {
            Lookups = [.. Lookups.Where(set => !set.Field.IsNamed(field.Name))];
        }
    }
}
