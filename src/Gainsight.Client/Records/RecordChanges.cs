namespace Gainsight.Client;

/// <summary>The fields and lookups that were set on a record. They take precedence over loaded values. A record that was only read has none.</summary>
internal sealed class RecordChanges
{
    private const int FirstCapacity = 4;

    /// <summary>With more changes than this, a hash is faster than a search.</summary>
    private const int MostSearched = 24;

    private Change[] _changes = new Change[FirstCapacity];
    private int _count;
    private Dictionary<string, int>? _index;
    private SortedDictionary<string, FieldLookup>? _lookups;
    private IReadOnlyList<FieldLookup>? _sorted;

    /// <summary>Why every write refuses the record, or null.</summary>
    public IReadOnlyList<RecordError>? Refusal { get; set; }

    /// <summary>The changes in the order in which their fields were first set.</summary>
    public ReadOnlySpan<Change> All => _changes.AsSpan(0, _count);

    /// <summary>The lookups in the order of their fields' names.</summary>
    public IReadOnlyList<FieldLookup> Lookups => _lookups is null ? [] : _sorted ??= [.. _lookups.Values];

    /// <summary>The index of the field's change in <see cref="All"/>, or -1.</summary>
    public int IndexOf(Field field)
    {
        if (_index is not null)
        {
            return _index.TryGetValue(field.Name, out var found) ? found : -1;
        }

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
        (_lookups ??= new(StringComparer.OrdinalIgnoreCase))[field.Name] = new(field, lookup);
        _sorted = null;
    }

    /// <summary>Removes the field: its value, loaded or set, and its lookup.</summary>
    public void Unset(Field field)
    {
        RemoveLookup(field);
        Put(field, default);
    }

    /// <summary>Whether the field was set or removed, or has a lookup.</summary>
    public bool Mentions(Field field) => IndexOf(field) >= 0 || HasLookup(field);

    public bool HasLookup(Field field) => _lookups?.ContainsKey(field.Name) == true;

    private void Put(Field field, in RecordValue value)
    {
        var index = IndexOf(field);
        if (index < 0)
        {
            index = Append(field);
        }

        _changes[index] = new Change(field, value);
    }

    private int Append(Field field)
    {
        if (_count == _changes.Length)
        {
            Array.Resize(ref _changes, _count * 2);
        }

        if (_index is not null)
        {
            _index.Add(field.Name, _count);
        }
        else if (_count == MostSearched)
        {
            _index = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { [field.Name] = _count };
            for (var i = 0; i < _count; i++)
            {
                _index.Add(_changes[i].Field.Name, i);
            }
        }

        return _count++;
    }

    private void RemoveLookup(Field field)
    {
        if (_lookups?.Remove(field.Name) == true)
        {
            _sorted = null;
        }
    }

    /// <summary>A field and the value that was set. These are fields, not properties, so that the large value can be read in place.</summary>
    public readonly struct Change(Field field, RecordValue value)
    {
        public readonly Field Field = field;

        public readonly RecordValue Value = value;
    }
}
