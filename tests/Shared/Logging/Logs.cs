using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Gainsight.Client.TestSupport;

/// <summary>Keeps all log records of every level. A client takes it as its logger factory, a container takes its provider.</summary>
internal sealed class Logs : ILoggerFactory
{
    private readonly LoggerFactory _factory;

    public Logs() => _factory = new LoggerFactory([Provider], new LoggerFilterOptions { MinLevel = LogLevel.Trace });

    public FakeLoggerProvider Provider { get; } = new();

    public IReadOnlyList<FakeLogRecord> Records => Provider.Collector.GetSnapshot();

    public IEnumerable<int> Ids => Records.Select(record => record.Id.Id);

    /// <summary>All that the records hold.</summary>
    public string Text => string.Join('\n', Records.Select(record => record.Text()));

    public ILogger CreateLogger(string categoryName) => _factory.CreateLogger(categoryName);

    public void AddProvider(ILoggerProvider provider) => _factory.AddProvider(provider);

    public void Dispose()
    {
        _factory.Dispose();
        Provider.Dispose();
    }
}
