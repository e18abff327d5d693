using System.Net.Sockets;

namespace Gainsight.Client.IntegrationTests.Writes;

/// <summary>Exceptions that are not the library's own: of the application's handlers, its progress callback, or the disposal of the client.</summary>
public sealed class ForeignFailureTests
{
    public static TheoryData<Type> Thrown => [typeof(SocketException), typeof(TimeoutException), typeof(ArgumentException), typeof(InvalidOperationException), typeof(OutOfMemoryException)];

    [Theory]
    [MemberData(nameof(Thrown))]
    public async Task An_exception_of_a_handler_ends_in_the_report_and_stops_the_write(Type type)
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = Throwing(tenant, type, after: 3);

        var report = await gainsight.Companies.InsertAsync(Rows.Companies(500), new WriteOptions { MaxConcurrency = 1 });

        report.StoppedBy!.InnerException.Should().BeOfType(type);
        report.Inserted.Should().HaveCount(100);
        report.Unknown.Select(row => row.Index).Should().Equal(Enumerable.Range(100, 50).Select(i => (long)i));
        report.NotAttempted.Should().HaveCount(350);
        tenant.Companies.Count.Should().Be(100);
    }

    [Fact]
    public async Task An_exception_of_a_handler_during_the_keyed_read_leaves_the_rows_not_attempted_and_keeps_the_report()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Before = number => ThrowIf(number > 11, new TimeoutException("The application's own.")),
        });

        var report = await gainsight.Companies.UpsertAsync(Rows.Companies(1200), CompanyFields.Name, new WriteOptions { MaxConcurrency = 1 });

        report.StoppedBy!.InnerException.Should().BeOfType<TimeoutException>();
        report.Inserted.Should().HaveCount(tenant.Companies.Count).And.HaveCountGreaterThanOrEqualTo(450);
        report.NotAttempted.Should().HaveCountGreaterThanOrEqualTo(700);
        (report.Inserted.Count + report.Unknown.Count + report.NotAttempted.Count).Should().Be(1200);
    }

    [Fact]
    public async Task An_exception_of_the_progress_callback_ends_in_the_report_and_stops_the_write()
    {
        await using var tenant = await Tenant.StartAsync();

        var report = await tenant.CreateClient().Companies.InsertAsync(
            Rows.Companies(500), new WriteOptions { MaxConcurrency = 1, Progress = new Broken() });

        report.StoppedBy!.InnerException.Should().BeOfType<NotSupportedException>();
        report.Inserted.Should().HaveCount(tenant.Companies.Count).And.HaveCountLessThan(500);
        (report.Inserted.Count + report.NotAttempted.Count).Should().Be(500);
    }

    [Fact]
    public async Task A_client_that_is_disposed_in_the_middle_of_a_write_still_gives_the_report()
    {
        await using var tenant = await Tenant.StartAsync();
        GainsightClient? gainsight = null;
        gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Before = number =>
            {
                if (number == 3)
                {
                    gainsight!.Dispose();
                }
            },
        });

        var report = await gainsight.Companies.InsertAsync(Rows.Companies(500), new WriteOptions { MaxConcurrency = 1 });

        report.StoppedBy.Should().NotBeNull();
        report.Inserted.Should().HaveCountGreaterThanOrEqualTo(100);
        report.NotAttempted.Should().HaveCountGreaterThanOrEqualTo(300);
        report.Rows.Should().HaveCount(500);
        tenant.Companies.Count.Should().BeInRange(report.Inserted.Count, report.Inserted.Count + report.Unknown.Count);
    }

    [Fact]
    public async Task A_name_in_the_answer_that_is_half_a_character_does_not_cost_the_report()
    {
        await using var tenant = await Tenant.StartAsync();
        var answers = 0;
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (_, status, body) => ++answers == 3
                ? (status, body.Replace("\"data\":{", "\"data\":{\"\\ud800\":1,", StringComparison.Ordinal))
                : null,
        });

        var report = await gainsight.Companies.InsertAsync(Rows.Companies(500), new WriteOptions { MaxConcurrency = 1 });

        report.Rows.Should().HaveCount(500);
        report.Inserted.Count.Should().BeGreaterThanOrEqualTo(100);
        report.Failed.Should().BeEmpty();
        tenant.Companies.Count.Should().BeInRange(report.Inserted.Count, report.Inserted.Count + report.Unknown.Count);
    }

    [Fact]
    public async Task A_stream_gives_the_known_outcomes_before_the_exception_of_a_handler()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = Throwing(tenant, typeof(TimeoutException), after: 3);
        var outcomes = new List<RowOutcome<Company>>();

        Func<Task> write = async () =>
        {
            await foreach (var outcome in gainsight.Companies.InsertStreamAsync(Rows.Companies(400), new WriteOptions { MaxConcurrency = 1 }))
            {
                outcomes.Add(outcome);
            }
        };

        (await write.Should().ThrowAsync<GainsightException>()).Which.InnerException.Should().BeOfType<TimeoutException>();
        outcomes.Count(outcome => outcome.Status == RowStatus.Inserted).Should().Be(100);
        outcomes.Count(outcome => outcome.Status == RowStatus.Unknown).Should().Be(50);
        outcomes.Skip(150).Should().OnlyContain(outcome => outcome.Status == RowStatus.NotAttempted);
    }

    private static GainsightClient Throwing(Tenant tenant, Type type, int after) =>
        tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Before = number => ThrowIf(number >= after, (Exception)Activator.CreateInstance(type)!),
        });

    private static void ThrowIf(bool condition, Exception exception)
    {
        if (condition)
        {
            throw exception;
        }
    }

    private sealed class Broken : IProgress<WriteProgress>
    {
        public void Report(WriteProgress value) => throw new NotSupportedException("The caller's own.");
    }
}
