using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Gainsight.Client.IntegrationTests;

/// <summary>Keeps all log entries of every level as text: category, message, exception, state and scopes.</summary>
internal sealed class Logs : ILoggerFactory, ILoggerProvider
{
    public ConcurrentQueue<Entry> Entries { get; } = new();

    public IEnumerable<int> Ids => Entries.Select(entry => entry.Id);

    public string Text => string.Join('\n', Entries.Select(entry => entry.Text));

    public ILogger CreateLogger(string categoryName) => new Collector(this, categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    internal sealed record Entry(string Category, int Id, LogLevel Level, string Text);

    private sealed class Collector(Logs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            logs.Entries.Enqueue(new(category, 0, LogLevel.Trace, $"scope {Describe(state)}"));
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            logs.Entries.Enqueue(new(category, eventId.Id, logLevel, $"{formatter(state, exception)} {Describe(state)} {exception}"));

        private static string Describe<TState>(TState state) =>
            state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values.Select(pair => $"{pair.Key}={pair.Value}")) : $"{state}";
    }
}
