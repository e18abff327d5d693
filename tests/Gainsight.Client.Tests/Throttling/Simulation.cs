using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests.Throttling;

/// <summary>Calls of many callers against a tenant, on a clock that jumps from event to event. Everything runs on one thread and is deterministic.</summary>
internal sealed class Simulation(VirtualClock clock, SimulatedTenant tenant, Func<TimeSpan> latency)
{
    private readonly PriorityQueue<Action, (DateTimeOffset Time, int Number)> _events = new();
    private readonly List<(Task<QuotaLedger.Permit> Permit, Action<QuotaLedger.Permit> Send)> _acquiring = [];
    private int _number;

    public QuotaLedger Ledger { get; } = new(clock);

    public SimulatedTenant Tenant { get; set; } = tenant;

    public int Admitted { get; private set; }

    public int Failed { get; private set; }

    /// <summary>Sends a call after a delay, and again when it is refused.</summary>
    public void Call(QuotaBucket bucket, RequestLane lane, TimeSpan after, TimeSpan maxWait) => Call(Ledger, bucket, lane, after, maxWait);

    /// <summary>The same through the ledger of another host.</summary>
    public void Call(QuotaLedger ledger, QuotaBucket bucket, RequestLane lane, TimeSpan after, TimeSpan maxWait, Action? ended = null) =>
        At(after, () => Acquire(new(ledger, bucket, lane, maxWait, ended)));

    /// <summary>Does something at a time.</summary>
    public void At(TimeSpan after, Action action) => _events.Enqueue(action, (clock.GetUtcNow() + after, _number++));

    /// <summary>Runs until there are no more events.</summary>
    public void Run()
    {
        while (true)
        {
            Collect();
            var next = clock.NextTimer;
            if (_events.TryPeek(out _, out var first) && !(next < first.Time))
            {
                clock.AdvanceTo(first.Time);
                _events.Dequeue()();
            }
            else if (next is { } timer)
            {
                clock.AdvanceTo(timer);
            }
            else
            {
                return;
            }
        }
    }

    private void Collect()
    {
        foreach (var call in _acquiring.Where(call => call.Permit.IsCompleted).ToArray())
        {
            _acquiring.Remove(call);
            if (call.Permit.IsCompletedSuccessfully)
            {
                call.Send(call.Permit.Result);
            }
            else
            {
                Failed++;
            }
        }
    }

    private void Acquire(SimulatedCall call) =>
        _acquiring.Add((call.Ledger.AcquireAsync(call.Bucket, call.Lane, call.MaxWait, CancellationToken.None).AsTask(), permit => Send(permit, call)));

    private void Send(QuotaLedger.Permit permit, SimulatedCall call) => At(latency(), () =>
    {
        var admitted = Tenant.Receive(clock.GetUtcNow(), permit.Bucket.Windows);
        At(latency(), () =>
        {
            var date = Tenant.Date(clock.GetUtcNow());
            At(latency(), () =>
            {
                if (admitted)
                {
                    Admitted++;
                    call.Ledger.Answered(permit, date);
                    call.Ended?.Invoke();
                }
                else
                {
                    call.Ledger.Refused(permit, date, retryAfter: null);
                    Acquire(call);
                }
            });
        });
    });

    private sealed record SimulatedCall(QuotaLedger Ledger, QuotaBucket Bucket, RequestLane Lane, TimeSpan MaxWait, Action? Ended);
}
