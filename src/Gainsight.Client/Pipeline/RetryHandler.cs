using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Polly;

namespace Gainsight.Client;

/// <summary>Runs a call's attempts through the retry pipeline and keeps that pipeline, whosever it is, from sending twice what could create twice.</summary>
internal sealed class RetryHandler : PipelineHandler
{
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;
    private readonly GainsightCredential? _credential;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;

    public RetryHandler(GainsightClientOptions options, ILogger logger)
    {
        _pipeline = RetryPipeline.Build(options, logger);
        _credential = options.Credential;
        _timeProvider = options.TimeProvider;
        _logger = logger;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<HttpResponseMessage> SendPooledAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            context.Properties.Set(RetryPipeline.CallKey, CallState.Of(request));
            var outcome = await _pipeline
                .ExecuteOutcomeAsync(
                    static (context, state) => state.Handler.AttemptAsync(state.Request, context.CancellationToken),
                    context,
                    (Handler: this, Request: request))
                .ConfigureAwait(false);
            if (outcome.Exception is ExecutionRejectedException rejection)
            {
                throw GaveUp(CallState.Of(request), rejection);
            }

            outcome.ThrowIfException();
            return outcome.Result!;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The pipeline takes every failure as an outcome and throws it at its end.")]
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Outcome<HttpResponseMessage>> AttemptAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = CallState.Of(request);
        if (!call.TryBeginAttempt())
        {
            return Outcome.FromException<HttpResponseMessage>(
                new InvalidOperationException("A retry pipeline must not run attempts side by side: hedging would carry a call out twice."));
        }

        try
        {
            if (call.IsRetry)
            {
                ThrowUnlessResendable(request, call);
            }

            var response = await SendOnAsync(request, cancellationToken).ConfigureAwait(false);
            if (call.TokenRejected)
            {
                // A 401 was provably not processed, so even an insert goes out again, once, with a fresh token.
                response.Dispose();
                response = await SendOnAsync(request, cancellationToken).ConfigureAwait(false);
            }

            call.Answered(BufferedAnswer.Of(response));
            return Outcome.FromResult(response);
        }
        catch (Exception exception)
        {
            call.Failed(exception);
            return Outcome.FromException<HttpResponseMessage>(exception);
        }
        finally
        {
            call.EndAttempt();
        }
    }

    private void ThrowUnlessResendable(HttpRequestMessage request, CallState call)
    {
        var mayHaveBeenProcessed = ResendRules.MayHaveBeenProcessed(call);
        if (!ResendRules.MayResend(call))
        {
            if (_logger.IsEnabled(LogLevel.Warning))
            {
                Log.ResendRefused(_logger, TransportFailures.Describe(call.Request));
            }

            // The pipeline disposes an answer before it tries again, so the refusal is told by what the answer said.
            throw call.LastFailure
                ?? (call.LastAnswer!.IsSuccess
                    ? new GainsightProtocolException(
                        $"{TransportFailures.Describe(call.Request)} succeeded, and the retry pipeline threw the answer away to send it again. ConfigureRetry must not handle successful answers.")
                    : ApiErrors.From(call.Request, request.RequestUri!.Authority, _credential, call.LastAnswer, _timeProvider.GetUtcNow()));
        }

        call.EarlierAttemptMayHaveBeenProcessed |= mayHaveBeenProcessed;
        GainsightDiagnostics.CountRetry(call.Request.Operation.Name);
    }

    private static GainsightTransportException GaveUp(CallState call, ExecutionRejectedException rejection) =>
        new($"{TransportFailures.Describe(call.Request)}: the retry pipeline gave up ({rejection.GetType().Name}).", rejection)
        {
            RequestMayHaveArrived = ResendRules.MayHaveBeenProcessed(call),
        };
}
