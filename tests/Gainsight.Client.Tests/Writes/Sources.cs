namespace Gainsight.Client.Tests.Writes;

/// <summary>Rows as a stream.</summary>
internal static class Sources
{
    public static async IAsyncEnumerable<T> ToAsync<T>(this IEnumerable<T> rows)
    {
        foreach (var row in rows)
        {
            await Task.CompletedTask;
            yield return row;
        }
    }
}
