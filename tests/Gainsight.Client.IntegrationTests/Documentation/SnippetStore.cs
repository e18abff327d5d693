namespace Gainsight.Client.IntegrationTests.Documentation;

/// <summary>What the documents take for a store of the application's own.</summary>
public sealed class SnippetStore
{
    private readonly Dictionary<string, GainsightRecord> _rows = [];

    /// <summary>Keeps a row.</summary>
    /// <param name="gsid">Its id.</param>
    /// <param name="record">The row.</param>
    /// <returns>A task that has ended.</returns>
    public Task SaveAsync(string gsid, GainsightRecord record)
    {
        _rows[gsid] = record;
        return Task.CompletedTask;
    }

    /// <summary>Gives a row up.</summary>
    /// <param name="gsid">Its id.</param>
    /// <returns>A task that has ended.</returns>
    public Task RemoveAsync(string gsid)
    {
        _rows.Remove(gsid);
        return Task.CompletedTask;
    }
}
