namespace Gainsight.Client.Emulator;

/// <summary>
/// Everything that the tenant holds, guarded by one lock. Requests are served one at a time, as if each were a transaction, and a test
/// that reads through the back door sees the state between two requests.
/// </summary>
internal sealed class TenantData(TenantClock clock, SeededRandom random)
{
    private Content _content = new();
    private DateTimeOffset? _workTime;

    public object Sync { get; } = new();

    public TenantClock Clock { get; } = clock;

    /// <summary>The current time. While scheduled work runs late, this is the time at which the work was due.</summary>
    public DateTimeOffset Now => _workTime ?? Clock.Now;

    /// <summary>The tenant id, which events carry.</summary>
    public string Id { get; set; } = "";

    public GsidGenerator Gsids { get; } = new(random);

    /// <summary>The GSID of the user on whose behalf the API writes: the first user of the tenant.</summary>
    public string? ApiUser
    {
        get => _content.ApiUser;
        set => _content.ApiUser = value;
    }

    /// <summary>How long queries do not see what is written now. The pipeline sets it while it serves a request.</summary>
    public TimeSpan ReadLag { get; set; }

    /// <summary>How the tenant compares keys. The pipeline sets it from the switches.</summary>
    public KeyForm Keys { get; set; }

    /// <summary>The request that is being carried out, by its position in the request log, or null. The pipeline sets it.</summary>
    public long? Request { get; set; }

    /// <summary>The changes of rows, or null if nobody asks for them.</summary>
    public RowHistory? History { get; set; }

    /// <summary>The work that is due later.</summary>
    public ScheduledWork Scheduled => _content.Scheduled;

    /// <summary>Counts the changes of rows and fields.</summary>
    public long Changes { get; private set; }

    public IReadOnlyCollection<EmulatedObject> Objects => _content.Objects.Values;

    /// <summary>The objects that calls can see.</summary>
    public IEnumerable<EmulatedObject> Visible => Objects.Where(item => !item.IsHidden);

    public IReadOnlyCollection<PicklistCategory> Picklists => _content.Picklists.Values;

    public EmulatedObject? Find(string name) => _content.Objects.GetValueOrDefault(name);

    public EmulatedObject? FindVisible(string name) => Find(name) is { IsHidden: false } visible ? visible : null;

    public PicklistCategory? FindPicklist(string gsid) => _content.Picklists.GetValueOrDefault(gsid);

    /// <summary>Returns the state that an area of the API keeps in the tenant, and creates it on first use.</summary>
    public T State<T>(Func<T> create)
        where T : class
    {
        if (!_content.State.TryGetValue(typeof(T), out var state))
        {
            state = create();
            _content.State.Add(typeof(T), state);
        }

        return (T)state;
    }

    /// <summary>Returns a new random id for a job.</summary>
    public string NewId() => random.NextGuid().ToString();

    public EmulatedObject Add(EmulatedObject item)
    {
        Changed();
        _content.Objects.Add(item.Name, item);
        return item;
    }

    /// <summary>Adds a custom object with the system fields and <c>Name</c>.</summary>
    public EmulatedObject AddCustomObject(string name, string label)
    {
        var number = Objects.Count(item => item.Kind == EmulatedObjectKind.Custom) + 1;
        var prefix = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"1Z{number:00}");
        var custom = Add(new EmulatedObject(this, name, label, EmulatedObjectKind.Custom, prefix));
        foreach (var field in SystemFields.Standard)
        {
            _ = SystemFields.Add(custom, field);
        }

        _ = custom.AddField(FieldNames.Name, EmulatedDataType.String);
        return custom;
    }

    public PicklistCategory AddPicklist(string name, bool multiple, string? gsid = null)
    {
        var category = new PicklistCategory(this, gsid ?? NextPicklistGsid(), name, multiple);
        _content.Picklists.Add(category.Gsid, category);
        return category;
    }

    public void RemovePicklist(PicklistCategory category) => _content.Picklists.Remove(category.Gsid);

    /// <summary>Returns a GSID that no picklist and no item has. Random numbers that start again give the same ones.</summary>
    public string NextPicklistGsid()
    {
        string gsid;
        do
        {
            gsid = Gsids.Next("1I00");
        }
        while (_content.Picklists.ContainsKey(gsid) || _content.Picklists.Values.Any(picklist => picklist.HasItem(gsid)));
        return gsid;
    }

    /// <summary>Notes that a row or a field has changed.</summary>
    public void Changed() => Changes++;

    /// <summary>Puts other data in the place of all data, or changes nothing if the other data cannot be loaded.</summary>
    public void Replace(Action load)
    {
        (var former, var state) = (_content, random.State);
        _content = new Content();
        try
        {
            load();
        }
        catch
        {
            (_content, random.State) = (former, state);
            throw;
        }

        History?.Clear();
        Changed();
    }

    /// <summary>Forgets all data, all state of areas and all scheduled work. Ids are then the same again as those of a new tenant.</summary>
    public void Clear()
    {
        _content = new Content();
        History?.Clear();
        random.Restart();
        Changed();
    }

    /// <summary>Runs all scheduled work that is due, each piece at its own time. Call this before reading or writing rows.</summary>
    public void RunDueWork()
    {
        while (Scheduled.TryTake(Now, out var due, out var work))
        {
            _workTime = due;
            try
            {
                work();
            }
            finally
            {
                _workTime = null;
            }
        }
    }

    /// <summary>What a complete seed replaces.</summary>
    private sealed class Content
    {
        public Dictionary<string, EmulatedObject> Objects { get; } = new(StringComparer.OrdinalIgnoreCase);

        public Dictionary<string, PicklistCategory> Picklists { get; } = new(StringComparer.Ordinal);

        public Dictionary<Type, object> State { get; } = [];

        public ScheduledWork Scheduled { get; } = new();

        public string? ApiUser { get; set; }
    }
}
