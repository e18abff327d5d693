using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Gainsight.Client.IntegrationTests.Writes;

/// <summary>The application's listeners to metrics, spans and logs may throw. Alone, because listeners hear of every client in the process.</summary>
[Collection(Alone.Name)]
public sealed class ListenerTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_listener_to_the_rows_that_throws_ends_in_the_report_and_stops_the_write(bool isStream)
    {
        await using var tenant = await Tenant.StartAsync();
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Name == "gainsight.client.rows")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>(static (_, _, _, _) => throw new NotSupportedException("The application's own."));
        listener.Start();
        var rows = Rows.Companies(500);
        rows[60].Name = " ";

        if (isStream)
        {
            List<RowOutcome<Company>> told = [];
            Func<Task> write = async () =>
            {
                await foreach (var outcome in tenant.CreateClient().Companies.InsertStreamAsync(rows, new WriteOptions { MaxConcurrency = 1 }))
                {
                    told.Add(outcome);
                }
            };

            (await write.Should().ThrowAsync<GainsightException>()).Which.InnerException.Should().BeOfType<NotSupportedException>();
            ShouldBeTold(tenant, told);
        }
        else
        {
            var report = await tenant.CreateClient().Companies.InsertAsync(rows, new WriteOptions { MaxConcurrency = 1 });

            report.StoppedBy!.InnerException.Should().BeOfType<NotSupportedException>();
            report.Rows.Should().HaveCount(500);
            ShouldBeTold(tenant, report.Rows);
        }
    }

    [Fact]
    public async Task A_listener_to_spans_that_throws_at_the_end_does_not_cost_the_report()
    {
        await using var tenant = await Tenant.StartAsync();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == GainsightDiagnostics.ActivitySourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = static span => ThrowIf(span.OperationName == GainsightDiagnostics.WriteName),
        };
        ActivitySource.AddActivityListener(listener);

        var report = await tenant.CreateClient().Companies.InsertAsync(Rows.Companies(60));

        report.Inserted.Should().HaveCount(60);
        report.StoppedBy!.InnerException.Should().BeOfType<NotSupportedException>();
    }

    [Fact]
    public async Task A_log_that_throws_at_the_end_does_not_cost_the_report()
    {
        await using var tenant = await Tenant.StartAsync();
        using var logs = new BrokenLogs("WriteEnded");

        var report = await tenant.CreateClient(options => options.LoggerFactory = logs).Companies.InsertAsync(Rows.Companies(60));

        report.Inserted.Should().HaveCount(60);
        report.StoppedBy!.InnerException.Should().BeOfType<NotSupportedException>();
    }

    private static void ShouldBeTold(Tenant tenant, IReadOnlyList<RowOutcome<Company>> told)
    {
        told.Select(row => row.Index).Should().Equal(Enumerable.Range(0, told.Count).Select(i => (long)i));
        told.Count(row => row.Status == RowStatus.Inserted).Should().Be(tenant.Companies.Count).And.BeLessThan(499);
        told.Should().OnlyContain(row => row.Status == RowStatus.Inserted || row.Status == RowStatus.NotAttempted || row.Index == 60);
    }

    private static void ThrowIf(bool condition)
    {
        if (condition)
        {
            throw new NotSupportedException("The application's own.");
        }
    }

    private sealed class BrokenLogs(string name) : ILoggerFactory, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            ThrowIf(eventId.Name == name);

        public void Dispose()
        {
        }
    }
}
