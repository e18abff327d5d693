namespace Gainsight.Client;

/// <summary>What is known of the tenant's objects: asked for once, shared by all areas of a client, kept until <see cref="Refresh"/>.</summary>
internal sealed partial class MetadataCatalogue
{
    private const string List = "";

    /// <summary>The field that scorecard objects have where others have a GSID (seen live).</summary>
    private const string RowNumber = "Id";

    private readonly MetadataCalls _calls;
    private volatile Contents _contents = new();

    public MetadataCatalogue(Transport transport)
    {
        _calls = new MetadataCalls(transport);
        transport.SuggestObjects = name => _contents.Lists.TryGet(List, out var list) ? list.NearestTo(name) : [];
    }

    /// <summary>Forgets everything, so that it is asked for again when it is next needed.</summary>
    public void Refresh()
    {
        _contents = new();
        _calls.Forget();
    }

    /// <summary>The objects that the credential sees.</summary>
    public async Task<IReadOnlyList<ObjectSummary>> ListAsync(CancellationToken cancellationToken)
    {
        var list = await _contents.Lists.GetAsync(List, _ => _calls.ListAsync(CancellationToken.None), cancellationToken).ConfigureAwait(false);
        return list.Objects;
    }

    /// <summary>The number of objects that the credential sees by now: always a call, and its answer is kept.</summary>
    public async Task<int> CountObjectsAsync(CancellationToken cancellationToken)
    {
        var contents = _contents;
        var list = await _calls.ListAsync(cancellationToken).ConfigureAwait(false);
        contents.Lists.Put(List, list);
        return list.Objects.Count;
    }

    /// <summary>Describes an object; picklists can still lack their items.</summary>
    public Task<ObjectDescription> DescribeAsync(string name, CancellationToken cancellationToken) =>
        _contents.Objects.GetAsync(name, each => _calls.DescribeAsync(each, CancellationToken.None), cancellationToken);

    /// <summary>The items of a picklist.</summary>
    public Task<Dropdown> DropdownAsync(string categoryId, CancellationToken cancellationToken) =>
        _contents.Dropdowns.GetAsync(categoryId, each => _calls.DropdownAsync(each, CancellationToken.None), cancellationToken);

    /// <summary>Puts in the items of those picklists whose items describe left out, a call for each list.</summary>
    public async Task FillAsync(IEnumerable<FieldDescription> fields, CancellationToken cancellationToken)
    {
        foreach (var field in fields)
        {
            if (field is not { LacksItems: true, PicklistCategoryId: { } categoryId })
            {
                continue;
            }

            try
            {
                var dropdown = await DropdownAsync(categoryId, cancellationToken).ConfigureAwait(false);
                field.Fill(dropdown.Items);
            }
            catch (GainsightApiException failure) when (IsRefusal(failure))
            {
                // A list that is not there has no items.
                field.Fill([]);
            }
        }
    }

    /// <summary>The tokens of an object's fields.</summary>
    public async Task<IReadOnlyList<Field>> FieldsOfAsync(string name, CancellationToken cancellationToken)
    {
        var description = await DescribeAsync(name, cancellationToken).ConfigureAwait(false);
        return [.. description.Fields.Select(field => field.Token)];
    }

    /// <summary>Whether the object has been described, and has no such field.</summary>
    public bool IsKnownToLack(string name, Field field) =>
        _contents.Objects.TryGet(name, out var description) && description.Find(field.Name) is null;

    /// <summary>The number by which an object that has been described counts its rows in place of a GSID, or null.</summary>
    public Field<decimal>? NumberOf(string name) =>
        _contents.Objects.TryGet(name, out var description) ? description.Find(RowNumber)?.Token as Field<decimal> : null;

    /// <summary>Refuses an object of which it is known that the record API takes no writes for it. Costs no call.</summary>
    /// <exception cref="GainsightException">The object is read-only or high-volume, or lacks the suffix of custom objects.</exception>
    public void EnsureWritable(string name)
    {
        var contents = _contents;
        var known = contents.Objects.TryGet(name, out var description) ? description.Summary : null;
        if (known is null && contents.Lists.TryGet(List, out var list))
        {
            known = list.Find(name);
            if (known is null && list.Find(name + ObjectList.CustomSuffix) is { } custom)
            {
                throw new GainsightNotFoundException($"The tenant has no object {name}. Did you mean {custom.Name}? Nothing was sent.");
            }
        }

        var reason = known switch
        {
            { IsHighVolume: true } =>
                "it is a high-volume object (transactional is false), and the record API writes low-volume custom objects only. Use a bulk import.",
            { IsCreateable: false } => "it is read-only (createable is false).",
            _ => null,
        };
        if (reason is not null)
        {
            throw new GainsightValidationException(
                $"{name} takes no writes by this call: {reason} Nothing was sent. If this changed meanwhile, call Metadata.Refresh().");
        }
    }

    /// <summary>Whether the tenant says no to what was asked, rather than failing, or refusing the caller.</summary>
    private static bool IsRefusal(GainsightApiException failure) => failure is GainsightNotFoundException or GainsightValidationException;

    /// <summary>All that is kept; given up as a whole, so that what is still being loaded for it cannot outlive a refresh.</summary>
    private sealed class Contents
    {
        public LoadOnceCache<ObjectList> Lists { get; } = new();

        public LoadOnceCache<ObjectDescription> Objects { get; } = new();

        public LoadOnceCache<Dropdown> Dropdowns { get; } = new();
    }
}
