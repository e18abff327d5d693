using System.Collections.Concurrent;
using Gainsight.Client.Emulator;
using Microsoft.Extensions.Logging;

namespace Gainsight.Client.IntegrationTests.Writes;

public sealed class SecrecyTests
{
    private const string Secret = "Tell-nobody-4711";

    [Fact]
    public async Task No_log_and_no_exception_contains_a_value_or_the_key()
    {
        var texts = new Texts();
        foreach (var kind in Enum.GetValues<FaultKind>())
        {
            await using var tenant = await Tenant.StartAsync();
            var gainsight = tenant.CreateClient(options =>
            {
                options.InProcess(tenant);
                options.LoggerFactory = texts;
            });
            tenant.Emulator.Faults.Add(new Fault(kind) { Probability = 0.5, Count = 4, Delay = TimeSpan.FromMinutes(3) });
            List<Company> rows = [.. Enumerable.Range(0, 120).Select(i => new Company { Name = $"{Secret} {i}", Stage = i == 7 ? Secret : null })];
            rows[9]["RenewalDate"] = Secret;
            rows[10]["Employees"] = Secret;
            await texts.KeepAsync(() => gainsight.Companies.UpsertAsync(rows, CompanyFields.Name));
            await texts.KeepAsync(() => gainsight.Companies.InsertAsync(rows));
            tenant.Emulator.RevokeAccessKey();
            await texts.KeepAsync(() => gainsight.Companies.UpsertAsync(rows, CompanyFields.Name));
        }

        texts.All.Should().NotBeEmpty().And.NotContain(text => text.Contains(Secret, StringComparison.Ordinal));
        texts.All.Should().NotContain(text => text.Contains("emulator-access-key", StringComparison.Ordinal));
    }

    private sealed class Texts : ILoggerFactory, ILogger
    {
        public ConcurrentQueue<string> All { get; } = new();

        public async Task KeepAsync(Func<Task<WriteReport<Company>>> write)
        {
            try
            {
                var report = await write();
                All.Enqueue($"{report.StoppedBy}");
                report.Rows.ToList().ForEach(row => All.Enqueue($"{row}"));
            }
            catch (GainsightException exception)
            {
                All.Enqueue(exception.ToString());
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
