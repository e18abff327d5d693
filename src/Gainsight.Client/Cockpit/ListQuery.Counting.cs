namespace Gainsight.Client;

/// <content>What a list finds, without its rows.</content>
public sealed partial class ListQuery<T>
{
    /// <summary>Counts the rows of the list. Gainsight has no call for that, so the ids of all rows are read: at least one call per 1,000 rows.</summary>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The number of rows. <see cref="Take"/> counts.</returns>
    /// <exception cref="GainsightException">A page could not be read, or it cannot be shown that no row is missing. The exception type says why.</exception>
    public async Task<long> CountAsync(CancellationToken cancellationToken = default)
    {
        var count = 0L;
        await foreach (var row in Ids().ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            count++;
        }

        return count;
    }

    /// <summary>Whether the list finds a row. It reads one id, which costs one call.</summary>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>True when there is a row.</returns>
    /// <exception cref="GainsightException">The row could not be read. The exception type says why.</exception>
    public async Task<bool> AnyAsync(CancellationToken cancellationToken = default) =>
        await Ids().FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false) is not null;

    private ListQuery<T> Ids() => new(_context, _plan with { Select = [SystemFields.Gsid] }, _call with { WithLinkedRecords = false });
}
