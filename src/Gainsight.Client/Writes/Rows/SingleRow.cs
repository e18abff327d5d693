namespace Gainsight.Client;

/// <summary>Writes of one row, made from writes of a list.</summary>
internal static class SingleRow
{
    /// <summary>Waits for the write of a list with one row.</summary>
    /// <returns>The outcome of that row.</returns>
    public static async Task<RowOutcome<T>> SingleAsync<T>(this Task<WriteReport<T>> write)
    {
        var report = await write.ConfigureAwait(false);
        return report.Rows[0];
    }
}
