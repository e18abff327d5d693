namespace Gainsight.Client.Emulator;

/// <summary>
/// Work that a call starts and that ends later. The job goes through its stages on the tenant's clock and does its work when it leaves the last
/// stage.
/// </summary>
internal abstract class BulkJob
{
    private readonly DateTimeOffset _started;
    private readonly TimeSpan _step;
    private readonly Fault? _fault;

    protected BulkJob(RequestContext context)
    {
        Id = context.Tenant.NewId();
        _started = context.Tenant.Now;
        _step = context.Limits.JobStep > TimeSpan.Zero ? context.Limits.JobStep : TimeSpan.Zero;
        _fault = context.JobFault;
    }

    public string Id { get; }

    public DateTimeOffset End => _started + (_step * Stages.Count);

    /// <summary>The states before the final state, in order.</summary>
    protected abstract IReadOnlyList<string> Stages { get; }

    /// <summary>What goes wrong with the job, or null.</summary>
    protected Fault? Fault => _fault;

    /// <summary>Whether the job does all of its work.</summary>
    protected bool Succeeds => _fault is null or { JobShare: >= 1 };

    public bool IsOver(DateTimeOffset now) => now >= End;

    public string Status(DateTimeOffset now) => (IsOver(now), _fault) switch
    {
        (false, _) => Stages[(int)((now - _started).Ticks / _step.Ticks)],
        (_, { } fault) => fault.EndOfJob,
        _ => "COMPLETED",
    };

    public abstract void Run();

    /// <summary>How many of the given items the job processes.</summary>
    protected int Share(int count) => _fault?.ShareOf(count) ?? count;
}
