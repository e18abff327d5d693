using System.Diagnostics;

namespace Gainsight.Client;

/// <summary>The span and the metrics of one call.</summary>
internal static class CallTelemetry
{
    /// <summary>Starts the span of a call. Null when nobody listens.</summary>
    public static Activity? Start(CallState call, RouteTable.Route route, Uri baseAddress)
    {
        var activity = GainsightDiagnostics.Source.StartActivity(call.Request.Operation.Name, ActivityKind.Client);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("http.request.method", route.Method.Method);
            activity.SetTag("url.template", route.Template);
            activity.SetTag(GainsightDiagnostics.HostTag, baseAddress.Host);
            activity.SetTag("server.port", baseAddress.Port);
            activity.SetTag(GainsightDiagnostics.ObjectTag, call.Request.Object);
            activity.SetTag("gainsight.records", call.Request.RecordCount);
        }

        return activity;
    }

    /// <summary>Records the end of a call: the last tags of its span, and its metrics.</summary>
    public static void Stop(
        Activity? activity, CallState call, Uri baseAddress, BufferedAnswer? answer, Exception? failure, TimeSpan elapsed)
    {
        var traced = activity is { IsAllDataRequested: true };
        if (!traced && !GainsightDiagnostics.Duration.Enabled && !GainsightDiagnostics.PermitWait.Enabled && !GainsightDiagnostics.Attempts.Enabled)
        {
            return;
        }

        object? status = answer is not null ? (int)answer.Status : failure is GainsightApiException api ? (int)api.StatusCode : null;
        var errorType = ErrorType(failure);
        if (traced)
        {
            activity!.SetTag("http.response.status_code", status);
            activity.SetTag("error.type", errorType);
            activity.SetTag("gainsight.request_id", answer?.RequestId ?? (failure as GainsightApiException)?.RequestId);
            activity.SetTag("gainsight.attempts", call.Attempts);
            activity.SetTag("gainsight.permit_wait", call.PermitWait.TotalSeconds);
            if (failure is not null)
            {
                activity.SetStatus(ActivityStatusCode.Error);
            }
        }

        Record(call, baseAddress.Host, status, errorType, elapsed);
    }

    private static void Record(CallState call, string host, object? status, string? errorType, TimeSpan elapsed)
    {
        var operation = GainsightDiagnostics.Tag(GainsightDiagnostics.OperationTag, call.Request.Operation.Name);
        if (GainsightDiagnostics.Attempts.Enabled && call.Attempts > 0)
        {
            GainsightDiagnostics.Attempts.Add(call.Attempts, operation);
        }

        if (GainsightDiagnostics.PermitWait.Enabled && call.Request.Operation.Bucket is { } bucket)
        {
            GainsightDiagnostics.PermitWait.Record(call.PermitWait.TotalSeconds, operation, GainsightDiagnostics.Tag("gainsight.bucket", bucket));
        }

        if (GainsightDiagnostics.Duration.Enabled)
        {
            var tags = new TagList { operation, GainsightDiagnostics.Tag(GainsightDiagnostics.HostTag, host) };
            if (status is not null)
            {
                tags.Add("http.response.status_code", status);
            }

            if (errorType is not null)
            {
                tags.Add("error.type", errorType);
            }

            GainsightDiagnostics.Duration.Record(elapsed.TotalSeconds, tags);
        }
    }

    private static string? ErrorType(Exception? failure) => failure switch
    {
        null => null,
        GainsightTransportException { IsTimeout: true } => "timeout",
        OperationCanceledException => "canceled",
        _ => failure.GetType().Name,
    };
}
