namespace Gainsight.Client.Emulator;

/// <summary>Work that a call leaves for later: it goes through its stages on the tenant's clock, and is done when it leaves the last.</summary>
internal abstract class BulkJob
{
    private readonly DateTimeOffset _started;
    private readonly TimeSpan _step;
    private readonly FaultKind? _fault;

    protected BulkJob(RequestContext context)
    {
        Id = context.Tenant.NewId();
        _started = context.Tenant.Now;
        _step = context.Limits.JobStep > TimeSpan.Zero ? context.Limits.JobStep : TimeSpan.Zero;
        _fault = context.JobFault;
    }

    public string Id { get; }

    public DateTimeOffset End => _started + (_step * Stages.Count);

    /// <summary>The states before the last one, in order.</summary>
    protected abstract IReadOnlyList<string> Stages { get; }

    /// <summary>Whether the job does its whole work; if not, it does half of it.</summary>
    protected bool Succeeds => _fault is null;

    public bool IsOver(DateTimeOffset now) => now >= End;

    public string Status(DateTimeOffset now) => (IsOver(now), _fault) switch
    {
        (false, _) => Stages[(int)((now - _started).Ticks / _step.Ticks)],
        (_, FaultKind.JobFails) => "FAILED",
        (_, FaultKind.JobIsAborted) => "ABORTED",
        _ => "COMPLETED",
    };

    public abstract void Run();

    /// <summary>How many of the items that it was given the job deals with.</summary>
    protected int Share(int count) => Succeeds ? count : count / 2;
}
