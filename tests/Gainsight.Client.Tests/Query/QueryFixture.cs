using System.Text.Json;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests.Query;

/// <summary>A client whose queries go to a stub, and the bodies that it sent.</summary>
internal sealed class QueryFixture : IDisposable
{
    private readonly VirtualClock _clock = new();

    public QueryFixture(Action<GainsightClientOptions>? configure = null)
    {
        var options = new GainsightClientOptions
        {
            Tenant = "northwind",
            Credential = new AccessKeyCredential("key"),
            TimeProvider = _clock,
            PrimaryHandler = Wire,
            LoggerFactory = Logs,
        };
        configure?.Invoke(options);
        Client = new GainsightClient(options);
    }

    public VirtualClock Clock => _clock;

    public StubHandler Wire { get; } = new();

    public Logs Logs { get; } = new();

    public GainsightClient Client { get; }

    public RecordQuery<Company> Companies => Client.Companies.Query();

    /// <summary>The body of the query's call. The answer has no rows.</summary>
    public async Task<JsonElement> BodyAsync<T>(RecordQuery<T> query)
        where T : GainsightRecord, new()
    {
        Wire.Answer(StubHandler.Envelope("[]"));
        var calls = Wire.Sent.Count;
        await query.ToListAsync();

        // Other calls may follow: a query without result asks for the labels of its filter.
        return Body(calls);
    }

    /// <summary>The <c>where</c> of a query with this filter.</summary>
    public async Task<JsonElement> WhereAsync(Filter filter) => (await BodyAsync(Companies.Where(filter))).GetProperty("where");

    public JsonElement Body(Index call) => JsonDocument.Parse(Wire.Sent[call].Body!).RootElement;

    public void Dispose()
    {
        Client.Dispose();
        Wire.Dispose();
        Logs.Dispose();
        _clock.Dispose();
    }
}
