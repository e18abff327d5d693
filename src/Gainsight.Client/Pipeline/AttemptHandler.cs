using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>Applies the time limit of an attempt to headers and body, and buffers the body so that the outer handlers can read the answer.</summary>
internal sealed class AttemptHandler : PipelineHandler
{
    private readonly TimeSpan _timeout;
    private readonly int _maxBytes;
    private readonly TimeProvider _timeProvider;
    private CancellationTokenSource? _spare;

    public AttemptHandler(TimeSpan timeout, int maxBytes, TimeProvider timeProvider)
    {
        _timeout = timeout;
        _maxBytes = maxBytes;
        _timeProvider = timeProvider;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Other failures than those of the transport are rethrown.")]
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<HttpResponseMessage> SendPooledAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var call = CallState.Of(request);
        var earlierMayHaveBeenProcessed = call.MayHaveBeenProcessed;
        var earlierAttempts = call.Attempts;
        var started = _timeProvider.GetTimestamp();
        call.AttemptStarted(started);
        var limit = StartLimit();
        var cancellation =
            cancellationToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), limit);
        HttpResponseMessage? response = null;
        try
        {
            response = await SendOnAsync(request, limit.Token).ConfigureAwait(false);
            var answer = await BufferedAnswer
                .ReadAsync(response, call.Request.Operation.Answer, _maxBytes, _timeProvider, limit.Token).ConfigureAwait(false);
            if (answer.File is { } rest)
            {
                answer.File = new AnswerStream(answer.Body, rest, _timeout, _timeProvider, request);
            }

            if (!answer.MayHaveBeenProcessed)
            {
                call.MayHaveBeenProcessed = earlierMayHaveBeenProcessed;
            }

            if (answer.IsThrottled)
            {
                GainsightDiagnostics.CountThrottled(call.Request.Operation.Name, call.Request.Operation.Bucket);
            }

            return response;
        }
        catch (Exception exception)
        {
            response?.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            var wasSent = call.Attempts > earlierAttempts;
            if (TransportFailures.From(exception, request, limit.IsCancellationRequested ? _timeout : null, wasSent) is { } failure)
            {
                call.MayHaveBeenProcessed &= earlierMayHaveBeenProcessed || failure.MayHaveBeenProcessed;
                throw failure;
            }

            throw;
        }
        finally
        {
            await cancellation.DisposeAsync().ConfigureAwait(false);
            call.LastAttempt = _timeProvider.GetElapsedTime(started);
            EndLimit(limit);
        }
    }

    protected override void Dispose(bool disposing)
    {
        Interlocked.Exchange(ref _spare, null)?.Dispose();
        base.Dispose(disposing);
    }

    // A source with its timer is a third of an attempt's allocations, so one is kept for the next attempt.
    private CancellationTokenSource StartLimit()
    {
        var spare = Interlocked.Exchange(ref _spare, null);
        if (spare is null)
        {
            return new CancellationTokenSource(_timeout, _timeProvider);
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
}
