using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Http.Logging;
using Microsoft.Extensions.Logging;

namespace Gainsight.Client;

/// <summary>Keeps the credential out of the log events of <c>IHttpClientFactory</c>, which have all headers at level Trace.</summary>
/// <remarks>Redaction of headers changes only the text of these events. Their structured state, which logging providers store, keeps the values.</remarks>
internal static class HeaderlessLogging
{
    /// <summary>Replaces the logging handlers of a chain with ones that never log headers.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The chain owns its handlers.")]
    public static void Apply(HttpMessageHandlerBuilder builder, ILoggerFactory loggers)
    {
        ILogger Logger(string handler) => new WithoutTrace(loggers.CreateLogger($"System.Net.Http.HttpClient.{builder.Name}.{handler}"));

        var handlers = builder.AdditionalHandlers;
        for (var i = 0; i < handlers.Count; i++)
        {
            handlers[i] = handlers[i] switch
            {
                LoggingHttpMessageHandler => new LoggingHttpMessageHandler(Logger("ClientHandler")),
                LoggingScopeHttpMessageHandler => new LoggingScopeHttpMessageHandler(Logger("LogicalHandler")),
                var other => other,
            };
        }
    }

    /// <summary>The handlers log headers at level Trace, and nothing else.</summary>
    private sealed class WithoutTrace(ILogger logger) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => logger.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.Trace && logger.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                logger.Log(logLevel, eventId, state, exception, formatter);
            }
        }
    }
}
