using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Query;

namespace Gainsight.Client.IntegrationTests.Changes;

/// <summary>The two logs of deleted records.</summary>
public sealed class DeletedRecordTests
{
    [Fact]
    public async Task Both_logs_are_read_for_all_objects_or_one_since_a_time()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        EmulatedObject assets = tenant.Emulator.Object("Asset__gc");
        assets.IsHighVolume = true;
        tenant.Companies.Delete(tenant.Companies.Insert(("Name", "before")));
        tenant.Clock.Advance(TimeSpan.FromMinutes(1));
        DateTimeOffset since = tenant.Clock.GetUtcNow();
        List<string> gsids = KeysetTests.Insert(tenant, 3);
        gsids.ForEach(gsid => tenant.Companies.Delete(gsid));
        string asset = assets.Insert(("Name", "Pump"));
        assets.Delete(asset);
        GainsightClient gainsight = tenant.CreateClient();

        List<DeletedRecord> all = await ReadAsync(gainsight, since);
        List<DeletedRecord> companies = await ReadAsync(gainsight, since, "company");

        all.Select(row => row.Gsid).Should().BeEquivalentTo([.. gsids, asset]);
        all.Should().OnlyContain(row => row.DeletedOn == since);
        all[^1].ObjectName.Should().Be("Asset__gc");
        companies.Select(row => row.Gsid).Should().BeEquivalentTo(gsids);
    }

    [Fact]
    public async Task More_deletions_in_a_second_than_a_page_holds_all_come()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        DateTimeOffset since = tenant.Clock.GetUtcNow();
        List<string> gsids = KeysetTests.Insert(tenant, 5500);
        gsids.ForEach(gsid => tenant.Companies.Delete(gsid));

        List<DeletedRecord> read = await ReadAsync(tenant.CreateClient(), since);

        read.Select(row => row.Gsid).Order(StringComparer.Ordinal).Should().Equal(gsids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Deletions_of_a_high_volume_object_come_with_its_changes()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        tenant.Companies.IsHighVolume = true;
        List<string> gsids = KeysetTests.Insert(tenant, 30);
        tenant.Clock.Advance(Feed.Settled);
        GainsightClient gainsight = tenant.CreateClient();
        ChangeCheckpoint checkpoint = (await Feed.ReadAsync(gainsight, ChangeCheckpoint.Beginning))[^1].Checkpoint;
        gsids[..25].ForEach(gsid => tenant.Companies.Delete(gsid));
        tenant.Clock.Advance(Feed.Settled);

        List<Change<Company>> changes = await Feed.ReadAsync(gainsight, checkpoint);
        List<Change<Company>> rest = await Feed.ReadAsync(gainsight, changes[14].Checkpoint);

        changes.Of(ChangeKind.Deleted).Should().BeEquivalentTo(gsids[..25]);
        rest.Of(ChangeKind.Deleted).Should().Equal(changes.Skip(15).Of(ChangeKind.Deleted));
    }

    [Fact]
    public async Task A_tenant_without_the_logs_has_no_deletions_and_a_warning_says_so()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        List<string> gsids = KeysetTests.Insert(tenant, 3);
        tenant.Companies.Delete(gsids[0]);
        tenant.Clock.Advance(Feed.Settled);
        using var logs = new Logs();
        GainsightClient gainsight = tenant.CreateClient(options =>
        {
            options.PrimaryHandler = new WithoutLogs(options.PrimaryHandler!);
            options.LoggerFactory = logs;
        });

        List<Change<Company>> changes = await Feed.ReadAsync(gainsight, ChangeCheckpoint.Since(tenant.Clock.GetUtcNow().AddDays(-1)));

        changes.Of(ChangeKind.Upserted).Should().BeEquivalentTo(gsids[1..]);
        changes[^1].Kind.Should().Be(ChangeKind.CaughtUp);
        logs.Ids.Should().ContainSingle(id => id == 402);
        (await ReadAsync(gainsight, tenant.Clock.GetUtcNow().AddDays(-1))).Should().BeEmpty();
    }

    internal static async Task<List<DeletedRecord>> ReadAsync(GainsightClient gainsight, DateTimeOffset since, string? objectName = null)
    {
        List<DeletedRecord> rows = [];
        await foreach (DeletedRecord row in gainsight.Changes.ReadDeletedAsync(since, objectName))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Asks the tenant for logs that it does not have.</summary>
    private sealed class WithoutLogs(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(request.RequestUri!.AbsoluteUri.Replace("record_delete_log", "no_log", StringComparison.Ordinal));
            return base.SendAsync(request, cancellationToken);
        }
    }
}
