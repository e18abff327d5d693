using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Gainsight.Client;

/// <summary>The names of this library's traces and metrics.</summary>
/// <remarks>
/// <para>
/// A span for each operation, with the operation's name (<c>Records.Query</c>), and with <c>http.request.method</c>, <c>url.template</c>,
/// <c>server.address</c>, <c>server.port</c>, <c>http.response.status_code</c>, <c>error.type</c>, <c>gainsight.object</c>,
/// <c>gainsight.request_id</c>, <c>gainsight.attempts</c>, <c>gainsight.permit_wait</c> (seconds) and <c>gainsight.records</c>.
/// </para>
/// <para>
/// A span <c>Write</c> for each write, above the spans of its calls, with <c>gainsight.object</c>, <c>gainsight.records</c> (if known), <c>gainsight.calls</c>,
/// the rows by outcome (<c>gainsight.rows.inserted</c>, <c>gainsight.rows.failed</c> and so on, if there are any), and <c>error.type</c> if it stopped early.
/// </para>
/// <para>
/// Metrics: <c>gainsight.client.operation.duration</c> (s), <c>gainsight.client.attempts</c>, <c>gainsight.client.retries</c>,
/// <c>gainsight.client.throttled</c>, <c>gainsight.client.permit_wait</c> (s) and <c>gainsight.client.rows</c>.
/// </para>
/// <para>Nothing is computed while nobody listens. No tag contains a record's value or a secret.</para>
/// </remarks>
public static class GainsightDiagnostics
{
    /// <summary>The name of the <see cref="ActivitySource"/>: pass it to <c>AddSource</c>.</summary>
    public const string ActivitySourceName = "Gainsight.Client";

    /// <summary>The name of the <see cref="Meter"/>: pass it to <c>AddMeter</c>.</summary>
    public const string MeterName = "Gainsight.Client";

    internal const string WriteName = "Write";
    internal const string OperationTag = "gainsight.operation";
    internal const string HostTag = "server.address";
    internal const string ObjectTag = "gainsight.object";

    private static readonly string? Version = typeof(GainsightDiagnostics).Assembly.GetName().Version?.ToString(3);
    internal static readonly ActivitySource Source = new(ActivitySourceName, Version);
    private static readonly Meter Meter = new(MeterName, Version);

    // The boundaries of OpenTelemetry's HTTP conventions, extended for waits and retries.
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300],
    };

    internal static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "gainsight.client.operation.duration", "s", "Duration of operations, including retries and waiting.", tags: null, Seconds);

    internal static readonly Histogram<double> PermitWait = Meter.CreateHistogram(
        "gainsight.client.permit_wait", "s", "Time that operations waited for quota.", tags: null, Seconds);

    internal static readonly Counter<long> Attempts = Meter.CreateCounter<long>(
        "gainsight.client.attempts", "{request}", "Requests sent.");

    private static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "gainsight.client.retries", "{request}", "Attempts that followed a failed one.");

    private static readonly Counter<long> Throttled = Meter.CreateCounter<long>(
        "gainsight.client.throttled", "{response}", "Answers that said the quota is used up.");

    private static readonly Counter<long> Rows = Meter.CreateCounter<long>(
        "gainsight.client.rows", "{row}", "Outcomes of written rows.");

    /// <summary>Counts an attempt that followed a failed one.</summary>
    internal static void CountRetry(string operation)
    {
        if (Retries.Enabled)
        {
            Retries.Add(1, Tag(OperationTag, operation));
        }
    }

    /// <summary>Counts an answer that said the quota is used up.</summary>
    internal static void CountThrottled(string operation, string? bucket)
    {
        if (Throttled.Enabled)
        {
            Throttled.Add(1, Tag(OperationTag, operation), Tag("gainsight.bucket", bucket));
        }
    }

    /// <summary>Counts rows of a write by their outcome.</summary>
    internal static void CountRows(string objectName, string status, int count)
    {
        if (Rows.Enabled && count > 0)
        {
            Rows.Add(count, Tag(ObjectTag, objectName), Tag("gainsight.row_status", status));
        }
    }

    internal static KeyValuePair<string, object?> Tag(string name, object? value) => new(name, value);
}
