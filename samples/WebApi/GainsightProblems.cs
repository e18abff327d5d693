using System.Globalization;
using Gainsight.Client;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace WebApi;

/// <summary>Turns failures of Gainsight into problem details that tell the caller what to do.</summary>
public sealed class GainsightProblems(IProblemDetailsService problems, TimeProvider time) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not GainsightException failure)
        {
            return false;
        }

        var (status, title) = failure switch
        {
            GainsightThrottledException or GainsightQuotaExceededException => (StatusCodes.Status503ServiceUnavailable, "Gainsight's quota is used up"),
            GainsightTransportException => (StatusCodes.Status504GatewayTimeout, "Gainsight did not answer"),
            _ => (StatusCodes.Status502BadGateway, "Gainsight refused the call"),
        };
        var retryAt = (failure as GainsightThrottledException)?.RetryAt ?? (failure as GainsightQuotaExceededException)?.RetryAt;
        if (retryAt is { } moment)
        {
            var seconds = Math.Max(1, Math.Ceiling((moment - time.GetUtcNow()).TotalSeconds));
            httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        httpContext.Response.StatusCode = status;

        // Messages of the library have no secrets and no values of records, so a caller may see them.
        var details = new ProblemDetails { Status = status, Title = title, Detail = failure.Message, Extensions = { ["mayHaveBeenProcessed"] = failure.MayHaveBeenProcessed } };
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, Exception = exception, ProblemDetails = details });
    }
}
