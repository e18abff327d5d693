using Microsoft.Extensions.Logging;

namespace Gainsight.Client;

/// <summary>The library's one handler in every chain: guard → quota → attempt → credential. Resilience handlers are above it, the application's own handlers below.</summary>
/// <remarks>
/// The handler itself is the guard: whichever pipeline is above, no two attempts of a call run at the same time, nothing that may have been
/// carried out is sent twice, and no retry starts later than <see cref="RetryOptions.MaxElapsed"/>. The other steps belong to a client and
/// travel with the call (<see cref="ClientPipeline"/>), because clients whose names are known only at run time share a chain.
/// </remarks>
internal sealed class GainsightSendHandler : DelegatingHandler
{
    private readonly Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> _next;

    public GainsightSendHandler() => _next = base.SendAsync;

    /// <summary>Whether a pipeline of the application is above, which retries a failed attempt only when it ends with an <see cref="HttpRequestException"/>.</summary>
    public bool FailsLikeHttpClient { get; set; }

    /// <summary>Whether a chain contains the handler already, as those of <c>IHttpClientFactory</c> do.</summary>
    public static bool IsIn(HttpMessageHandler? chain)
    {
        while (chain is DelegatingHandler and not GainsightSendHandler)
        {
            chain = ((DelegatingHandler)chain).InnerHandler;
        }

        return chain is GainsightSendHandler;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        (var client, var call) = ClientPipeline.Of(request);
        if (!call.IsCarriedBy(request) || !call.TryBeginAttempt())
        {
            throw Hedged(client, call);
        }

        var isSending = false;
        try
        {
            if (call.IsRetry)
            {
                ThrowUnlessResendable(request, client, call);
            }

            isSending = true;
            var response = await client.SendAsync(request, call, _next, cancellationToken).ConfigureAwait(false);
            if (call.TokenRejected)
            {
                // Gainsight did not process a request that it answered with 401, so even an insert is sent once more, with a new token.
                response.Dispose();
                response = await client.SendAsync(request, call, _next, cancellationToken).ConfigureAwait(false);
            }

            call.Answered(BufferedAnswer.Of(response));
            return response;
        }
        catch (Exception exception) when (isSending)
        {
            // A refusal to send again says nothing new, so the state of the last attempt stays.
            call.Failed(exception);
            if (FailsLikeHttpClient && exception is GainsightException && RetryPipeline.IsTransient(call) && call.MayResend)
            {
                throw new HttpRequestException(exception.Message, exception);
            }

            throw;
        }
        finally
        {
            call.EndAttempt();
        }
    }

    private static void ThrowUnlessResendable(HttpRequestMessage request, ClientPipeline client, CallState call)
    {
        var isTooLate = call.Elapsed(client.Options.TimeProvider) > client.Options.Retry.MaxElapsed;
        if (call.MayResend && !isTooLate)
        {
            call.EarlierAttemptMayHaveBeenProcessed |= call.LastAttemptMayHaveBeenProcessed;
            GainsightDiagnostics.CountRetry(call.Request.Operation.Name);
            return;
        }

        if (client.Logger.IsEnabled(LogLevel.Warning))
        {
            (isTooLate ? Log.RetryTooLate : (Action<ILogger, string>)Log.ResendRefused)(client.Logger, TransportFailures.Describe(call.Request));
        }

        // The pipeline disposes an answer before the next attempt, so this uses what was read from it.
        throw call.LastFailure is OperationCanceledException limit ? TransportFailures.GaveUp(call, limit) : call.LastFailure
            ?? (call.LastAnswer!.IsSuccess
                ? new GainsightProtocolException(
                    $"{TransportFailures.Describe(call.Request)} succeeded, and the retry pipeline discarded the answer to send the call again. A retry pipeline must not handle successful answers.")
                : ApiErrors.From(call.Request, request.RequestUri!.Authority, client.Options.Credential, call.LastAnswer, client.Options.TimeProvider.GetUtcNow()));
    }

    /// <summary>The failure of a hedged attempt. Hedging takes it for a failed connection, and so waits for the attempt that is running.</summary>
    private static HttpRequestException Hedged(ClientPipeline client, CallState call)
    {
        var what = TransportFailures.Describe(call.Request);
        Log.HedgingRefused(client.Logger, what);
        var refusal = new GainsightTransportException(
            $"{what} was not sent a second time: the client does not support hedging, which would carry a call out twice and use up the quota. Remove the hedging strategy; AddStandardResilienceHandler and AddResilienceHandler with a retry are supported.")
        {
            RequestMayHaveArrived = call.MayHaveBeenProcessed,
        };
        return new HttpRequestException(refusal.Message, refusal);
    }
}
