using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Gainsight.Client;

/// <summary>Runs the attempts of a call through the retry pipeline, and stops every pipeline, also the caller's own, from sending twice what could create two records.</summary>
internal sealed class RetryHandler : PipelineHandler
{
    private const int JitterSteps = 1 << 20;

    /// <summary>The key under which the strategies find the state of their call.</summary>
    private static readonly ResiliencePropertyKey<CallState> CallKey = new("Gainsight.Client.CallState");

    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;
    private readonly RetryOptions _options;
    private readonly GainsightCredential? _credential;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;

    public RetryHandler(GainsightClientOptions options, ILogger logger)
    {
        _options = options.Retry;
        _credential = options.Credential;
        _timeProvider = options.TimeProvider;
        _logger = logger;
        _pipeline = Build(options.RetryPipeline);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<HttpResponseMessage> SendPooledAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            context.Properties.Set(CallKey, CallState.Of(request));
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
                // Gainsight did not process a request that it answered with 401, so even an insert is sent once more, with a new token.
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
        if (!call.MayResend)
        {
            if (_logger.IsEnabled(LogLevel.Warning))
            {
                Log.ResendRefused(_logger, TransportFailures.Describe(call.Request));
            }

            // The pipeline disposes an answer before the next attempt, so this uses what was read from it.
            throw call.LastFailure
                ?? (call.LastAnswer!.IsSuccess
                    ? new GainsightProtocolException(
                        $"{TransportFailures.Describe(call.Request)} succeeded, and the retry pipeline discarded the answer to send the call again. ConfigureRetry must not handle successful answers.")
                    : ApiErrors.From(call.Request, request.RequestUri!.Authority, _credential, call.LastAnswer, _timeProvider.GetUtcNow()));
        }

        call.EarlierAttemptMayHaveBeenProcessed |= call.LastAttemptMayHaveBeenProcessed;
        GainsightDiagnostics.CountRetry(call.Request.Operation.Name);
    }

    private static GainsightTransportException GaveUp(CallState call, ExecutionRejectedException rejection) =>
        new($"{TransportFailures.Describe(call.Request)}: the retry pipeline gave up ({rejection.GetType().Name}).", rejection)
        {
            RequestMayHaveArrived = call.LastAttemptMayHaveBeenProcessed,
        };

    /// <summary>The caller's pipeline, or the built-in one.</summary>
    private ResiliencePipeline<HttpResponseMessage> Build(Action<ResiliencePipelineBuilder<HttpResponseMessage>>? configure)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = _timeProvider };
        if (configure is not null)
        {
            configure(builder);
        }
        else if (_options.MaxRetries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = _options.MaxRetries,
                ShouldHandle = ShouldRetry,
                DelayGenerator = static arguments => new(Call(arguments.Context).RetryDelay),
                OnRetry = OnRetry,
            });
        }

        return builder.Build();
    }

    private static CallState Call(ResilienceContext context) => context.Properties.GetValue(CallKey, null!);

    private ValueTask<bool> ShouldRetry(RetryPredicateArguments<HttpResponseMessage> arguments)
    {
        var call = Call(arguments.Context);
        if (!IsTransient(call) || !call.MayResend)
        {
            return new(false);
        }

        // The decision depends on the delay, so the delay is computed here; the delay generator only returns it.
        call.RetryDelay = RetryAfter(call) ?? Backoff(arguments.AttemptNumber);

        // Time spent waiting for quota does not count: after a long wait a failure still deserves a retry.
        var elapsed = call.FirstAttemptAt is { } first ? _timeProvider.GetElapsedTime(first) - call.PermitWaitBetweenAttempts : TimeSpan.Zero;
        return new(elapsed + call.RetryDelay <= _options.MaxElapsed);
    }

    private static bool IsTransient(CallState call) => call.LastFailure switch
    {
        null => call.LastAnswer is { IsThrottled: false } answer && (answer.IsServerFailure || answer is { IsPositive: true, IsComplete: false, IsSuccess: false }),
        GainsightTransportException => true,

        // The token endpoint failed or throttled the request, which says nothing about the credential.
        GainsightThrottledException => true,
        GainsightAuthenticationException exception => (int)exception.StatusCode >= 500,
        _ => false,
    };

    private TimeSpan? RetryAfter(CallState call) => call.LastFailure is GainsightThrottledException { RetryAt: { } retryAt }
        ? TimeSpan.FromTicks(Math.Max(0, (retryAt - _timeProvider.GetUtcNow()).Ticks))
        : call.LastAnswer?.RetryAfter;

    private TimeSpan Backoff(int retry)
    {
        var full = _options.Delay * Math.Pow(2, retry);
        return full * (0.5 + (RandomNumberGenerator.GetInt32(JitterSteps) / (2.0 * JitterSteps)));
    }

    private ValueTask OnRetry(OnRetryArguments<HttpResponseMessage> arguments)
    {
        var call = Call(arguments.Context);
        if (_logger.IsEnabled(LogLevel.Warning))
        {
            var reason = call.LastFailure switch
            {
                null => $"status {(int)call.LastAnswer!.Status}",
                GainsightTransportException { IsTimeout: true } => "time-out",
                { } failure => failure.GetType().Name,
            };
            Log.Retrying(_logger, TransportFailures.Describe(call.Request), reason, call.Attempts, arguments.RetryDelay);
        }

        return default;
    }
}
