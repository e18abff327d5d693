using System.Net;
using System.Text.Json;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>A tenant under examination: raw calls, and what several facts look at, which is read once.</summary>
/// <param name="client">The client.</param>
/// <param name="options">The options of the client: what the user configured.</param>
/// <param name="record">What was sent and received.</param>
internal sealed class Examination(GainsightClient client, GainsightClientOptions options, CallRecord record)
{
    /// <summary>The most calls of an examination.</summary>
    public const int MaxCalls = 60;

    private readonly Dictionary<string, ObjectDescription?> _descriptions = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Answer> _answers = new(StringComparer.Ordinal);
    private Sample? _sample;

    /// <summary>The options of the client.</summary>
    public GainsightClientOptions Options => options;

    /// <summary>What was sent and received.</summary>
    public CallRecord Record => record;

    /// <summary>The answer if the key may not read companies, or null. Users are then looked at in their place.</summary>
    public Answer? RefusedCompanies { get; private set; }

    /// <summary>Whether the tenant accepted the key. A 403 then says that the key may not make one call.</summary>
    public bool IsAccepted { get; set; }

    /// <summary>Sends a GET. Equal calls are sent once.</summary>
    /// <param name="path">The path and query.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer.</returns>
    public Task<Answer> GetAsync(string path, CancellationToken cancellationToken) => SendAsync(HttpMethod.Get, path, null, QuotaBuckets.Sync, again: false, cancellationToken);

    /// <summary>Sends a POST that reads. Equal calls are sent once.</summary>
    /// <param name="path">The path.</param>
    /// <param name="body">The JSON.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="bucket">The quota bucket.</param>
    /// <param name="again">Whether the call is sent even if an equal one was sent before.</param>
    /// <returns>The answer.</returns>
    public Task<Answer> PostAsync(string path, string body, CancellationToken cancellationToken, string bucket = QuotaBuckets.Sync, bool again = false) =>
        SendAsync(HttpMethod.Post, path, body, bucket, again, cancellationToken);

    /// <summary>Runs a query.</summary>
    /// <param name="objectName">The object.</param>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="again">Whether the call is sent even if an equal one was sent before.</param>
    /// <returns>The answer.</returns>
    public Task<Answer> QueryAsync(string objectName, Query query, CancellationToken cancellationToken, bool again = false) =>
        PostAsync($"/v1/data/objects/query/{objectName}", query.ToJson(), cancellationToken, again: again);

    /// <summary>Sends a call that writes.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path and query.</param>
    /// <param name="body">The JSON, or null.</param>
    /// <param name="canRepeat">Whether sending it twice does the same as once.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer.</returns>
    public Task<Answer> WriteAsync(HttpMethod method, string path, string? body, bool canRepeat, CancellationToken cancellationToken) =>
        SendAsync(new GainsightRequest(method, path) { Body = body, CanRepeat = canRepeat }, cancellationToken);

