namespace Gainsight.Client.Tool.Doctor;

/// <summary>Lets only calls pass that read, whatever asks for another one, and keeps the last answer as it came.</summary>
/// <param name="record">What was sent and received.</param>
/// <param name="time">The clock.</param>
internal sealed class ReadingHandler(CallRecord record, TimeProvider time) : DelegatingHandler
{
    /// <summary>Further calls that may be sent. Default: none.</summary>
    public Func<HttpRequestMessage, bool> AlsoAllows { get; init; } = static _ => false;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        if (!Reads(request.Method, path) && !AlsoAllows(request))
        {
            throw new ToolException("This is a bug in the tool: a check wanted to write. Nothing was sent.", ExitCode.Failure);
        }

        record.Count();
        var started = time.GetTimestamp();
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        record.Keep(new Exchange(path, response.StatusCode, headers, body, time.GetElapsedTime(started)));
        return response;
    }

    /// <summary>GET, and the calls by POST that are known to read.</summary>
    private static bool Reads(HttpMethod method, string path)
    {
        var trimmed = path.TrimEnd('/');
        return method == HttpMethod.Get
            || (method == HttpMethod.Post
                && (trimmed.StartsWith("/v1/data/objects/query/", StringComparison.Ordinal)
                    || trimmed is "/v1/meta/services/objects" or "/v1/meta/services/objects/describe" or "/v1/users/m2m/oauth/token"
                        or "/v1/csgoal/external/list" or "/v1/csgoal/external/fetch" or "/v1/users/services/list" or "/v1/ant/es/activity/deleted"
                        or "/v2/successPlan/list" or "/v2/successPlan/deleted/list"
                    || trimmed.StartsWith("/v2/cockpit/cta/list", StringComparison.Ordinal)
                    || trimmed == "/v2/cockpit/cta/deleted/list"
                    || trimmed.StartsWith("/v2/cockpit/task/list", StringComparison.Ordinal)));
    }
}
