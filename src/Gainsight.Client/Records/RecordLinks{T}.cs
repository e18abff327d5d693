namespace Gainsight.Client;

/// <summary>Links whose rows are of a known type.</summary>
internal sealed class RecordLinks<T>(string name, ObjectDefinition definition, LookupField owner, LookupField target)
    : RecordLinks(name, definition, owner, target)
    where T : GainsightRecord, new()
{
    private readonly List<T> _rows = [];

    public IList<T> List => _rows;

    /// <summary>Takes copies of the references in a list, so that the list stays the caller's.</summary>
    public void Replace(IEnumerable<T> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        T[] copy = [.. rows];
        _rows.Clear();
        _rows.AddRange(copy);
    }

    public override int Count => _rows.Count;

    public override IEnumerable<GainsightRecord?> Rows => _rows;

    public override GainsightRecord Add()
    {
        var row = new T();
        _rows.Add(row);
        return row;
    }

    public override void Keep(IReadOnlySet<GainsightRecord> rows) => _rows.RemoveAll(row => !rows.Contains(row));
}