    /// <summary>Finds the rows of the sample's object that fit conditions.</summary>
    /// <param name="conditions">The conditions.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="expression">How they are combined.</param>
    /// <returns>The GSIDs, or null if the query was refused.</returns>
    public async Task<HashSet<string>?> FindAsync(IReadOnlyList<Condition> conditions, CancellationToken cancellationToken, string? expression = null)
    {
        var sample = await SampleAsync(cancellationToken).ConfigureAwait(false);
        var answer = await QueryAsync(sample.ObjectName, new Query("Gsid") { Conditions = conditions, Expression = expression }, cancellationToken).ConfigureAwait(false);
        return answer.Rows?.Select(row => Sample.Text(row, "Gsid") ?? "").ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The list of objects, by either route.</summary>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The names, whatever their case, or null if no route answers.</returns>
    public async Task<IReadOnlySet<string>?> ObjectsAsync(CancellationToken cancellationToken)
    {
        var answer = await GetAsync(Routes.ObjectList, cancellationToken).ConfigureAwait(false);
        if (answer.Rows is null)
        {
            answer = await PostAsync(Routes.ObjectsByPost, Routes.ObjectsByPostBody, cancellationToken).ConfigureAwait(false);
        }

        return answer.Rows?.Select(row => Sample.Text(row, "objectName") ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The description of an object.</summary>
    /// <param name="name">The object.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The description, or null if the tenant gives none.</returns>
    public async Task<ObjectDescription?> DescribeAsync(string name, CancellationToken cancellationToken)
    {
        if (_descriptions.TryGetValue(name, out var known))
        {
            return known;
        }

        var answer = await GetAsync(Routes.Describe(name), cancellationToken).ConfigureAwait(false);
        Keep(answer);
        return _descriptions.GetValueOrDefault(name);
    }

    /// <summary>Keeps the descriptions of an answer for later.</summary>
    /// <param name="answer">The answer of a describe call.</param>
    public void Keep(Answer answer)
    {
        foreach (var item in answer.Rows ?? [])
        {
            if (Sample.Text(item, "objectName") is { } name)
            {
                try
                {
                    _ = _descriptions.TryAdd(name, ObjectDescription.Parse(item.GetRawText()));
                }
                catch (Exception exception) when (exception is GainsightException or ArgumentException or JsonException)
                {
                    _ = _descriptions.TryAdd(name, null);
                }
            }
        }
    }

    /// <summary>A few companies, or users if there are no companies.</summary>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The rows.</returns>
    public async Task<Sample> SampleAsync(CancellationToken cancellationToken)
    {
        if (_sample is null)
        {
            var sample = await SampleOfAsync("Company", cancellationToken).ConfigureAwait(false);
            RefusedCompanies = sample.Answer is { IsRefused: true, FoundNothing: false } refused ? refused : null;
            _sample = sample.Rows.Count > 0 ? sample : await SampleOfAsync("GsUser", cancellationToken).ConfigureAwait(false);
        }

        return _sample;
    }

    /// <summary>Companies, which can be none.</summary>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The rows.</returns>
    public Task<Sample> CompaniesAsync(CancellationToken cancellationToken) => SampleOfAsync("Company", cancellationToken);

    private async Task<Sample> SampleOfAsync(string objectName, CancellationToken cancellationToken)
    {
        var description = await DescribeAsync(objectName, cancellationToken).ConfigureAwait(false);
        DataType[] types = [DataType.String, DataType.Date, DataType.DateTime, DataType.Number, DataType.Currency, DataType.Picklist, DataType.SfdcId];
        // The library's own fields come first, because they are known best.
        var ours = CompanyFields.All.Select(field => field.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        string[] fields = description is null
            ? ["Gsid", "Name", "CreatedDate", "ModifiedDate"]
            : ["Gsid", .. description.Fields.Where(field => !field.IsHidden && types.Contains(field.DataType) && field.Name != "Gsid")
                .OrderByDescending(field => ours.Contains(field.Name) || field.Name.EndsWith("Date", StringComparison.Ordinal)).Select(field => field.Name).Take(40)];
        var answer = await QueryAsync(objectName, new Query(fields) { GsidOrder = "asc" }, cancellationToken).ConfigureAwait(false);
        if (answer.IsRefused && !answer.FoundNothing)
        {
            answer = await QueryAsync(objectName, new Query("Gsid", "Name", "CreatedDate", "ModifiedDate"), cancellationToken).ConfigureAwait(false);
        }

        return new Sample(objectName, answer, description);
    }

    private async Task<Answer> SendAsync(HttpMethod method, string path, string? body, string bucket, bool again, CancellationToken cancellationToken)
    {
        var key = $"{method} {path} {body}";
        if (!again && _answers.TryGetValue(key, out var known))
        {
            return known;
        }

        return _answers[key] = await SendAsync(new GainsightRequest(method, path) { Body = body, Bucket = bucket, CanRepeat = true }, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Answer> SendAsync(GainsightRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
            IsAccepted = true;
            return new Answer(response.Data, response.StatusCode, null, null, record.Last);
        }
        catch (GainsightApiException refusal) when (IsOfCall(refusal))
        {
            return new Answer(default, refusal.StatusCode, refusal.ErrorCode, refusal.ErrorDescription, record.Last) { IsRefused = true };
        }
    }

    /// <summary>Whether the refusal says something of the call, and not of the connection, the credential or the quota.</summary>
    private bool IsOfCall(GainsightApiException refusal) =>
        refusal is not GainsightThrottledException
        && (refusal is not GainsightAuthenticationException || (IsAccepted && refusal.StatusCode == HttpStatusCode.Forbidden))
        && (int)refusal.StatusCode is not 0
        && refusal.StatusCode < HttpStatusCode.InternalServerError;
}
