namespace Gainsight.Client.Emulator;

/// <summary>The last changes of rows, oldest first. Rows never change, so a change only points to them. Guarded by the tenant's lock.</summary>
internal sealed class RowHistory(int capacity)
{
    private readonly Queue<RowChange> _changes = [];

    public void Add(RowChange change)
    {
        if (_changes.Count == capacity)
        {
            _ = _changes.Dequeue();
        }

        _changes.Enqueue(change);
    }

    public IEnumerable<RowChange> Of(EmulatedObject owner, string gsid) => _changes.Where(change => change.IsOf(owner, gsid));

    public void Clear() => _changes.Clear();
}
