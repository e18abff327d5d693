namespace Gainsight.Client.Emulator;

public sealed partial class EmulatedObject
{
    /// <summary>The number of rows.</summary>
    public int Count
    {
        get
        {
            lock (_tenant.Sync)
            {
                PrepareToRead();
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
                PrepareToRead();
                return [.. Store.All];
            }
        }
    }

    /// <summary>Finds a row by its GSID.</summary>
    /// <param name="gsid">The row's GSID.</param>
    /// <returns>The row, or <see langword="null"/>.</returns>
    public EmulatedRow? Find(string gsid)
    {
        lock (_tenant.Sync)
        {
            PrepareToRead();
            return Store.Find(gsid);
        }
    }

    /// <summary>Inserts a row. The GSID and the system dates are generated unless they are given.</summary>
    /// <param name="values">Field names and values: CLR values, picklist labels or item GSIDs. Several items are an array.</param>
    /// <returns>The GSID of the row.</returns>
    /// <exception cref="ArgumentException">A field does not exist, or a value does not fit its type.</exception>
    public string Insert(params (string Field, object? Value)[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        lock (_tenant.Sync)
        {
            _tenant.RunDueWork();
            return Add(Convert(values)).Gsid;
        }
    }

    /// <inheritdoc cref="Insert(ValueTuple{string, object}[])"/>
    public string Insert(IReadOnlyDictionary<string, object?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Insert([.. values.Select(pair => (pair.Key, pair.Value))]);
    }

    /// <summary>Changes fields of a row. <c>ModifiedDate</c> becomes the current time unless it is given.</summary>
    /// <param name="gsid">The row's GSID.</param>
    /// <param name="values">Field names and new values.</param>
    /// <exception cref="KeyNotFoundException">There is no such row.</exception>
    /// <exception cref="ArgumentException">A field does not exist or is the GSID, or a value does not fit its type.</exception>
    public void Update(string gsid, params (string Field, object? Value)[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        lock (_tenant.Sync)
        {
            _tenant.RunDueWork();
            var row = Store.Find(gsid) ?? throw new KeyNotFoundException($"The object {Name} has no row {gsid}.");
            var changes = Convert(values);
            if (changes.Exists(change => change.Key == GsidField))
            {
                throw new ArgumentException("The GSID of a row cannot be changed.", nameof(values));
            }

            _ = Change(row, changes);
        }
    }

    /// <summary>Deletes a row and adds it to the deleted-record log.</summary>
    /// <param name="gsid">The row's GSID.</param>
    /// <returns>Whether there was such a row.</returns>
    public bool Delete(string gsid)
    {
        lock (_tenant.Sync)
        {
            _tenant.RunDueWork();
            return Remove(gsid);
        }
    }

    private void PrepareToRead()
    {
        _tenant.RunDueWork();
        Refresh?.Invoke();
    }
}
