using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Query;

namespace Gainsight.Client.IntegrationTests.Changes;

/// <summary>Feeds while others write constantly.</summary>
public sealed class TortureTests
{
    private static readonly ReadOptions LargePages = new() { PageSize = 50 };

    [Theory]
    [InlineData(1, DateForm.Iso, OperatorSupport.Honoured)]
    [InlineData(2, DateForm.IsoMilliseconds, OperatorSupport.Honoured)]
    [InlineData(3, DateForm.EpochMilliseconds, OperatorSupport.Ignored)]
    [InlineData(4, DateForm.SpaceSeparated, OperatorSupport.Refused)]
    public async Task A_copy_is_correct_from_every_checkpoint_whatever_changes_during_the_reads(
        int seed, DateForm dates, OperatorSupport gsidGreaterThan)
    {
        await using var tenant = await Tenant.StartAsync(seed: seed);
        tenant.Emulator.Switches.Dates = dates;
        tenant.Emulator.Switches.GsidGreaterThan = gsidGreaterThan;
        var others = Fill(tenant, seed);
        var gainsight = Feed.InProcess(tenant, _ => others.ChangeSomething());

        var changes = await FollowAsync(tenant, others, gainsight, Feed.Pages);

        await CheckAsync(tenant, others, gainsight, changes, Feed.Pages, every: 1);
    }

    [Fact]
    public async Task A_copy_with_hundreds_of_rows_in_a_second_is_correct()
    {
        await using var tenant = await Tenant.StartAsync(seed: 6);
        var others = Fill(tenant, seed: 6, times: 5);
        var gainsight = Feed.InProcess(tenant, _ => others.ChangeSomething());

        var changes = await FollowAsync(tenant, others, gainsight, LargePages);

        await CheckAsync(tenant, others, gainsight, changes, LargePages, every: 1);
    }

    [Fact]
    public async Task A_copy_is_correct_over_sockets()
    {
        await using var tenant = await Tenant.StartAsync(seed: 5);
        var others = Fill(tenant, seed: 5);
        (var gainsight, _) = QueryHook.CreateClient(tenant, _ => others.ChangeSomething(), configure: Feed.LiftQuota);

        var changes = await FollowAsync(tenant, others, gainsight, Feed.Pages);

        await CheckAsync(tenant, others, gainsight, changes, Feed.Pages, every: 40);
    }

    private static ChangingTenant Fill(Tenant tenant, int seed, int times = 1)
    {
        var others = new ChangingTenant(tenant, seed);
        var now = tenant.Clock.GetUtcNow();
        DateTimeOffset second = new(now.Year, now.Month, now.Day, 8, 0, 0, TimeSpan.Zero);
        others.Insert(25 * times, second: null);
        others.Insert(60 * times, second);
        others.Insert(35 * times, second.AddSeconds(1));
        for (var i = 0; i < 40; i++)
        {
            others.Insert(i % 3, second.AddMinutes(i));
        }

        others.Insert(10, second.AddHours(1));
        return others;
    }

    /// <summary>Reads three times while others write, and then until nothing is left. Checkpoints are converted to text and back.</summary>
    private static async Task<List<Change<Company>>> FollowAsync(
        Tenant tenant, ChangingTenant others, GainsightClient gainsight, ReadOptions pages)
    {
        List<Change<Company>> changes = [];
        var checkpoint = ChangeCheckpoint.Beginning;
        for (var read = 0; read < 4; read++)
        {
            others.IsQuiet = read == 3;
            tenant.Clock.Advance(Feed.Settled);
            changes.AddRange(await Feed.ReadAsync(gainsight, checkpoint, pages));
            changes[^1].Kind.Should().Be(ChangeKind.CaughtUp);
            checkpoint = ChangeCheckpoint.Parse(changes[^1].Checkpoint.ToString());
        }

        return changes;
    }

    private static async Task CheckAsync(
        Tenant tenant, ChangingTenant others, GainsightClient gainsight, List<Change<Company>> changes, ReadOptions pages, int every)
    {
        var live = others.Live;
        CheckInvented(others, changes);
        others.Deleted.Should().HaveCountGreaterThan(20);
        others.Deleted.Except(changes.Of(ChangeKind.Deleted)!).Should().BeEmpty("every deletion is reported");

        var copy = new Copy();
        HashSet<string> resumed = [];
        for (var i = 0; i < changes.Count; i++)
        {
            copy.Apply(changes[i]);
            var text = changes[i].Checkpoint.ToString();
            if (!resumed.Add(text) || resumed.Count % every != 0)
            {
                continue;
            }

            var rest = await Feed.ReadAsync(gainsight, ChangeCheckpoint.Parse(text), pages);
            CheckInvented(others, rest);
            var other = copy.Clone();
            rest.ForEach(other.Apply);
            other.Rows.Should().Equal(live, "the read went on from change {0}, {1}", i, text);
        }

        copy.Rows.Should().Equal(live);
        resumed.Count.Should().BeGreaterThan(100);
        tenant.Emulator.Requests.Snapshot().Should().OnlyContain(entry => entry.RecordCount <= pages.PageSize);
    }

    private static void CheckInvented(ChangingTenant others, List<Change<Company>> changes)
    {
        changes.Where(change => change.Kind == ChangeKind.Upserted && !others.WasEver(change.Gsid!, change.Record!.Name!)).Should().BeEmpty();
        changes.Of(ChangeKind.Deleted).Except(others.Deleted).Should().BeEmpty();
    }
}
