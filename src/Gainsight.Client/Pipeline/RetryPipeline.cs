using System.Security.Cryptography;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using Polly.Telemetry;

namespace Gainsight.Client;

/// <summary>The retries of one client: they retry only what the operation and the last attempt allow.</summary>
internal sealed class RetryPipeline
{
    /// <summary>The name in Polly's telemetry, in the form that <c>AddResilienceHandler</c> gives it: the name of the HTTP client and of the pipeline.</summary>
    private const string Name = "Gainsight.Client-gainsight";

    private const int JitterSteps = 1 << 20;

    private readonly RetryOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    private RetryPipeline(GainsightClientOptions options, ILogger logger)
    {
        _options = options.Retry;
        _time = options.TimeProvider;
        _logger = logger;
    }

    /// <summary>Builds the application's pipeline, or the built-in one.</summary>
    public static ResiliencePipeline<HttpResponseMessage> Build(GainsightClientOptions options, ILogger logger)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { Name = Name, TimeProvider = options.TimeProvider };
        if ((options.Telemetry ?? WithLoggers(options.LoggerFactory)) is { } telemetry)
        {
            // The application may share its options with other pipelines.
            builder.ConfigureTelemetry(new TelemetryOptions(telemetry) { SeverityProvider = telemetry.SeverityProvider ?? Severity });
        }

        if (options.RetryPipeline is { } configure)
        {
            configure(builder);
        }
        else if (options.Retry.MaxRetries > 0)
        {
            var retries = new RetryPipeline(options, logger);
            builder.AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = options.Retry.MaxRetries,
                ShouldHandle = retries.ShouldRetry,
                DelayGenerator = static arguments => new(Call(arguments.Context).RetryDelay),
                OnRetry = retries.OnRetry,
            });
        }

        return builder.Build();
    }

    /// <summary>Whether another attempt may succeed where the last one did not.</summary>
    public static bool IsTransient(CallState call) => call.LastFailure switch
    {
        null => call.LastAnswer is { IsThrottled: false } answer && (answer.IsFault || answer is { IsPositive: true, IsComplete: false, IsSuccess: false }),
        GainsightTransportException => true,

        // The token endpoint failed or throttled the request, which says nothing about the credential.
        GainsightThrottledException => true,
        GainsightAuthenticationException exception => (int)exception.StatusCode >= 500,
        _ => false,
    };

    private static TelemetryOptions? WithLoggers(ILoggerFactory? loggers) => loggers is null ? null : new TelemetryOptions { LoggerFactory = loggers };

    /// <summary>Polly gives every attempt and every call an event at Information. The client logs what is worth it.</summary>
    private static ResilienceEventSeverity Severity(SeverityProviderArguments arguments) =>
        arguments.Event.Severity == ResilienceEventSeverity.Information ? ResilienceEventSeverity.Debug : arguments.Event.Severity;

    private static CallState Call(ResilienceContext context) => CallState.Of(context.GetRequestMessage()!);

    private ValueTask<bool> ShouldRetry(RetryPredicateArguments<HttpResponseMessage> arguments)
    {
        var call = Call(arguments.Context);
        if (!IsTransient(call) || !call.MayResend)
        {
            return new(false);
        }

        // The decision depends on the delay, so the delay is computed here; the delay generator only returns it.
        call.RetryDelay = RetryAfter(call) ?? Backoff(arguments.AttemptNumber);
        return new(call.Elapsed(_time) + call.RetryDelay <= _options.MaxElapsed);
    }

    private TimeSpan? RetryAfter(CallState call) => call.LastFailure is GainsightThrottledException { RetryAt: { } retryAt }
        ? TimeSpan.FromTicks(Math.Max(0, (retryAt - _time.GetUtcNow()).Ticks))
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
