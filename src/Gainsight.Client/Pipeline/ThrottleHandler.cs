using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Gainsight.Client;

/// <summary>Takes a permit for every send, and sends a call again that Gainsight refused for want of quota.</summary>
/// <remarks>
/// It stands outside the attempt's clock and inside the retries: waiting costs neither the attempt's time nor one of its
/// retries. A refused call waits in the ledger until its bucket opens; when that is later than
/// <see cref="QuotaOptions.MaxQueueWait"/> allows, all waits of the call together, the refusal itself is returned, of which
/// the transport makes a <see cref="GainsightThrottledException"/>. When the bucket opens in time but the calls ahead take its
/// room, the ledger's <see cref="GainsightQuotaExceededException"/> ends the call.
/// </remarks>
internal sealed class ThrottleHandler(QuotaLedger ledger, QuotaOptions options, TimeProvider time, ILogger logger) : PipelineHandler
{
    private static readonly TimeSpan NotableWait = TimeSpan.FromSeconds(1);

    private readonly IReadOnlyDictionary<string, QuotaBucket> _buckets = ledger.Buckets(options);
    private readonly TimeSpan _maxWait = options.MaxQueueWait;

    /// <inheritdoc/>
    public override ValueTask<HttpResponseMessage> SendPooledAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = CallState.Of(request);
        return call.Request.Operation.Bucket is { } bucket
            ? SendAsync(_buckets[bucket], call, request, cancellationToken)
            : SendOnAsync(request, cancellationToken);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<HttpResponseMessage> SendAsync(
        QuotaBucket bucket, CallState call, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        while (true)
        {
            var permit = await AcquireAsync(bucket, call, cancellationToken).ConfigureAwait(false);
            HttpResponseMessage response;
            BufferedAnswer answer;
            try
            {
                response = await SendOnAsync(request, cancellationToken).ConfigureAwait(false);
                answer = BufferedAnswer.Of(response);
            }
            catch
            {
                ledger.Unanswered(permit);
                throw;
            }

            if (!answer.IsThrottled)
            {
                ledger.Answered(permit, DateOf(response));
                return response;
            }

            var opensAt = ledger.Refused(permit, DateOf(response), answer.RetryAfter);
            var closed = opensAt - time.GetUtcNow();
            Log.Throttled(logger, call.Request.Operation.Name, call.Request.Operation.Bucket, closed);
            if (closed > _maxWait - call.PermitWait)
            {
                answer.RetryAfter = closed;
                return response;
            }

            response.Dispose();
        }
    }

    /// <summary>The server's clock. The header is read as it came, because the parsed form would be kept on every answer for one look.</summary>
    private static DateTimeOffset? DateOf(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Date", out var values)
        && DateTimeOffset.TryParseExact(values.ToString(), "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : response.Headers.Date;

    private async ValueTask<QuotaPermit> AcquireAsync(QuotaBucket bucket, CallState call, CancellationToken cancellationToken)
    {
        var taken = ledger.AcquireAsync(bucket, call.Request.Lane, _maxWait - call.PermitWait, cancellationToken);
        if (taken.IsCompletedSuccessfully)
        {
            return taken.Result;
        }

        var start = time.GetTimestamp();
        TimeSpan waited;
        QuotaPermit permit;
        try
        {
            permit = await taken.ConfigureAwait(false);
        }
        finally
        {
            waited = time.GetElapsedTime(start);
            call.PermitWait += waited;
        }

        // Calls that only wait for the first answer to tell the server's time are not worth a line.
        if (waited >= NotableWait)
        {
            Log.WaitedForQuota(logger, call.Request.Operation.Name, call.Request.Operation.Bucket, waited);
        }

        if (cancellationToken.IsCancellationRequested)
        {
            ledger.Return(permit);
            cancellationToken.ThrowIfCancellationRequested();
        }

        return permit;
    }
}
