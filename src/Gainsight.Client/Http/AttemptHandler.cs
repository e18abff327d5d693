using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client;

/// <summary>Gives every attempt its time limit, over headers and body, and buffers the body so that the handlers above see what the answer says.</summary>
internal sealed class AttemptHandler : DelegatingHandler
{
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _timeProvider;

    public AttemptHandler(TimeSpan timeout, TimeProvider timeProvider)
    {
        _timeout = timeout;
        _timeProvider = timeProvider;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Every failure is judged; what is not a transport failure is thrown on unchanged.")]
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        RequestContext context = RequestContext.Of(request);
        long started = _timeProvider.GetTimestamp();
        context.FirstAttemptAt ??= started;

        using var attempt = new CancellationTokenSource(_timeout, _timeProvider);
        using CancellationTokenRegistration registration =
            cancellationToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), attempt);

        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, attempt.Token).ConfigureAwait(false);
            BufferedAnswer answer = await BufferedAnswer.ReadAsync(response, _timeProvider, attempt.Token).ConfigureAwait(false);
            if (answer.IsThrottled)
            {
                GainsightDiagnostics.CountThrottled(context.Request.Operation);
            }

            return response;
        }
        catch (Exception exception)
        {
            response?.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            if (TransportFailures.From(exception, request, attempt.IsCancellationRequested ? _timeout : null) is { } failure)
            {
                throw failure;
            }

            throw;
        }
        finally
        {
            context.LastAttempt = _timeProvider.GetElapsedTime(started);
        }
    }
}
