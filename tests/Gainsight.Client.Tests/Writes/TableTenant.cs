using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests.Writes;

/// <summary>A tenant with one table of companies in memory. It refuses a call in which a row has the stage "Bad", and a test can change any answer.</summary>
internal sealed class TableTenant : IDisposable
{
    private readonly StubHandler _wire = new();
    private readonly object _sync = new();
    private readonly string _name = $"t{Guid.NewGuid():N}";

    public TableTenant(Action<GainsightClientOptions>? configure = null)
    {
        _wire.Do(AnswerAsync);
        GainsightClientOptions options = new()
        {
            Tenant = _name,
            Credential = new AccessKeyCredential("key"),
            TimeProvider = Clock,
            PrimaryHandler = _wire,
        };
        configure?.Invoke(options);
        Client = new GainsightClient(options);
    }

    /// <summary>Delays of a write pass at once.</summary>
    public VirtualClock Clock { get; } = new() { PassesUpTo = TimeSpan.FromSeconds(90) };

    public GainsightClient Client { get; }

    public string Host => $"{_name}.gainsightcloud.com";

    public CompanyClient Companies => Client.Companies;

    public List<JsonObject> Rows { get; } = [];

    /// <summary>The calls, in order.</summary>
    public List<Call> Calls { get; } = [];

    public IEnumerable<Call> Inserts => Calls.Where(call => call.Kind == "insert");

    public IEnumerable<Call> Updates => Calls.Where(call => call.Kind == "update");

    public IEnumerable<Call> Reads => Calls.Where(call => call.Kind == "query");

    public IEnumerable<Call> Descriptions => Calls.Where(call => call.Kind == "describe");

    /// <summary>The fields of a company, as the tenant describes them.</summary>
    public string Fields { get; set; } = """
        {"fieldName":"Gsid","dataType":"GSID","meta":{"readOnly":true}},
        {"fieldName":"Name","dataType":"STRING","meta":{"required":true,"length":20}},
        {"fieldName":"Employees","dataType":"NUMBER"},
        {"fieldName":"Arr","dataType":"CURRENCY"},
        {"fieldName":"Csm","dataType":"LOOKUP"},
        {"fieldName":"Stage","dataType":"PICKLIST","options":[{"label":"Live","value":"1I01"},{"label":"Sunk","value":"1I02","active":false},{"label":"Bad","value":"1I03"}]}
        """;

    public IEnumerable<string?> Names => Rows.Select(row => (string?)row["Name"]);

    /// <summary>Whether a refusal says which field and value it means.</summary>
    public bool NamesBadRows { get; set; } = true;

    /// <summary>Whether a refused insert writes its good rows, against the documentation.</summary>
    public bool KeepsGoodRows { get; set; }

    /// <summary>Whether an answer repeats the values that were sent.</summary>
    public bool RepeatsValues { get; set; } = true;

    /// <summary>The most rows of a call. More are refused with 413.</summary>
    public int MostRows { get; set; } = 50;

    /// <summary>The most rows of a page.</summary>
    public int MostOnPage { get; set; } = 1000;

    /// <summary>Whether a query finds a row. By default all conditions must match.</summary>
    public Func<List<JsonObject>, JsonObject, bool> Matches { get; set; } = (conditions, row) => conditions.TrueForAll(condition => IsMatch(condition, row));

    /// <summary>Answers a call that is then not carried out.</summary>
    public Func<Call, HttpResponseMessage?> Before { get; set; } = _ => null;

    /// <summary>Answers a call that was carried out.</summary>
    public Func<Call, HttpResponseMessage?> After { get; set; } = _ => null;

    public static List<Company> List(int count, int first = 0) => [.. Enumerable.Range(first, count).Select(i => new Company { Name = $"c{i}", Employees = i })];

    public static HttpResponseMessage Refusal(HttpStatusCode status = HttpStatusCode.BadRequest, string code = "GSOBJ_1008", string data = "null") =>
        StubHandler.Json(status, $$"""{"result":false,"errorCode":"{{code}}","errorDesc":"Refused.","requestId":"r-2","data":{{data}},"message":null}""");

    public static HttpResponseMessage Page(HttpStatusCode status) => new(status) { Content = new StringContent("<html></html>", System.Text.Encoding.UTF8, "text/html") };

    public static HttpResponseMessage Written(string data) => StubHandler.Json(HttpStatusCode.OK, StubHandler.Envelope(data));

    public static bool IsMatch(JsonObject condition, JsonObject row) =>
        condition["value"]!.AsArray().Any(value => TextOf(value) == TextOf(row[(string)condition["name"]!]));

    public string Add(string name, int employees = -1)
    {
        JsonObject row = new() { ["Gsid"] = $"1P{Rows.Count + 1}", ["Name"] = name, ["Employees"] = employees };
        Rows.Add(row);
        return (string)row["Gsid"]!;
    }

