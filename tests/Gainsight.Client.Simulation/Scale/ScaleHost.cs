namespace Gainsight.Client.Simulation;

/// <summary>A host's work for a tenant, through the ledger of the SDK.</summary>
internal sealed class ScaleHost
{
    private static readonly TimeSpan Forever = TimeSpan.FromDays(365);

    private readonly ScaleRun _run;
    private readonly QuotaLedger _ledger;
    private readonly QuotaBucket _bucket;
    private readonly List<(Task<QuotaLedger.Permit> Permit, Action<QuotaLedger.Permit> Send)> _waiting = [];

    public ScaleHost(ScaleRun run, int number, ScaleTenant tenant, QuotaOptions options, InMemoryQuotaStore memory, TimeSpan clockOffset)
    {
        _run = run;
        Number = number;
        Tenant = tenant;
        _ledger = new(new HostTime(run.Clock, clockOffset, () => run.Touch(this)), tenant: tenant.Name, store: new ModelledStore(run, memory, this));
        _bucket = _ledger.Buckets(options)[QuotaBuckets.Sync];
    }

    public int Number { get; }

    public ScaleTenant Tenant { get; }

    /// <summary>Whether the run will look for permits that came.</summary>
    public bool IsTouched { get; set; }

    /// <summary>Tells the ledger a notice of the store.</summary>
    public Action<QuotaNotice> Hear { get; set; } = static _ => { };

    /// <summary>Makes bulk calls one after the other, without an end.</summary>
    public void Work() => Call(RequestLane.Bulk, Work);

    /// <summary>Makes one call.</summary>
    public void Call(RequestLane lane, Action? ended = null)
    {
        var begin = _run.Elapsed;
        Acquire(lane, permit =>
        {
            if (lane == RequestLane.Bulk)
            {
                Tenant.Served.Add((_run.Elapsed, Number));
            }
            else
            {
                Tenant.InteractiveWaits.Add((_run.Elapsed - begin, begin, Number));
            }

            Send(permit, lane, ended);
        });
    }

    /// <summary>Sends the calls whose permits came.</summary>
    public void Collect()
    {
        IsTouched = false;
        for (var i = 0; i < _waiting.Count;)
        {
            var (permit, send) = _waiting[i];
            if (permit.IsCompleted)
            {
                _waiting.RemoveAt(i);
                send(permit.GetAwaiter().GetResult());
            }
            else
            {
                i++;
            }
        }
    }

    private void Acquire(RequestLane lane, Action<QuotaLedger.Permit> send)
    {
        _waiting.Add((_ledger.AcquireAsync(_bucket, lane, Forever, CancellationToken.None).AsTask(), send));
        _run.Touch(this);
    }

    private void Send(QuotaLedger.Permit permit, RequestLane lane, Action? ended) => _run.After(_run.Network.ToTenant(), () =>
    {
        var isAdmitted = Tenant.Receive(_run.Now);
        _run.After(isAdmitted ? _run.Network.Work() : TimeSpan.Zero, () =>
        {
            var date = Tenant.Date(_run.Now);
            _run.After(_run.Network.ToTenant(), () =>
            {
                if (isAdmitted)
                {
                    _ledger.Answered(permit, date);
                    ended?.Invoke();
                }
                else
                {
                    _ledger.Refused(permit, date, retryAfter: null);
                    Acquire(lane, again => Send(again, lane, ended));
                }

                _run.Touch(this);
            });
        });
    });
}
