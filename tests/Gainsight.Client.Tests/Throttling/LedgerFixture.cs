using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests.Throttling;

/// <summary>A ledger on a stopped clock, 30 seconds into a minute. One bucket has ten calls a minute; another has three calls an hour and shares the minute.</summary>
internal sealed class LedgerFixture : IDisposable
{
    public const string Main = "main";
    public const string Rare = "rare";
    public const string Other = "other";

    public static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public LedgerFixture(bool learnt = true)
    {
        Ledger = new(Clock);
        if (learnt)
        {
            // Two answers, half a second apart, that pin the server's clock to the local one.
            Ledger.Answered(TakeNow(Other), Clock.GetUtcNow());
            Clock.Advance(TimeSpan.FromSeconds(1) - TimeSpan.FromTicks(1));
            Ledger.Answered(TakeNow(Other), Clock.GetUtcNow().AddTicks(1) - TimeSpan.FromSeconds(1));
            Clock.Advance(TimeSpan.FromTicks(1));
        }
    }

    public VirtualClock Clock { get; } = new();

    public QuotaLedger Ledger { get; }

    public QuotaOptions Options { get; } = With(share: 1);

    public DateTimeOffset Now => Clock.GetUtcNow();

    public static QuotaOptions With(double share)
    {
        QuotaWindow minute = new("minute", TimeSpan.FromMinutes(1), 10);
        return new()
        {
            Share = share,
            Buckets =
            {
                [Main] = [minute, new("day", TimeSpan.FromDays(1), 1_000)],
                [Rare] = [new("rare-hour", Hour, 3), minute],
                [Other] = [new("other-minute", TimeSpan.FromMinutes(1), 100)],
            },
        };
    }

    public Task<QuotaLedger.Permit> Take(
        string bucket = Main, RequestLane lane = RequestLane.Interactive, TimeSpan? maxWait = null, QuotaOptions? options = null, CancellationToken token = default) =>
        Ledger.AcquireAsync(Ledger.Buckets(options ?? Options)[bucket], lane, maxWait ?? Hour, token).AsTask();

    /// <summary>Takes a permit that is available immediately.</summary>
    public QuotaLedger.Permit TakeNow(string bucket = Main, RequestLane lane = RequestLane.Interactive, QuotaOptions? options = null)
    {
        var permit = Take(bucket, lane, options: options);
        permit.IsCompletedSuccessfully.Should().BeTrue();
        return permit.GetAwaiter().GetResult();
    }

    /// <summary>Takes permits that are available immediately, and ends their calls.</summary>
    public void Use(int calls, string bucket = Main, RequestLane lane = RequestLane.Interactive)
    {
        for (var i = 0; i < calls; i++)
        {
            Answer(TakeNow(bucket, lane));
        }
    }

    public void Answer(QuotaLedger.Permit permit) => Ledger.Answered(permit, DateNow());

    public DateTimeOffset Refuse(QuotaLedger.Permit permit, TimeSpan? retryAfter = null) => Ledger.Refused(permit, DateNow(), retryAfter);

    /// <summary>Advances the clock to the beginning of the next minute.</summary>
    public void NextMinute() => Clock.Advance(TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(Now.Ticks % TimeSpan.TicksPerMinute));

    public QuotaWindowStatus Window(string name, QuotaOptions? options = null) => Ledger.Snapshot(options ?? Options).Windows.Single(window => window.Name == name);

    public void Dispose() => Clock.Dispose();

    private DateTimeOffset DateNow() => Now.AddTicks(-(Now.Ticks % TimeSpan.TicksPerSecond));
}