    public JsonObject Row(string name) => Rows.Single(row => (string?)row["Name"] == name);

    public void Dispose()
    {
        Client.Dispose();
        _wire.Dispose();
        Clock.Dispose();
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var text = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        var body = text.Length == 0 ? null : JsonNode.Parse(text)!.AsObject();
        var path = request.RequestUri!.AbsolutePath;
        var kind = path.Contains("/query/", StringComparison.Ordinal) ? "query"
            : path.StartsWith("/v1/meta/", StringComparison.Ordinal) ? "describe"
            : request.Method == HttpMethod.Post ? "insert" : request.Method == HttpMethod.Put ? "update" : "delete";
        lock (_sync)
        {
            Call call = new(kind, path, Uri.UnescapeDataString(request.RequestUri.Query), body, Calls.Count(before => before.Kind == kind) + 1);
            Calls.Add(call);
            if (Before(call) is { } answer)
            {
                return answer;
            }

            answer = CarryOut(call);
            return After(call) ?? answer;
        }
    }

    private HttpResponseMessage CarryOut(Call call) => call.Kind switch
    {
        "query" => Written(Find(call.Body!)),
        "describe" => Written($$"""[{"objectName":"Company","fields":[{{Fields}}]}]"""),
        "delete" => Rows.RemoveAll(row => (string)row["Gsid"]! == call.Path.Split('/')[^1]) > 0
            ? Written("null")
            : Refusal(HttpStatusCode.NotFound, ErrorCodes.NoMatch),
        _ => Write(call),
    };

    private HttpResponseMessage Write(Call call)
    {
        var records = call.Records;
        if (records.Count > MostRows)
        {
            return Page(HttpStatusCode.RequestEntityTooLarge);
        }

        var bad = records.Where(record => (string?)record["Stage"] == "Bad").ToList();
        if (bad.Count == 0 || KeepsGoodRows)
        {
            var written = call.Kind == "insert" ? records.Except(bad).Select(Insert).ToList() : Update(records.Except(bad), call.Query.Split('=')[1].Split(','));
            if (written is null)
            {
                return Refusal(code: ErrorCodes.NoMatch);
            }

            if (bad.Count == 0)
            {
                return Written($$"""{"count":{{written.Count}},"records":[{{string.Join(',', written.Select(row => RepeatsValues ? row.ToJsonString() : $$"""{"Gsid":"{{row["Gsid"]}}"}"""))}}]}""");
            }
        }

        return Refusal(data: NamesBadRows ? """{"errors":[{"errorCode":"GSOBJ_1012","errorMessage":"Bad is no stage.","fieldName":"Stage","invalidValue":"Bad"}]}""" : "null");
    }

    private JsonObject Insert(JsonObject record)
    {
        var row = record.DeepClone().AsObject();
        row["Gsid"] = $"1P{Rows.Count + 1}";
        Rows.Add(row);
        return row;
    }

    /// <summary>Null when a row has no match.</summary>
    private List<JsonObject>? Update(IEnumerable<JsonObject> records, string[] keys)
    {
        List<JsonObject> written = [];
        foreach (var record in records.ToList())
        {
            var matches = Rows.FindAll(row => keys.All(key => TextOf(row[key]) == TextOf(record[key])));
            if (matches.Count == 0)
            {
                return null;
            }

            foreach (var match in matches)
            {
                foreach ((var name, var value) in record)
                {
                    match[name] = value?.DeepClone();
                }
            }

            written.AddRange(matches);
        }

        return written;
    }

    private string Find(JsonObject query)
    {
        var conditions = query["where"]?["conditions"]?.AsArray().Select(each => each!.AsObject()).ToList() ?? [];
        var found = Rows.Where(row => Matches(conditions, row));
        var page = found.Skip((int?)query["offset"] ?? 0).Take(Math.Min(MostOnPage, (int?)query["limit"] ?? 1000));
        return $"[{string.Join(',', page.Select(row => row.ToJsonString()))}]";
    }

    private static string? TextOf(JsonNode? value) => value is null ? null
        : decimal.TryParse(value.ToString(), CultureInfo.InvariantCulture, out var number) ? number.ToString("G29", CultureInfo.InvariantCulture)
        : value.ToString();

    /// <summary>A call that reached the tenant, and its number among those of its kind, from 1.</summary>
    internal sealed record Call(string Kind, string Path, string Query, JsonObject? Body, int Number)
    {
        public List<JsonObject> Records => [.. Body!["records"]!.AsArray().Select(record => record!.AsObject())];

        public IEnumerable<string?> Names => Records.Select(record => (string?)record["Name"]);
    }
}
