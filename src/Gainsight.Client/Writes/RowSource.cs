namespace Gainsight.Client;

/// <summary>Turns a list into a stream.</summary>
internal static class RowSource
{
    /// <summary>The rows as a stream. Each is taken from the list when it is its turn.</summary>
    public static async IAsyncEnumerable<T> OneByOne<T>(this IEnumerable<T> rows)
    {
        foreach (var row in rows)
        {
            yield return row;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }
}
