using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Gainsight.Client.Hosting.Tests.Telemetry;

/// <summary>Keeps all that is logged, at every level: texts, exceptions, and each value of states and scopes.</summary>
internal sealed class Listener : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Texts { get; } = new();

    /// <summary>The categories that have a logger.</summary>
    public ConcurrentBag<string> Categories { get; } = [];

    public ILogger CreateLogger(string categoryName)
    {
        Categories.Add(categoryName);
        return this;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Keep(state);
        return null;
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Texts.Enqueue(formatter(state, exception));
        Texts.Enqueue(exception?.ToString() ?? string.Empty);
        Keep(state);
    }

    public void Dispose()
    {
    }

    private void Keep(object? value)
    {
        Texts.Enqueue(Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty);
        switch (value)
        {
            case string:
                break;
            case IEnumerable values:
                foreach (var one in values)
                {
                    Keep(one);
                }

                break;
            case KeyValuePair<string, object?> pair:
                Keep(pair.Value);
                break;
        }
    }
}
