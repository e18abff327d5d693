using Gainsight.Client.Emulator;
using Gainsight.Client.TestSupport;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging;

namespace Gainsight.Client.IntegrationTests.Writes;

/// <summary>What the metric and the log report about the rows of a write. The metric covers the whole process, so each test writes to its own object.</summary>
public sealed class RowCountTests : IDisposable
{
    private readonly string _object = $"Counted_{Guid.NewGuid():N}__gc";
    private readonly MetricCollector<long> _rows = new(meterScope: null, GainsightDiagnostics.MeterName, "gainsight.client.rows");

    /// <summary>The rows of this test's object by their status.</summary>
    private Dictionary<string, long> Counted => _rows.GetMeasurementSnapshot()
        .Where(measurement => Equals(measurement.Tags["gainsight.object"], _object))
        .GroupBy(measurement => (string)measurement.Tags["gainsight.row_status"]!)
        .ToDictionary(status => status.Key, status => status.Sum(measurement => measurement.Value));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rows_of_a_cancelled_stream_areCounted_like_those_of_a_list(bool stream)
    {
        await using var tenant = await StartAsync();
        using var cancellation = new CancellationTokenSource();
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Before = number =>
            {
                if (number == 3)
                {
                    cancellation.CancelAfterOn(tenant.Clock, TimeSpan.FromMinutes(1));
                }
            },
        });
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Latency) { Skip = 2, Delay = TimeSpan.FromHours(1) });
        var options = new WriteOptions { MaxConcurrency = 1 };
        var outcomes = new List<RowOutcome<ObjectRecord>>();

        Func<Task> write = async () =>
        {
            if (!stream)
            {
                await gainsight.Objects(_object).InsertAsync(Many(500), options, cancellation.Token);
                return;
            }

            await foreach (var outcome in gainsight.Objects(_object).InsertStreamAsync(Many(500).ToStream(), options, cancellation.Token))
            {
                outcomes.Add(outcome);
            }
        };

        var canceled = (await write.Should().ThrowAsync<WriteCanceledException>()).Which;
        outcomes.AddRange(canceled.GetReport<ObjectRecord>()!.Rows);
        Counted.Should().Equal(outcomes.GroupBy(row => $"{row.Status}").ToDictionary(group => group.Key, group => (long)group.Count()));
        Counted.Should().Contain("Inserted", 100).And.Contain("Unknown", 50).And.ContainKey("NotAttempted");
    }

    [Fact]
    public async Task Rows_of_a_stream_that_is_left_early_areCounted_whether_or_not_their_outcomes_were_read()
    {
        await using var tenant = await StartAsync();
        await foreach (var outcome in tenant.CreateClient().Objects(_object).InsertStreamAsync(Many(500).ToStream()))
        {
            outcome.Succeeded.Should().BeTrue();
            break;
        }

        Counted["Inserted"].Should().Be(tenant.Emulator.Object(_object).Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_write_ends_with_one_log_event_that_counts_its_rows_and_contains_none_of_their_values(bool stream)
    {
        await using var tenant = await StartAsync();
        using var logs = new Logs();
        var client = tenant.CreateClient(options => options.LoggerFactory = logs).Objects(_object);
        tenant.Emulator.Object(_object).Insert(("Name", "Tell-nobody 1"));
        List<ObjectRecord> rows = [new() { ["Name"] = "Tell-nobody 1", ["Size__gc"] = 5 }, new() { ["Name"] = "Tell-nobody 2" }, new(), new() { ["Name"] = "Tell-nobody 3" }];

        if (stream)
        {
            await client.UpsertStreamAsync(rows.ToStream(), Field.Custom<string>("Name")).ToListAsync();
        }
        else
        {
            await client.UpsertAsync(rows, Field.Custom<string>("Name"));
        }

        var entry = logs.Records.Should().ContainSingle(each => each.Id == 700).Which;
        entry.Level.Should().Be(LogLevel.Information);
        entry.Text().Should().Contain($"A write of {_object} ended after ").And.Contain("rows: 4, calls: 4").And.Contain("Calls=4")
            .And.Contain("Inserted=2").And.Contain("Updated=1").And.Contain("Failed=1").And.Contain("Unknown=0").And.NotContain("Tell-nobody");
    }

    [Fact]
    public async Task A_write_that_stops_logs_the_rows_that_it_did_not_attempt()
    {
        await using var tenant = await StartAsync();
        using var logs = new Logs();
        var client = tenant.CreateClient(options => options.LoggerFactory = logs).Objects(_object);
        tenant.Emulator.RevokeAccessKey();

        await FluentActions.Awaiting(() => client.InsertAsync(Many(500))).Should().ThrowAsync<GainsightAuthenticationException>();

        logs.Records.Should().ContainSingle(each => each.Id == 700).Which.Text().Should().Contain("NotAttempted=500");
        Counted.Should().Equal(new Dictionary<string, long> { ["NotAttempted"] = 500 });
    }

    public void Dispose() => _rows.Dispose();

    private static List<ObjectRecord> Many(int count) => [.. Enumerable.Range(0, count).Select(i => new ObjectRecord { ["Name"] = Rows.Name(i) })];

    private async Task<Tenant> StartAsync()
    {
        var tenant = await Tenant.StartAsync();
        tenant.Emulator.AddCustomObject(_object).AddField("Size__gc", EmulatedDataType.Number);
        return tenant;
    }
}
