using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>Ends a read after <see cref="ReadOptions.TimeLimit"/>.</summary>
internal static class LimitedRead
{
    /// <summary>The rows of a read. It throws when the limit is reached before its end.</summary>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        Func<CancellationToken, IAsyncEnumerable<T>> read, string objectName, TimeSpan limit, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(limit, time);
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, over.Token);
        var rows = read(reading.Token).GetAsyncEnumerator(reading.Token);
        await using var ending = rows.ConfigureAwait(false);
        while (await MoveAsync().ConfigureAwait(false))
        {
            yield return rows.Current;
        }

        async Task<bool> MoveAsync()
        {
            try
            {
                return await rows.MoveNextAsync().ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (over.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw new GainsightTransportException(
                    $"The read of {objectName} reached its time limit of {limit} ({nameof(ReadOptions)}.{nameof(ReadOptions.TimeLimit)}). The rows that were returned are valid, but not all.")
                {
                    IsTimeout = true,
                };
            }
        }
    }
}
