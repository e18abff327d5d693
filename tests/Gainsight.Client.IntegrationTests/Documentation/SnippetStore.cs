namespace Gainsight.Client.IntegrationTests.Documentation;

/// <summary>The application's own store, as the documents use it.</summary>
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

    /// <summary>Removes a row.</summary>
    /// <param name="gsid">Its id.</param>
    /// <returns>A task that has ended.</returns>
    public Task RemoveAsync(string gsid)
    {
        _rows.Remove(gsid);
        return Task.CompletedTask;
    }
}
