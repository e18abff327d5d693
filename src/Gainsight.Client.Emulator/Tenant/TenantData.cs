namespace Gainsight.Client.Emulator;

/// <summary>
/// Everything the tenant holds, under one lock: requests are served one at a time, as if each were a transaction,
/// and a test that looks through the back door sees a state between two of them.
/// </summary>
internal sealed class TenantData(TenantClock clock, SeededRandom random)
{
    /// <summary>Deleted rows can be read for 15 days (official).</summary>
    public static readonly TimeSpan DeletedRowsAreKept = TimeSpan.FromDays(15);

    private readonly Dictionary<string, EmulatedObject> _objects = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, PicklistCategory> _picklists = new(StringComparer.Ordinal);
    private DateTimeOffset? _madeUpFor;

    public object Sync { get; } = new();

    public TenantClock Clock { get; } = clock;

    /// <summary>The time at which the tenant does what it is doing: that of a job that ended before, as long as it is being made up for.</summary>
    public DateTimeOffset Now => _madeUpFor ?? Clock.Now;

    public GsidGenerator Gsids { get; } = new(random);

    /// <summary>The bulk jobs, done and undone, by their ids.</summary>
    public BulkJobs Jobs { get; } = new(random);

    /// <summary>The configured imports by their job ids.</summary>
    public Dictionary<string, ImportPlan> Imports { get; } = new(StringComparer.Ordinal);

    /// <summary>Who may publish events, and what was published.</summary>
    public EventStore Events { get; } = new("7d0e4b6a-2f51-4c3e-9a58-0e0a1b2c3d4f");

    /// <summary>The types of activities, with the reporting category of each.</summary>
    public Dictionary<string, string> ActivityTypes { get; } = new(StringComparer.Ordinal);

    /// <summary>The user in whose name the API writes.</summary>
    public string? ApiUser { get; set; }

    /// <summary>What will have been done by some time.</summary>
    public ScheduledWork Scheduled { get; } = new();

    /// <summary>The asynchronous upserts of people, by status id.</summary>
    public Dictionary<string, PersonJob> PersonJobs { get; } = new(StringComparer.Ordinal);

    public IReadOnlyCollection<EmulatedObject> Objects => _objects.Values;

    /// <summary>The objects that calls show.</summary>
    public IEnumerable<EmulatedObject> Served => Objects.Where(item => !item.IsOwn);

    public IReadOnlyCollection<PicklistCategory> Picklists => _picklists.Values;

    public EmulatedObject? Find(string name) => _objects.GetValueOrDefault(name);

    public EmulatedObject? FindServed(string name) => Find(name) is { IsOwn: false } served ? served : null;

    public PicklistCategory? FindPicklist(string gsid) => _picklists.GetValueOrDefault(gsid);

    public EmulatedObject Add(EmulatedObject item)
    {
        _objects.Add(item.Name, item);
        return item;
    }

    public PicklistCategory AddPicklist(string name, bool multiple)
    {
        var category = new PicklistCategory(this, Gsids.Next("1I00"), name, multiple);
        _picklists.Add(category.Gsid, category);
        return category;
    }

    public string AddImport(EmulatedImportJob job)
    {
        var plan = ImportPlan.Create(this, job);
        var id = job.JobId ?? Jobs.NewId();
        Imports.Add(id, plan);
        return id;
    }

    /// <summary>Does what was due meanwhile, as if each piece had been done at its time. Whoever looks or writes does this first.</summary>
    public void CatchUp()
    {
        while (Scheduled.TryTake(Now, out var due, out var work))
        {
            _madeUpFor = due;
            try
            {
                work();
            }
            finally
            {
                _madeUpFor = null;
            }
        }
    }

    public void LogDeletion(EmulatedObject item, string gsid)
    {
        if (DefaultTenant.IsDeleteLog(item))
        {
            return;
        }

        var log = Find(item.IsHighVolume ? DefaultTenant.HighVolumeDeleteLog : DefaultTenant.DeleteLog)!;

        _ = log.Add(
        [
            new(log.Field("RecordId"), gsid),
            new(log.Field("DeletedOn"), Now),
            new(log.Field("ObjectName"), item.Name),
        ]);
    }

    public void AddHighVolumeLog()
    {
        if (Find(DefaultTenant.HighVolumeDeleteLog) is null)
        {
            DefaultTenant.AddDeleteLog(this, DefaultTenant.HighVolumeDeleteLog, "Record Delete Log High Volume", "1S91");
        }
    }

    public void ForgetOldDeletions(EmulatedObject log)
    {
        var deletedOn = log.Field("DeletedOn");
        var oldest = Now - DeletedRowsAreKept;
        foreach (var row in log.Store.All.Where(row => row[deletedOn] is DateTimeOffset at && at < oldest).ToList())
        {
            _ = log.Store.Remove(row.Gsid);
        }
    }
}
