namespace Gainsight.Client;

/// <content>What changed in the tenant for a query. Here, because the metadata below does not know queries.</content>
public partial class MetadataClient
{
    /// <summary>Compares the fields and picklist items that a query names with the tenant, without running the query.</summary>
    /// <remarks>
    /// Checked are the fields of <c>Select</c> (without it, those of the record type that the query reads), of filters and orders, also behind lookups: whether the tenant has them,
    /// and whether it has them as numbers, booleans, dates, date-times, multi-selects or text, as their tokens say. The items of filters must be in their picklists. So
    /// <c>CompareAsync(gainsight.Companies.Query())</c> checks a record type. Each object on the way is described again, at most once a minute.
    /// </remarks>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The differences. An object that is gone is one.</returns>
    /// <exception cref="GainsightException">The object could not be described. The type of the exception says why.</exception>
    public virtual async Task<DriftReport> CompareAsync<T>(RecordQuery<T> query, CancellationToken cancellationToken = default)
        where T : GainsightRecord, new()
    {
        ArgumentNullException.ThrowIfNull(query);
        try
        {
            return new(query.Plan.Definition.Name, await QueryComparer.CompareAsync(query.Plan, Catalogue, cancellationToken).ConfigureAwait(false));
        }
        catch (GainsightNotFoundException failure) when (failure.IsFromGainsight)
        {
            return await GoneAsync(query.Plan.Definition.Name, cancellationToken).ConfigureAwait(false);
        }
    }
}
