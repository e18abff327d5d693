namespace Gainsight.Client;

/// <summary>A list given where a stream is taken.</summary>
internal static class RowSource
{
    /// <summary>The rows as a stream, each taken from the list when its turn has come.</summary>
    public static async IAsyncEnumerable<T> OneByOne<T>(this IEnumerable<T> rows)
    {
        foreach (var row in rows)
        {
            yield return row;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }
}
