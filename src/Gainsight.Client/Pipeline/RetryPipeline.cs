using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Gainsight.Client;

/// <summary>Builds the pipeline that the retry handler runs: the built-in one, or the caller's.</summary>
internal sealed class RetryPipeline
{
    /// <summary>Where the strategies find the call they are working on.</summary>
    public static readonly ResiliencePropertyKey<CallState> CallKey = new("Gainsight.Client.CallState");

    private const int JitterSteps = 1 << 20;

    private readonly RetryOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;

    private RetryPipeline(RetryOptions options, TimeProvider timeProvider, ILogger logger)
    {
        _options = options;
        _timeProvider = timeProvider;
        _logger = logger;
    }

    public static ResiliencePipeline<HttpResponseMessage> Build(GainsightClientOptions options, ILogger logger)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = options.TimeProvider };
        if (options.RetryPipeline is { } configure)
        {
            configure(builder);
        }
        else if (options.Retry.MaxRetries > 0)
        {
            var pipeline = new RetryPipeline(options.Retry, options.TimeProvider, logger);
            builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = options.Retry.MaxRetries,
                ShouldHandle = pipeline.ShouldRetry,
                DelayGenerator = static arguments => new(Call(arguments.Context).RetryDelay),
                OnRetry = pipeline.OnRetry,
            });
        }

        return builder.Build();
    }

    private static CallState Call(ResilienceContext context) => context.Properties.GetValue(CallKey, null!);

    private ValueTask<bool> ShouldRetry(RetryPredicateArguments<HttpResponseMessage> arguments)
    {
        var call = Call(arguments.Context);
        if (!ResendRules.IsTransient(call) || !ResendRules.MayResend(call))
        {
            return new(false);
        }

        // Decided here, and only handed over by the delay generator, because the decision depends on the delay.
        call.RetryDelay = RetryAfter(call) ?? Backoff(arguments.AttemptNumber);
        // Waiting for quota is not the call's own time: after a long wait a failure is still worth a retry.
        var elapsed = call.FirstAttemptAt is { } first ? _timeProvider.GetElapsedTime(first) - call.PermitWaitBetweenAttempts : TimeSpan.Zero;
        return new(elapsed + call.RetryDelay <= _options.MaxElapsed);
    }

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
