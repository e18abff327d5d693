using System.Text;
using System.Text.Json.Nodes;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.IntegrationTests.Query;

/// <summary>Sits between a client and the tenant. Acts before each query is sent, and can change the query.</summary>
internal sealed class QueryHook(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private int _queries;

    /// <summary>Called before each query, with its number from 1.</summary>
    public Action<int>? BeforeQuery { get; init; }

    /// <summary>Called after a query was sent, with its number from 1.</summary>
    public Action<int>? AfterSend { get; set; }

    /// <summary>Changes the body of each query.</summary>
    public Action<JsonObject>? Change { get; init; }

    /// <summary>The bodies that were sent.</summary>
    public List<string> Bodies { get; } = [];

    /// <summary>The connection to the tenant without a socket. The clock sees that the server waits for it, so a delay takes no time.</summary>
    public static HttpMessageHandler InProcess(Tenant tenant) => new InFlightHandler(tenant.Clock, tenant.Emulator.CreateHandler());

    /// <summary>A client of the tenant whose requests go through the hook.</summary>
    public static (GainsightClient Client, QueryHook Hook) CreateClient(
        Tenant tenant, Action<int>? beforeQuery = null, Action<JsonObject>? change = null, Action<GainsightClientOptions>? configure = null)
    {
        QueryHook? hook = null;
        var client = tenant.CreateClient(options =>
        {
            options.PrimaryHandler = hook = new QueryHook(options.PrimaryHandler!) { BeforeQuery = beforeQuery, Change = change };
            configure?.Invoke(options);
        });
        return (client, hook!);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var query = 0;
        if (request.RequestUri!.AbsolutePath.Contains("/query/", StringComparison.Ordinal))
        {
            query = Interlocked.Increment(ref _queries);
            BeforeQuery?.Invoke(query);
            var body = await request.Content!.ReadAsStringAsync(cancellationToken);
            if (Change is not null)
            {
                var json = JsonNode.Parse(body)!.AsObject();
                Change(json);
                body = json.ToJsonString();
                request.Content = new StringContent(body, Encoding.UTF8, "application/json");
            }

            lock (Bodies)
            {
                Bodies.Add(body);
            }
        }

        var sent = base.SendAsync(request, cancellationToken);
        if (query > 0)
        {
            AfterSend?.Invoke(query);
        }

        return await sent;
    }
}
