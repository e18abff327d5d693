namespace Gainsight.Client;

/// <summary>What a read after a lost answer found of the rows that were sent.</summary>
internal static class FoundRows
{
    /// <summary>Gives each row that was found its GSID, and says whether the tenant holds what was sent.</summary>
    /// <param name="rows">The rows of the call.</param>
    /// <param name="sent">What was sent of each row.</param>
    /// <param name="matches">The tenant's rows with the keys of each row.</param>
    /// <param name="comparer">Compares with what was sent. Null when that is not needed: nothing then counts as held.</param>
    /// <param name="cancellationToken">Cancels a description of the object, which some values need.</param>
    /// <returns>The rows that were found. One that the tenant has several times has no GSID.</returns>
    public static async Task<IReadOnlyDictionary<WriteRow<T>, FoundRow>> OfAsync<T>(
        IReadOnlyList<WriteRow<T>> rows,
        IReadOnlyList<GainsightRecord> sent,
        IReadOnlyList<KeyFinder.Row>[] matches,
        RowComparer? comparer,
        CancellationToken cancellationToken)
    {
        var found = Compare();
        if (comparer?.IsUnclear == true)
        {
            await comparer.LearnAsync(cancellationToken).ConfigureAwait(false);
            found = Compare();
        }

        return found;

        Dictionary<WriteRow<T>, FoundRow> Compare()
        {
            var found = new Dictionary<WriteRow<T>, FoundRow>();
            for (var i = 0; i < rows.Count; i++)
            {
                if (matches[i].Count > 0)
                {
                    found[rows[i]] = matches[i] is [var only] ? new(only.Gsid, comparer?.HasAll(sent[i], only) ?? false) : default;
                }
            }

            return found;
        }
    }
}
