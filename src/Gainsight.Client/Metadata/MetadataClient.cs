namespace Gainsight.Client;

/// <summary>The objects of the tenant, their fields and picklists.</summary>
/// <remarks>
/// <para>
/// Loaded metadata is kept for <see cref="GainsightClientOptions.MetadataLifetime"/>, or until <see cref="Refresh"/>. When a name or a picklist item is
/// not found, the object is described again, at most once a minute. A description is kept when loading it again fails. The client uses it as well: for queries without <c>Select</c>, for
/// <see cref="RecordQuery{T}.WithLabels"/>, and to refuse writes that cannot succeed. Callers that ask for the same metadata at the same time share a
/// call. When one of them cancels, the others still get the answer.
/// </para>
/// <para>Thread-safe. Routes and shapes from Gainsight's Data Management API documentation, and from connectors that run against tenants.</para>
/// </remarks>
public partial class MetadataClient
{
    private readonly ClientContext? _context;

    internal MetadataClient(ClientContext context) => _context = context;

    /// <summary>For mocks: override the members that the code under test calls.</summary>
    protected MetadataClient()
    {
    }

    private MetadataCatalogue Catalogue =>
        (_context ?? throw ClientContext.Missing()).Metadata;

    /// <summary>Lists the objects that the credential sees. Costs one call the first time (two on a tenant that has only the undocumented POST form).</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The objects.</returns>
    /// <exception cref="GainsightException">The list could not be read. The type of the exception says why.</exception>
    public virtual Task<IReadOnlyList<ObjectSummary>> ListObjectsAsync(CancellationToken cancellationToken = default) => Catalogue.ListAsync(cancellationToken);

    /// <summary>Describes an object. Costs one call the first time, plus one for each picklist whose items the answer leaves out.</summary>
    /// <param name="name">The API name, such as <c>Company</c> or <c>Asset__gc</c>.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The object with its fields.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    /// <exception cref="GainsightNotFoundException">There is no such object. If the list of objects is already loaded, the message suggests similar names.</exception>
    /// <exception cref="GainsightException">The object could not be described. The type of the exception says why.</exception>
    public virtual async Task<ObjectDescription> DescribeAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var description = await Catalogue.DescribeAsync(name, cancellationToken).ConfigureAwait(false);
        await Catalogue.FillAsync(description.Fields, cancellationToken).ConfigureAwait(false);
        return description;
    }

    /// <summary>Describes several objects, 20 per call (chosen by this library, as no limit is documented), or one per call on a tenant that refuses that.</summary>
    /// <param name="names">The API names.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The objects, in the order of the names.</returns>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    /// <exception cref="GainsightNotFoundException">One of the objects does not exist. The descriptions of the others are kept.</exception>
    /// <exception cref="GainsightException">The objects could not be described. The type of the exception says why.</exception>
    public virtual async Task<IReadOnlyList<ObjectDescription>> DescribeAsync(IEnumerable<string> names, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(names);
        string[] list = [.. names];
        if (Array.Exists(list, string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException("The name of an object is empty.", nameof(names));
        }

        var descriptions = await Catalogue.DescribeAsync(list, cancellationToken).ConfigureAwait(false);
        await Catalogue.FillAsync(descriptions.SelectMany(description => description.Fields), cancellationToken).ConfigureAwait(false);
        return descriptions;
    }

    /// <summary>Reads the items of a picklist by the id of its category. Costs one call the first time.</summary>
    /// <param name="categoryId">The id, as <see cref="FieldDescription.PicklistCategoryId"/> gives it.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The list and its items.</returns>
    /// <exception cref="ArgumentException"><paramref name="categoryId"/> is empty.</exception>
    /// <exception cref="GainsightException">The list could not be read. The type of the exception says why.</exception>
    public virtual Task<Dropdown> GetDropdownAsync(string categoryId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(categoryId);
        return Catalogue.DropdownAsync(categoryId, cancellationToken);
    }

    /// <summary>Forgets all loaded metadata. It is loaded again when it is next needed. Call this after an administrator changed objects, fields or picklists.</summary>
    public virtual void Refresh() => Catalogue.Refresh();
}
