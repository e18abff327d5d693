using System.Net;
using System.Text.Json;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests.Query;

/// <summary>A client whose queries go to a stub, and the bodies that it sent.</summary>
internal sealed class QueryFixture : IDisposable
{
    private readonly VirtualClock _clock = new();
    private Func<string, HttpResponseMessage>? _answer;

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

    /// <summary>From now on, answers the calls that describe objects, and the queries with rows or, without rows, with a refusal.</summary>
    /// <param name="rows">The rows of each query.</param>
    /// <param name="objects">The names of objects, and their fields as JSON. Others do not exist.</param>
    public void Describe(string? rows, params (string Name, string Fields)[] objects)
    {
        var isFirst = _answer is null;
        _answer = path =>
        {
            var (name, fields) = Array.Find(objects, each => path.EndsWith($"/{each.Name}/describe", StringComparison.OrdinalIgnoreCase));
            return path.Contains("/query/", StringComparison.Ordinal)
                ? rows is null ? StubHandler.Json(HttpStatusCode.BadRequest, Refusal("GSOBJ_1002")) : StubHandler.Json(HttpStatusCode.OK, StubHandler.Envelope(rows))
                : name is null
                ? StubHandler.Json(HttpStatusCode.NotFound, Refusal("OBJECT_NOT_FOUND"))
                : StubHandler.Json(HttpStatusCode.OK, StubHandler.Envelope($$"""[{"objectName":"{{name}}","fields":[{{fields}}]}]"""));
        };
        if (isFirst)
        {
            Wire.Do((request, _) => Task.FromResult(_answer(request.RequestUri!.AbsolutePath)));
        }
    }

    /// <summary>The number of calls that described an object.</summary>
    public int Descriptions(string name) => Wire.Sent.Count(sent => sent.Address.AbsolutePath.EndsWith($"/{name}/describe", StringComparison.OrdinalIgnoreCase));

    public void Dispose()
    {
        Client.Dispose();
        Wire.Dispose();
        Logs.Dispose();
        _clock.Dispose();
    }

    private static string Refusal(string code) => $$"""{"result":false,"errorCode":"{{code}}","errorDesc":"x","requestId":"r-2","data":null}""";
}
