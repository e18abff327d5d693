namespace Gainsight.Client;

/// <summary>The tenant's objects, fields and picklists, shared by all areas of a client.</summary>
/// <remarks>
/// They are kept for the lifetime of the options. When a name or an item is not found, the caller asks for a description that is
/// younger than its own start (<see cref="ClientContext.NextMoment"/>), because an administrator may have added it: at most once a minute for each object.
/// </remarks>
internal sealed partial class MetadataCatalogue
{
    /// <summary>The name under which the one list of objects is kept.</summary>
    private const string List = "";

    /// <summary>The field that scorecard objects have instead of a GSID (seen live).</summary>
    private const string RowNumber = "Id";

    private readonly Transport _transport;
    private readonly TimeSpan _lifetime;
    private volatile Contents _contents;
    private volatile bool _listsByPost;
    private volatile bool _describesOneByOne;

    public MetadataCatalogue(Transport transport, TimeSpan lifetime)
    {
        (_transport, _lifetime) = (transport, lifetime);
        _contents = NewContents();
    }

    /// <summary>The object names that are similar to an unknown one, among those that are listed already.</summary>
    public IReadOnlyList<string> Suggest(string name) => _contents.Lists.TryGet(List, out var list) ? list.NearestTo(name) : [];

    /// <summary>Forgets everything. It is loaded again when it is next needed.</summary>
    public void Refresh() => _contents = NewContents();

    /// <summary>The objects that the credential sees.</summary>
    public async Task<IReadOnlyList<ObjectSummary>> ListAsync(CancellationToken cancellationToken)
    {
        var list = await _contents.Lists.GetAsync(List, _ => SendListAsync(_transport.Lifetime), cancellationToken).ConfigureAwait(false);
        return list.Objects;
    }

    /// <summary>The current number of objects that the credential sees. Always sends a call, and keeps its answer.</summary>
    public async Task<int> CountObjectsAsync(CancellationToken cancellationToken)
    {
        var contents = _contents;
        var list = await SendListAsync(cancellationToken).ConfigureAwait(false);
        contents.Lists.Put(List, list);
        return list.Objects.Count;
    }

    /// <summary>Describes an object. Picklists may still lack their items: see <see cref="FillAsync"/>.</summary>
    /// <param name="name">The object.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <param name="since">Loads a description again that is older than this number of <see cref="ClientContext.NextMoment"/>, at most once a minute.</param>
    public Task<ObjectDescription> DescribeAsync(string name, CancellationToken cancellationToken, long? since = null) =>
        _contents.Objects.GetAsync(name, each => SendDescribeAsync(each), cancellationToken, since);

    /// <summary>The object names that are most similar to an unknown one. Lists the objects if that was not done yet. Empty when the tenant lists the name.</summary>
    public async Task<IReadOnlyList<string>> NearestObjectsAsync(string name, CancellationToken cancellationToken)
    {
        await LoadObjectsAsync(cancellationToken).ConfigureAwait(false);
        return _contents.Lists.TryGet(List, out var list) && list.Find(name) is null ? list.NearestTo(name) : [];
    }

    /// <summary>The refusal of an object that the tenant does not have, with the nearest names that it has. Null when there are none, or when they are named already.</summary>
    public async Task<GainsightNotFoundException?> ExplainAsync(GainsightApiException failure, string name, CancellationToken cancellationToken)
    {
        if (failure.Message.Contains("Did you mean", StringComparison.Ordinal))
        {
            return null;
        }

        var near = await NearestObjectsAsync(name, cancellationToken).ConfigureAwait(false);
        return near.Count == 0 ? null : new($"{failure.Message} Did you mean {string.Join(" or ", near)}?", failure.ToRefusal());
    }

    /// <summary>The items of a picklist.</summary>
    public Task<Dropdown> DropdownAsync(string categoryId, CancellationToken cancellationToken, long? since = null) =>
        _contents.Dropdowns.GetAsync(categoryId, each => SendDropdownAsync(each), cancellationToken, since);

    /// <summary>Loads the items of picklists that the describe call left out, with one call for each picklist.</summary>
    public async Task FillAsync(IEnumerable<FieldDescription> fields, CancellationToken cancellationToken, long? since = null)
    {
        foreach (var field in fields)
        {
            if (field is not { LacksItems: true, PicklistCategoryId: { } categoryId })
            {
                continue;
            }

            try
            {
                var dropdown = await DropdownAsync(categoryId, cancellationToken, since).ConfigureAwait(false);
                field.Fill(dropdown.Items);
            }
            catch (GainsightApiException failure) when (IsRefusal(failure))
            {
                // A picklist that does not exist has no items.
                field.Fill([]);
            }
        }
    }

    /// <summary>The tokens of an object's fields.</summary>
    public async Task<IReadOnlyList<Field>> FieldsOfAsync(string name, CancellationToken cancellationToken, long? since = null)
    {
        var description = await DescribeAsync(name, cancellationToken, since).ConfigureAwait(false);
        return [.. description.Fields.Select(field => field.Token)];
    }

    /// <summary>Whether the object was described and has no such field.</summary>
    public bool IsKnownToLack(string name, Field field) =>
        _contents.Objects.TryGet(name, out var description) && description.Find(field.Name) is null;

    /// <summary>The field by which a described object numbers its rows instead of a GSID, or null.</summary>
    public Field<decimal>? NumberOf(string name) =>
        _contents.Objects.TryGet(name, out var description) ? description.Find(RowNumber)?.Token as Field<decimal> : null;

    /// <summary>Refuses an object that is known to accept no writes by the record API. Costs no call.</summary>
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
                "it is a high-volume object (transactional is false), and the record API writes only low-volume custom objects. Use a bulk import.",
            { IsCreateable: false } => "it is read-only (createable is false).",
            _ => null,
        };
        if (reason is not null)
        {
            throw new GainsightValidationException(
                $"{name} accepts no writes by this call: {reason} Nothing was sent. If this has changed since, call Metadata.Refresh().");
        }
    }

    /// <summary>Lists the objects for suggestions, which are not worth a failure, nor a second call after one.</summary>
    public async Task LoadObjectsAsync(CancellationToken cancellationToken)
    {
        var contents = _contents;
        if (contents.CannotList)
        {
            return;
        }

        try
        {
            await ListAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (GainsightException)
        {
            contents.CannotList = true;
        }
    }

    private Contents NewContents() => new(_transport.TimeProvider, _lifetime);

    /// <summary>Whether the tenant refused what was asked, as opposed to a failure, a refused caller, or the page of a proxy.</summary>
    private static bool IsRefusal(GainsightApiException failure) => failure is GainsightNotFoundException { IsJson: true } or GainsightValidationException { IsJson: true };

    /// <summary>Everything that is kept. A refresh replaces it as a whole, so loads that began before the refresh do not reach the new contents.</summary>
    private sealed class Contents(TimeProvider time, TimeSpan lifetime)
    {
        private MetadataReader? _reader;
        private volatile bool _cannotList;

        /// <summary>Whether the list of objects could not be read.</summary>
        public bool CannotList
        {
            get => _cannotList;
            set => _cannotList = value;
        }

        public LoadOnceCache<ObjectList> Lists { get; } = new(time, lifetime);

        public LoadOnceCache<ObjectDescription> Objects { get; } = new(time, lifetime);

        public LoadOnceCache<Dropdown> Dropdowns { get; } = new(time, lifetime);

        /// <summary>The reader of answers. Lock it while you use it.</summary>
        public MetadataReader Reader => LazyInitializer.EnsureInitialized(ref _reader, static () => new());
    }
}
