using System.Diagnostics;

namespace Gainsight.Client;

/// <summary>The span of a write, above those of its calls.</summary>
internal static class WriteTelemetry
{
    private static readonly (RowStatus Status, string Tag)[] Names =
    [
        (RowStatus.Inserted, "gainsight.rows.inserted"),
        (RowStatus.Updated, "gainsight.rows.updated"),
        (RowStatus.Upserted, "gainsight.rows.upserted"),
        (RowStatus.Unchanged, "gainsight.rows.unchanged"),
        (RowStatus.Deleted, "gainsight.rows.deleted"),
        (RowStatus.Failed, "gainsight.rows.failed"),
        (RowStatus.Unknown, "gainsight.rows.unknown"),
        (RowStatus.NotAttempted, "gainsight.rows.not_attempted"),
    ];

    /// <summary>Starts the span. Null when nobody listens.</summary>
    /// <param name="objectName">The object that is written.</param>
    /// <param name="rows">The number of rows, or null when it is not known.</param>
    public static Activity? Start(string objectName, long? rows)
    {
        var span = GainsightDiagnostics.Source.StartActivity(GainsightDiagnostics.WriteName, ActivityKind.Internal);
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag(GainsightDiagnostics.ObjectTag, objectName);
            span.SetTag("gainsight.records", rows);
        }

        return span;
    }

    /// <summary>Adds what became of the rows: their number by outcome, and the calls.</summary>
    public static void End(Activity? span, WriteTally tally, long calls, GainsightException? stoppedBy)
    {
        if (span is not { IsAllDataRequested: true })
        {
            span?.Dispose();
            return;
        }

        span.SetTag("gainsight.calls", calls);
        foreach ((var status, var name) in Names)
        {
            if (tally.Of(status) is > 0 and var count)
            {
                span.SetTag(name, count);
            }
        }

        if (stoppedBy is not null)
        {
            span.SetTag("error.type", stoppedBy.GetType().Name);
            span.SetStatus(ActivityStatusCode.Error);
        }

        span.Dispose();
    }
}
