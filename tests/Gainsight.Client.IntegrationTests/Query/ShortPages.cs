using System.Text;
using System.Text.Json.Nodes;

namespace Gainsight.Client.IntegrationTests.Query;

/// <summary>Makes a tenant return fewer rows a page than requested, or ignore the limit.</summary>
/// <param name="inner">The connection to the tenant.</param>
/// <param name="size">The number of rows of the next page, from the number that was requested.</param>
internal sealed class ShortPages(HttpMessageHandler inner, Func<int, int> size) : DelegatingHandler(inner)
{
    private int _calls;

    /// <summary>The number of queries and lists that were sent.</summary>
    public int Calls => _calls;

    public static (GainsightClient Client, ShortPages Pages) CreateClient(Tenant tenant, Func<int, int> size)
    {
        ShortPages? pages = null;
        var client = tenant.CreateClient(options =>
        {
            options.PrimaryHandler = pages = new ShortPages(QueryHook.InProcess(tenant), size);
            options.Quota.SetLimit("sync-minute", 1_000_000);
            options.Quota.SetLimit("sync-day", 1_000_000);
        });
        return (client, pages!);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        var member = path.Contains("/query/", StringComparison.Ordinal) ? "limit" : path.Contains("/list", StringComparison.Ordinal) ? "pageSize" : null;
        if (member is not null && request.Content is not null
            && JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken)) is JsonObject body && body[member] is { } limit)
        {
            Interlocked.Increment(ref _calls);
            body[member] = size((int)limit);
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
