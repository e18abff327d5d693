using System.Net;
using Gainsight.Client.IntegrationTests.Query;
using Gainsight.Client.IntegrationTests.Writes;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.IntegrationTests.Changes;

/// <summary>The two logs of deleted records.</summary>
public sealed class DeletedRecordTests
{
    private const string RouteNotFound = """{"result":false,"errorCode":"GS_APIG_1000","errorDesc":"Not Found","requestId":"r","message":"Not Found"}""";
    private const string ObjectNotFound = """{"result":false,"errorDesc":"Requested object not found.","requestId":"r"}""";
    private const string WebPage = "<html><body>404 Not Found</body></html>";

    [Fact]
    public async Task Both_logs_are_read_for_all_objects_or_one_since_a_time()
    {
        await using var tenant = await Tenant.StartAsync();
        var assets = tenant.Emulator.Object("Asset__gc");
        assets.IsHighVolume = true;
        tenant.Companies.Delete(tenant.Companies.Insert(("Name", "before")));
        tenant.Clock.Advance(TimeSpan.FromMinutes(1));
        var since = tenant.Clock.GetUtcNow();
        var gsids = KeysetTests.Insert(tenant, 3);
        gsids.ForEach(gsid => tenant.Companies.Delete(gsid));
        var asset = assets.Insert(("Name", "Pump"));
        assets.Delete(asset);
        var gainsight = tenant.CreateClient();

        var all = await ReadAsync(gainsight, since);
        var companies = await ReadAsync(gainsight, since, "company");

        all.Select(row => row.Gsid).Should().BeEquivalentTo([.. gsids, asset]);
        all.Should().OnlyContain(row => row.DeletedOn == since);
        all[^1].ObjectName.Should().Be("Asset__gc");
        companies.Select(row => row.Gsid).Should().BeEquivalentTo(gsids);
    }

    [Fact]
    public async Task All_deletions_are_read_when_one_second_has_more_of_them_than_a_page()
    {
        await using var tenant = await Tenant.StartAsync();
        var since = tenant.Clock.GetUtcNow();
        var gsids = KeysetTests.Insert(tenant, 5500);
        gsids.ForEach(gsid => tenant.Companies.Delete(gsid));

        var read = await ReadAsync(tenant.CreateClient(), since);

        read.Select(row => row.Gsid).Order(StringComparer.Ordinal).Should().Equal(gsids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Deletions_of_a_high_volume_object_are_reported_with_its_changes()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.IsHighVolume = true;
        var gsids = KeysetTests.Insert(tenant, 30);
        tenant.Clock.Advance(Feed.Settled);
        var gainsight = tenant.CreateClient();
        var checkpoint = (await Feed.ReadAsync(gainsight, ChangeCheckpoint.Beginning))[^1].Checkpoint;
        gsids[..25].ForEach(gsid => tenant.Companies.Delete(gsid));
        tenant.Clock.Advance(Feed.Settled);

        var changes = await Feed.ReadAsync(gainsight, checkpoint);
        var rest = await Feed.ReadAsync(gainsight, changes[14].Checkpoint);

        changes.Of(ChangeKind.Deleted).Should().BeEquivalentTo(gsids[..25]);
        rest.Of(ChangeKind.Deleted).Should().Equal(changes.Skip(15).Of(ChangeKind.Deleted));
    }

    [Fact]
    public async Task A_tenant_without_the_logs_has_no_deletions_and_a_warning_says_so()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = KeysetTests.Insert(tenant, 3);
        tenant.Companies.Delete(gsids[0]);
        tenant.Clock.Advance(Feed.Settled);
        using var logs = new Logs();
        var gainsight = tenant.CreateClient(options =>
        {
            options.PrimaryHandler = new WithoutLogs(options.PrimaryHandler!);
            options.LoggerFactory = logs;
        });

        var changes = await Feed.ReadAsync(gainsight, ChangeCheckpoint.Since(tenant.Clock.GetUtcNow().AddDays(-1)));

        changes.Of(ChangeKind.Upserted).Should().BeEquivalentTo(gsids[1..]);
        changes[^1].Kind.Should().Be(ChangeKind.CaughtUp);
        logs.Ids.Should().ContainSingle(id => id == 402);
        (await ReadAsync(gainsight, tenant.Clock.GetUtcNow().AddDays(-1))).Should().BeEmpty();
    }

    [Theory]
    [InlineData(RouteNotFound, true)]
    [InlineData(WebPage, true)]
    [InlineData(ObjectNotFound, true)]
    [InlineData(ObjectNotFound, false)]
    public async Task A_log_of_deletions_that_answers_404_on_its_second_page_fails_the_read_and_keeps_the_checkpoint(string body, bool apart)
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = KeysetTests.Insert(tenant, 30);
        tenant.Clock.Advance(Feed.Settled);
        var checkpoint = (await Feed.ReadAsync(tenant.CreateClient(), ChangeCheckpoint.Beginning))[^1].Checkpoint;
        foreach (var gsid in gsids.Take(25))
        {
            tenant.Companies.Delete(gsid);
            tenant.Clock.Advance(apart ? TimeSpan.FromSeconds(1) : TimeSpan.Zero);
        }

        tenant.Clock.Advance(Feed.Settled);
        var failing = Failing(tenant, fromPage: 2, body);
        HashSet<string> read = [];
        Func<Task> reading = async () =>
        {
            await foreach (var change in failing.Changes.ReadAsync(failing.Companies.Query(), checkpoint, Feed.Pages))
            {
                read.Add(change.Gsid ?? "caught up");
                checkpoint = change.Checkpoint;
            }
        };

        await reading.Should().ThrowAsync<GainsightNotFoundException>();
        read.UnionWith((await Feed.ReadAsync(tenant.CreateClient(), checkpoint)).Of(ChangeKind.Deleted)!);

        read.Should().BeEquivalentTo(gsids.Take(25));
    }

    [Theory]
    [InlineData(RouteNotFound)]
    [InlineData(WebPage)]
    public async Task A_404_that_is_not_about_the_log_is_not_taken_as_a_tenant_without_deletions(string body)
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 3);
        tenant.Clock.Advance(Feed.Settled);
        var failing = Failing(tenant, fromPage: 1, body);

        await FluentActions.Awaiting(() => Feed.ReadAsync(failing, ChangeCheckpoint.Since(tenant.Clock.GetUtcNow().AddDays(-1))))
            .Should().ThrowAsync<GainsightNotFoundException>();
        await FluentActions.Awaiting(() => ReadAsync(failing, tenant.Clock.GetUtcNow().AddDays(-1))).Should().ThrowAsync<GainsightNotFoundException>();
    }

    /// <summary>A client whose reads of the log return 404 from a certain page on.</summary>
    private static GainsightClient Failing(Tenant tenant, int fromPage, string body)
    {
        var pages = 0;
        return tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (request, _, _) => request.RequestUri!.AbsolutePath.EndsWith("/record_delete_log", StringComparison.Ordinal) && ++pages >= fromPage
                ? (HttpStatusCode.NotFound, body)
                : null,
        });
    }

    internal static async Task<List<DeletedRecord>> ReadAsync(GainsightClient gainsight, DateTimeOffset since, string? objectName = null)
    {
        List<DeletedRecord> rows = [];
        await foreach (var row in gainsight.Changes.ReadDeletedAsync(since, objectName))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Queries logs that the tenant does not have.</summary>
    private sealed class WithoutLogs(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(request.RequestUri!.AbsoluteUri.Replace("record_delete_log", "no_log", StringComparison.Ordinal));
            return base.SendAsync(request, cancellationToken);
        }
    }
}
