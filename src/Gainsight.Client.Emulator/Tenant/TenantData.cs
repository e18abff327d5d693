namespace Gainsight.Client.Emulator;

/// <summary>
/// Everything that the tenant holds, guarded by one lock. Requests are served one at a time, as if each were a transaction, and a test
/// that reads through the back door sees the state between two requests.
/// </summary>
internal sealed class TenantData(TenantClock clock, SeededRandom random)
{
    private readonly Dictionary<string, EmulatedObject> _objects = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, PicklistCategory> _picklists = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, object> _state = [];
    private DateTimeOffset? _workTime;

    public object Sync { get; } = new();

    public TenantClock Clock { get; } = clock;

    /// <summary>The current time. While scheduled work runs late, this is the time at which the work was due.</summary>
    public DateTimeOffset Now => _workTime ?? Clock.Now;

    /// <summary>The tenant id, which events carry.</summary>
    public string Id { get; } = "7d0e4b6a-2f51-4c3e-9a58-0e0a1b2c3d4f";

    public GsidGenerator Gsids { get; } = new(random);

    /// <summary>The GSID of the user on whose behalf the API writes: the first user of the tenant.</summary>
    public string? ApiUser { get; set; }

    /// <summary>How long queries do not see what is written now. The pipeline sets it while it serves a request.</summary>
    public TimeSpan ReadLag { get; set; }

    /// <summary>How the tenant compares keys. The pipeline sets it from the switches.</summary>
    public KeyForm Keys { get; set; }

    /// <summary>The request that is being carried out, by its position in the request log, or null. The pipeline sets it.</summary>
    public long? Request { get; set; }

    /// <summary>The changes of rows, or null if nobody asks for them.</summary>
    public RowHistory? History { get; set; }

    /// <summary>The work that is due later.</summary>
    public ScheduledWork Scheduled { get; } = new();

    public IReadOnlyCollection<EmulatedObject> Objects => _objects.Values;

    /// <summary>The objects that calls can see.</summary>
    public IEnumerable<EmulatedObject> Visible => Objects.Where(item => !item.IsHidden);

    public IReadOnlyCollection<PicklistCategory> Picklists => _picklists.Values;

    public EmulatedObject? Find(string name) => _objects.GetValueOrDefault(name);

    public EmulatedObject? FindVisible(string name) => Find(name) is { IsHidden: false } visible ? visible : null;

    public PicklistCategory? FindPicklist(string gsid) => _picklists.GetValueOrDefault(gsid);

    /// <summary>Returns the state that an area of the API keeps in the tenant, and creates it on first use.</summary>
    public T State<T>(Func<T> create)
        where T : class
    {
        if (!_state.TryGetValue(typeof(T), out var state))
        {
            state = create();
            _state.Add(typeof(T), state);
        }

        return (T)state;
    }

    /// <summary>Returns a new random id for a job.</summary>
    public string NewId() => random.NextGuid().ToString();

    public EmulatedObject Add(EmulatedObject item)
    {
        _objects.Add(item.Name, item);
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

    public PicklistCategory AddPicklist(string name, bool multiple)
    {
        var category = new PicklistCategory(this, Gsids.Next("1I00"), name, multiple);
        _picklists.Add(category.Gsid, category);
        return category;
    }

    public void RemovePicklist(PicklistCategory category) => _picklists.Remove(category.Gsid);

    /// <summary>Forgets all data, all state of areas and all scheduled work. Ids are then the same again as those of a new tenant.</summary>
    public void Clear()
    {
        _objects.Clear();
        _picklists.Clear();
        _state.Clear();
        Scheduled.Clear();
        History?.Clear();
        ApiUser = null;
        random.Restart();
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
}
