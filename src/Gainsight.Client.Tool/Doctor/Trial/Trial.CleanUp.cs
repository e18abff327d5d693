namespace Gainsight.Client.Tool.Doctor;

internal sealed partial class Trial
{
    private const int MaxFailures = 3;

    /// <summary>Deletes the rows, and looks whether they are gone. A failed call does not end it: what it could not do is in the result.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What is left.</returns>
    public async Task<TrialEnd> CleanUpAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<(string Name, string Gsid)>? there = [];
        try
        {
            for (var wait = TimeSpan.FromSeconds(1); _isTouched; wait *= 2)
            {
                there = await TryReadAsync(cancellationToken).ConfigureAwait(false);
                string[] remaining = [.. _gsids.Except(_deleted)];
                if (remaining.Length > 0)
                {
                    await DeleteAllAsync(remaining, cancellationToken).ConfigureAwait(false);
                    there = await TryReadAsync(cancellationToken).ConfigureAwait(false);
                }

                if ((there is null or { Count: 0 } && IsGone) || wait > LongestWait)
                {
                    break;
                }

                await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            there = null;
        }

        // A row that a query still shows is left, even if its deletion was accepted.
        IEnumerable<(string Name, string Gsid)> left = there
            ?? _gsids.Except(_deleted).Select(gsid => (_rows.Find(row => row.Gsid == gsid)?.Name ?? Marker, gsid));
        return new TrialEnd(Marker, Math.Max(_rows.Count, _gsids.Count), [.. left]) { MayHaveMore = !IsGone, IsUnverified = there is null };
    }

    /// <summary>Whether the tenant accepted the deletion of as many rows as were sent.</summary>
    private bool IsGone => _deleted.Count >= _rows.Count && _gsids.IsSubsetOf(_deleted);

    private async Task DeleteAllAsync(string[] gsids, CancellationToken cancellationToken)
    {
        var failures = 0;
        foreach (var gsid in gsids)
        {
            try
            {
                failures = (await DeleteAsync(gsid, cancellationToken).ConfigureAwait(false)).IsRefused && !_deleted.Contains(gsid) ? failures + 1 : 0;
            }
            catch (GainsightException)
            {
                failures++;
            }

            if (failures == MaxFailures)
            {
                break;
            }
        }
    }

    private async Task<IReadOnlyList<(string Name, string Gsid)>?> TryReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (GainsightException)
        {
            return null;
        }
    }
}
