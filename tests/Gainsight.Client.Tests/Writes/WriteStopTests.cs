using System.Net;

namespace Gainsight.Client.Tests.Writes;

/// <summary>What ends a write before its last row, and what is told of the rows.</summary>
public sealed class WriteStopTests : IDisposable
{
    private readonly TableTenant _tenant = new();

    public void Dispose() => _tenant.Dispose();

    [Fact]
    public async Task A_refused_credential_stops_the_write_and_keeps_the_report()
    {
        _tenant.Before = call => call is { Kind: "insert", Number: > 1 } ? TableTenant.Refusal(HttpStatusCode.Unauthorized, ErrorCodes.Unauthorized) : null;

        var report = await _tenant.Companies.InsertAsync(TableTenant.List(200), new WriteOptions { MaxConcurrency = 1 });

        (report.Inserted.Count, report.NotAttempted.Count).Should().Be((50, 150));
        report.StoppedBy.Should().BeOfType<GainsightAuthenticationException>();
        _tenant.Inserts.Count().Should().BeLessThan(4);
        report.Rows.Select(row => row.Index).Should().Equal(Enumerable.Range(0, 200).Select(i => (long)i));
    }

    [Fact]
    public async Task A_write_of_which_no_row_was_attempted_throws_the_reason()
    {
        _tenant.Before = _ => TableTenant.Refusal(HttpStatusCode.Unauthorized, ErrorCodes.Unauthorized);

        await _tenant.Awaiting(each => each.Companies.InsertAsync(TableTenant.List(3))).Should().ThrowAsync<GainsightAuthenticationException>();
    }

    [Fact]
    public async Task An_exception_of_a_handler_is_wrapped_and_its_rows_are_unknown()
    {
        _tenant.Before = call => call is { Kind: "insert", Number: 2 } ? throw new FormatException("mine") : null;

        var report = await _tenant.Companies.InsertAsync(TableTenant.List(150), new WriteOptions { MaxConcurrency = 1 });

        (report.Inserted.Count, report.Unknown.Count, report.NotAttempted.Count).Should().Be((50, 50, 50));
        report.StoppedBy!.InnerException.Should().BeOfType<FormatException>();
        report.StoppedBy.Message.Should().Contain("FormatException, in InnerException").And.Contain("handler of the application");
        report.Unknown[0].Errors.Should().ContainSingle().Which.Should().Match<RecordError>(
            error => error.Code == RecordErrorCodes.TransportFailure && error.Message == report.StoppedBy.Message);
    }

    [Fact]
    public async Task An_exception_of_the_progress_callback_stops_the_write()
    {
        var report = await _tenant.Companies.InsertAsync(
            TableTenant.List(150), new WriteOptions { MaxConcurrency = 1, Progress = new Listener(_ => throw new FormatException()) });

        report.Inserted.Count.Should().BeGreaterThanOrEqualTo(50);
        report.NotAttempted.Should().NotBeEmpty();
        report.StoppedBy!.InnerException.Should().BeOfType<FormatException>();
    }

    [Fact]
    public async Task Progress_is_told_as_rows_are_decided()
    {
        List<WriteProgress> told = [];
        var rows = TableTenant.List(120);
        rows[3].Name = null;

        await _tenant.Companies.UpsertAsync(rows, CompanyFields.Name, new WriteOptions { MaxConcurrency = 1, Progress = new Listener(told.Add) });

        told.Select(each => each.Done).Should().BeInAscendingOrder().And.EndWith(120);
        told.Should().OnlyContain(each => each.Total == 120);
        told[^1].Failed.Should().Be(1);
        told[^1].EstimatedTimeLeft.Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_cancelled_write_says_which_rows_are_written_unknown_and_not_attempted()
    {
        using CancellationTokenSource cancellation = new();
        _tenant.After = call =>
        {
            if (call is { Kind: "insert", Number: 2 })
            {
                cancellation.Cancel();
                throw new OperationCanceledException(cancellation.Token);
            }

            return null;
        };

        var failure = await _tenant.Awaiting(each => each.Companies.InsertAsync(TableTenant.List(150), new WriteOptions { MaxConcurrency = 1 }, cancellation.Token))
            .Should().ThrowAsync<WriteCanceledException>();

        var report = failure.Which.GetReport<Company>()!;
        (report.Inserted.Count, report.Unknown.Count, report.NotAttempted.Count).Should().Be((50, 50, 50));
        report.Unknown[0].Errors.Should().ContainSingle().Which.Should().Match<RecordError>(
            error => error.Code == RecordErrorCodes.Canceled && error.Message.Contains("call was in progress"));
        report.StoppedBy.Should().BeNull();
        failure.Which.CancellationToken.Should().Be(cancellation.Token);
    }

    [Fact]
    public async Task A_token_that_is_cancelled_before_the_write_sends_nothing()
    {
        await _tenant.Awaiting(each => each.Companies.InsertAsync(TableTenant.List(3), cancellationToken: new CancellationToken(canceled: true)))
            .Should().ThrowAsync<OperationCanceledException>();

        _tenant.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task A_time_limit_stops_the_write_with_what_to_do()
    {
        _tenant.After = _ =>
        {
            _tenant.Clock.Advance(TimeSpan.FromSeconds(45));
            return null;
        };

        var report = await _tenant.Companies.InsertAsync(TableTenant.List(200), new WriteOptions { MaxConcurrency = 1, TimeLimit = TimeSpan.FromMinutes(2) });

        report.Inserted.Should().NotBeEmpty();
        report.NotAttempted.Should().NotBeEmpty();
        report.StoppedBy!.Message.Should().Be("The write of Company reached its time limit of 00:02:00 (WriteOptions.TimeLimit). Write the rows that were not attempted again.");
        report.Elapsed.Should().BeGreaterThanOrEqualTo(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task A_client_that_is_disposed_stops_its_writes()
    {
        _tenant.Before = call =>
        {
            if (call.Number == 2)
            {
                _tenant.Client.Dispose();
                throw new ObjectDisposedException("handler");
            }

            return null;
        };

        var report = await _tenant.Companies.InsertAsync(TableTenant.List(150), new WriteOptions { MaxConcurrency = 1 });

        report.Inserted.Should().HaveCount(50);
        report.StoppedBy!.Message.Should().Contain("disposed");
    }

    [Fact]
    public async Task The_end_of_a_write_that_stopped_is_logged_with_the_rows_that_were_not_sent()
    {
        using TestSupport.Logs logs = new();
        using TableTenant tenant = new(options => options.LoggerFactory = logs);
        tenant.Before = call => call.Number > 1 ? TableTenant.Refusal(HttpStatusCode.Unauthorized, ErrorCodes.Unauthorized) : null;

        await tenant.Companies.InsertAsync(TableTenant.List(200), new WriteOptions { MaxConcurrency = 1 });

        logs.Records.Should().ContainSingle(record => record.Id.Id == 700).Which.Message.Should().Contain("rows: 200").And.Contain("50 inserted").And.Contain("150 not attempted");
    }

    private sealed class Listener(Action<WriteProgress> listen) : IProgress<WriteProgress>
    {
        public void Report(WriteProgress value) => listen(value);
    }
}
