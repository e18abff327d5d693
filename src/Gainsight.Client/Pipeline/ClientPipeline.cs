using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Polly;

namespace Gainsight.Client;

/// <summary>What one client brings to a chain: its retries, and the steps quota → attempt → credential of every attempt.</summary>
/// <remarks>
/// The wait for quota is inside the retries and outside the time limit of the attempt, so it uses up neither. A refused call
/// waits in the ledger until its bucket opens. When the total wait would exceed <see cref="QuotaOptions.MaxQueueWait"/>, the
/// refusal is returned, and the transport throws a <see cref="GainsightThrottledException"/>. When the bucket opens in time
/// but calls ahead in the queue use its room, the ledger throws a <see cref="GainsightQuotaExceededException"/>.
/// </remarks>
internal sealed class ClientPipeline : IDisposable
{
    private static readonly ResiliencePropertyKey<ClientPipeline> ClientKey = new("Gainsight.Client");
    private static readonly ResiliencePropertyKey<CallState> CallKey = new("Gainsight.Client.Call");
    private static readonly TimeSpan NotableWait = TimeSpan.FromSeconds(1);

    private readonly QuotaLedger _ledger;
    private readonly IReadOnlyDictionary<string, QuotaBucket> _buckets;
    private readonly TimeSpan _maxQueueWait;
    private readonly TimeSpan _timeout;
    private readonly int _maxAnswerBytes;
    private readonly TimeProvider _time;
    private readonly RequestCredential _credential;
    private readonly bool _isSocket;
    private readonly CancellationToken _lifetime;
    private CancellationTokenSource? _spare;

    /// <param name="options">The client's options.</param>
    /// <param name="baseAddress">The tenant's address.</param>
    /// <param name="ledger">The quota of the tenant.</param>
    /// <param name="logger">The client's logger.</param>
    /// <param name="isSocket">Whether the requests end in <see cref="SocketsHttpHandler"/>, which reads the content of a request only when a connection is there.</param>
    /// <param name="lifetime">Ends the wait for quota when the client is disposed.</param>
    public ClientPipeline(GainsightClientOptions options, Uri baseAddress, QuotaLedger ledger, ILogger logger, bool isSocket = false, CancellationToken lifetime = default)
    {
        _lifetime = lifetime;
        _isSocket = isSocket;
        Options = options;
        Logger = logger;
        _ledger = ledger;
        _buckets = ledger.Buckets(options.Quota);
        _maxQueueWait = options.Quota.MaxQueueWait;
        _timeout = options.AttemptTimeout;
        _maxAnswerBytes = options.MaxAnswerBytes;
        _time = options.TimeProvider;
        _credential = new RequestCredential(options, baseAddress, logger);
        Retry = RetryPipeline.Build(options, logger);
    }

    public GainsightClientOptions Options { get; }

    public ILogger Logger { get; }

    /// <summary>The built-in retries, or the pipeline of <see cref="GainsightClientOptions.ConfigureRetry"/>.</summary>
    public ResiliencePipeline<HttpResponseMessage> Retry { get; }

    /// <summary>The client and the call of a request, also of a copy that a hedging strategy made.</summary>
    /// <exception cref="InvalidOperationException">The request does not come from the transport.</exception>
    public static (ClientPipeline Client, CallState Call) Of(HttpRequestMessage request) =>
        request.GetResilienceContext() is { } context && context.Properties.TryGetValue(ClientKey, out var client)
            ? (client, context.Properties.GetValue(CallKey, null!))
            : throw new InvalidOperationException("The request did not come through the transport.");

    /// <summary>Gives a call the context in which resilience handlers and <see cref="GainsightSendHandler"/> find the client. Return it to the pool at the end.</summary>
    public ResilienceContext Attach(HttpRequestMessage message, CallState call, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(call.Request.Operation.Name, cancellationToken);
        context.Properties.Set(ClientKey, this);
        context.Properties.Set(CallKey, call);
        message.SetResilienceContext(context);
        return context;
    }

