namespace Gainsight.Client;

/// <content>What a query finds, without its rows.</content>
public sealed partial class RecordQuery<T>
{
    /// <summary>Counts the rows of the query. Gainsight has no call for that, so the ids of all rows are read: one call per 5,000 rows.</summary>
    /// <remarks>An object that is known by its name only is described once per client.</remarks>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The number of rows. <see cref="Take"/> and <see cref="Skip"/> count.</returns>
    /// <exception cref="GainsightException">A page could not be read. The exception type says why.</exception>
    public async Task<long> CountAsync(CancellationToken cancellationToken = default)
    {
        var count = 0L;
        var ids = await IdsAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var page in ids.ReadPagesAsync(cancellationToken).ConfigureAwait(false))
        {
            count += page.Count;
        }

        return count;
    }

    /// <summary>Whether the query finds a row. It reads one id, which costs one call.</summary>
    /// <remarks>An object that is known by its name only is described once per client.</remarks>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>True when there is a row.</returns>
    /// <exception cref="GainsightException">The row could not be read. The exception type says why.</exception>
    public async Task<bool> AnyAsync(CancellationToken cancellationToken = default)
    {
        var ids = await IdsAsync(cancellationToken).ConfigureAwait(false);
        return await ids.FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false) is not null;
    }

    /// <summary>The same rows with nothing but their id, in any order. Objects without an id keep their fields.</summary>
    private async Task<RecordQuery<T>> IdsAsync(CancellationToken cancellationToken)
    {
        var definition = Plan.Definition;
        if (definition.Fields.Count == 0)
        {
            await _context.Metadata.FieldsOfAsync(definition.Name, cancellationToken).ConfigureAwait(false);
        }

        Field? id = definition.PagingKey is { } gsid && !_context.Metadata.IsKnownToLack(definition.Name, gsid)
            ? gsid
            : _context.Metadata.NumberOf(definition.Name);
        return new(_context, Plan with { Select = id is null ? Plan.Select : [id], OrderBy = [] });
    }
}
