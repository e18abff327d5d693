using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Gainsight.Client;

/// <summary>Acquires a permit for every attempt, and resends calls that Gainsight refused because the quota is used up.</summary>
/// <remarks>
/// The handler is inside the retries and outside the time limit of the attempt, so a wait uses up neither. A refused call
/// waits in the ledger until its bucket opens. When the total wait would exceed <see cref="QuotaOptions.MaxQueueWait"/>, the
/// handler returns the refusal, and the transport throws a <see cref="GainsightThrottledException"/>. When the bucket opens in
/// time but calls ahead in the queue use its room, the ledger throws a <see cref="GainsightQuotaExceededException"/>.
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

    /// <summary>The time of the server's clock. The raw header is read, because the parsed form would stay allocated with every answer.</summary>
    private static DateTimeOffset? DateOf(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Date", out var values)
        && DateTimeOffset.TryParseExact(values.ToString(), "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : response.Headers.Date;

    private async ValueTask<QuotaPermit> AcquireAsync(QuotaBucket bucket, CallState call, CancellationToken cancellationToken)
    {
        var withdrawn = call.Request.Calls?.Withdrawn ?? default;
        using var waiting = withdrawn.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, withdrawn) : null;
        var taken = ledger.AcquireAsync(bucket, call.Request.Lane, _maxWait - call.PermitWait, waiting?.Token ?? cancellationToken);
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

        // Short waits, such as for the first answer with the server's time, are not logged.
        if (waited >= NotableWait)
        {
            Log.WaitedForQuota(logger, call.Request.Operation.Name, call.Request.Operation.Bucket, waited);
        }

        if (cancellationToken.IsCancellationRequested || withdrawn.IsCancellationRequested)
        {
            ledger.Return(permit);
            cancellationToken.ThrowIfCancellationRequested();
            withdrawn.ThrowIfCancellationRequested();
        }

        return permit;
    }
}