    /// <summary>Sends a request when there is quota for it, and again when it is refused because the quota is used up.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CallState call,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> next,
        CancellationToken cancellationToken)
    {
        if (call.Request.Operation.Bucket is not { } bucket)
        {
            return await AttemptAsync(request, call, next, cancellationToken).ConfigureAwait(false);
        }

        long? refusedAt = null;
        while (true)
        {
            var permit = await AcquireAsync(_buckets[bucket], call, cancellationToken).ConfigureAwait(false);
            HttpResponseMessage response;
            BufferedAnswer answer;
            try
            {
                response = await AttemptAsync(request, call, next, cancellationToken).ConfigureAwait(false);
                answer = BufferedAnswer.Of(response);
            }
            catch
            {
                _ledger.Unanswered(permit);
                throw;
            }

            if (!answer.IsThrottled)
            {
                _ledger.Answered(permit, DateOf(response));
                return response;
            }

            GainsightDiagnostics.CountThrottled(call.Request.Operation.Name, bucket);
            var closed = _ledger.Refused(permit, DateOf(response), answer.RetryAfter) - _time.GetUtcNow();
            Log.Throttled(Logger, call.Request.Operation.Name, bucket, closed);
            closed = closed > TimeSpan.Zero ? closed : TimeSpan.Zero;

            // Refusals that come slowly use up the time as well.
            refusedAt ??= _time.GetTimestamp();
            if (closed > _maxQueueWait - call.PermitWait || closed > _maxQueueWait - _time.GetElapsedTime(refusedAt.Value))
            {
                answer.RetryAfter = closed;
                return response;
            }

            response.Dispose();
        }
    }

    public void Dispose() => Interlocked.Exchange(ref _spare, null)?.Dispose();

    private async ValueTask<QuotaLedger.Permit> AcquireAsync(QuotaBucket bucket, CallState call, CancellationToken cancellationToken)
    {
        var withdrawn = call.Request.Calls?.Withdrawn ?? default;
        ThrowIfEnded(withdrawn, cancellationToken);
        if (_ledger.TryAcquire(bucket, call.Request.Lane, out var permit))
        {
            return permit;
        }

        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, withdrawn, _lifetime);
        var start = _time.GetTimestamp();
        TimeSpan waited;
        try
        {
            permit = await _ledger.AcquireAsync(bucket, call.Request.Lane, _maxQueueWait - call.PermitWait, waiting.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            ThrowIfEnded(withdrawn, cancellationToken);
            throw;
        }
        finally
        {
            waited = _time.GetElapsedTime(start);
            call.PermitWait += waited;
        }

        // Short waits, such as for the first answer with the server's time, are not logged.
        if (waited >= NotableWait)
        {
            Log.WaitedForQuota(Logger, call.Request.Operation.Name, call.Request.Operation.Bucket, waited);
        }

        if (waiting.IsCancellationRequested)
        {
            _ledger.Return(permit);
            ThrowIfEnded(withdrawn, cancellationToken);
        }

        return permit;
    }

    private void ThrowIfEnded(CancellationToken withdrawn, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        withdrawn.ThrowIfCancellationRequested();
        if (_lifetime.IsCancellationRequested)
        {
            throw Transport.Disposed();
        }
    }

    /// <summary>Applies the time limit of an attempt to headers and body, and buffers the body so that everything above can read the answer.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Other failures than those of the transport are rethrown.")]
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<HttpResponseMessage> AttemptAsync(
        HttpRequestMessage request,
        CallState call,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> next,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var earlierMayHaveBeenProcessed = call.MayHaveBeenProcessed;
        var earlierAttempts = call.Attempts;
        var started = _time.GetTimestamp();
        call.AttemptStarted(_time);
        var limit = StartLimit();
        var cancellation =
            cancellationToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), limit);
        HttpResponseMessage? response = null;
        try
        {
            response = await _credential.SendAsync(request, call, next, limit.Token).ConfigureAwait(false);
            var answer = await BufferedAnswer
                .ReadAsync(response, call.Request.Operation.Answer, _maxAnswerBytes, _time, limit.Token).ConfigureAwait(false);
            if (answer.File is { } rest)
            {
                answer.File = new AnswerStream(answer.Body, rest, _timeout, _time, request);
            }

            if (!answer.MayHaveBeenProcessed)
            {
                call.MayHaveBeenProcessed = earlierMayHaveBeenProcessed;
            }
            else if (!answer.IsSuccess)
            {
                call.FateUnknown(answer.Status == HttpStatusCode.GatewayTimeout, Options.Retry.LateAfter);
            }

            _credential.Answered(request, call, answer);
            return response;
        }
        catch (Exception exception)
        {
            response?.Dispose();
            if (cancellationToken.IsCancellationRequested)
            {
                if (call.Attempts > earlierAttempts && (!_isSocket || call.IsContentBegun))
                {
                    // A time limit of the application's pipeline may have cancelled it, which tells as little as the client's own.
                    call.FateUnknown(isLate: true, Options.Retry.LateAfter);
                }

                cancellationToken.ThrowIfCancellationRequested();
            }

            var progress = call.Attempts == earlierAttempts ? TransportFailures.Progress.NoToken
                : _isSocket && !call.IsContentBegun ? TransportFailures.Progress.NoConnection
                : TransportFailures.Progress.Sent;
            if (TransportFailures.From(exception, request, limit.IsCancellationRequested ? _timeout : null, progress) is { } failure)
            {
                call.MayHaveBeenProcessed &= earlierMayHaveBeenProcessed || failure.MayHaveBeenProcessed;
                if (failure.MayHaveBeenProcessed)
                {
                    call.FateUnknown(failure.IsTimeout, Options.Retry.LateAfter);
                }

                throw failure;
            }

            throw;
        }
        finally
        {
            await cancellation.DisposeAsync().ConfigureAwait(false);
            call.LastAttempt = _time.GetElapsedTime(started);
            EndLimit(limit);
        }
    }

    // A source with its timer is a third of an attempt's allocations, so one is kept for the next attempt.
    private CancellationTokenSource StartLimit()
    {
        var spare = Interlocked.Exchange(ref _spare, null);
        if (spare is null)
        {
            return new CancellationTokenSource(_timeout, _time);
        }

        spare.CancelAfter(_timeout);
        return spare;
    }

    private void EndLimit(CancellationTokenSource limit)
    {
        // TryReset returns false after the timer has fired, and for timers other than the system's.
        if (!limit.TryReset() || Interlocked.CompareExchange(ref _spare, limit, null) is not null)
        {
            limit.Dispose();
        }
    }

    /// <summary>The time of the server's clock. The raw header is read, because the parsed form would stay allocated with every answer.</summary>
    private static DateTimeOffset? DateOf(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Date", out var values)
        && DateTimeOffset.TryParseExact(values.ToString(), "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : response.Headers.Date;
}
