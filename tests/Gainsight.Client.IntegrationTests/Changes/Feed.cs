using Gainsight.Client.IntegrationTests.Query;

namespace Gainsight.Client.IntegrationTests.Changes;

/// <summary>Reads feeds for the tests of this folder.</summary>
internal static class Feed
{
    public static readonly ReadOptions Pages = new() { PageSize = 10 };

    /// <summary>More than the time before the present at which a read stops.</summary>
    public static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    /// <summary>A client without sockets, which makes many calls fast. It runs code before each query.</summary>
    public static GainsightClient InProcess(Tenant tenant, Action<int>? beforeQuery = null, Action<GainsightClientOptions>? configure = null) =>
        tenant.CreateClient(options =>
        {
            options.PrimaryHandler = new QueryHook(QueryHook.InProcess(tenant)) { BeforeQuery = beforeQuery };
            LiftQuota(options);
            configure?.Invoke(options);
        });

    public static void LiftQuota(GainsightClientOptions options)
    {
        options.Quota.SetLimit("sync-minute", 1_000_000);
        options.Quota.SetLimit("sync-day", 1_000_000);
    }

    public static Task<List<Change<Company>>> ReadAsync(
        GainsightClient gainsight, ChangeCheckpoint since, ReadOptions? options = null, CancellationToken cancellationToken = default) =>
        ReadAsync(gainsight, gainsight.Companies.Query().Select(CompanyFields.Name), since, options, cancellationToken);

    public static async Task<List<Change<T>>> ReadAsync<T>(
        GainsightClient gainsight, RecordQuery<T> query, ChangeCheckpoint since, ReadOptions? options = null, CancellationToken cancellationToken = default)
        where T : GainsightRecord, new()
    {
        List<Change<T>> changes = [];
        await foreach (var change in gainsight.Changes.ReadAsync(query, since, options ?? Pages, cancellationToken))
        {
            changes.Add(change);
        }

        return changes;
    }

    /// <summary>The GSIDs of the changes of one kind.</summary>
    public static IEnumerable<string?> Of(this IEnumerable<Change<Company>> changes, ChangeKind kind) =>
        changes.Where(change => change.Kind == kind).Select(change => change.Gsid);
}
