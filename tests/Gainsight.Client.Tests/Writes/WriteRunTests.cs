using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests.Writes;

/// <summary>When rows are taken, sent and told while a write runs.</summary>
public sealed class WriteRunTests : IDisposable
{
    private readonly TableTenant _tenant = new();

    public void Dispose() => _tenant.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_row_that_fails_before_a_call_is_told_before_the_next_row_comes(bool preflight)
    {
        TaskCompletionSource told = new();
        async IAsyncEnumerable<Company> Source()
        {
            yield return preflight ? new() { Name = "x", Stage = "Orbiting" } : new();
            await told.Task;
            yield return new() { Name = "a" };
        }

        List<RowStatus> statuses = [];
        await foreach (var row in _tenant.Companies.InsertStreamAsync(Source(), new WriteOptions { Preflight = preflight }))
        {
            statuses.Add(row.Status);
            told.TrySetResult();
        }

        statuses.Should().Equal(RowStatus.Failed, RowStatus.Inserted);
        _tenant.Inserts.Should().ContainSingle().Which.Names.Should().Equal("a");
    }

    [Fact]
    public async Task A_stream_takes_rows_again_when_outcomes_are_read_after_all_calls_have_ended()
    {
        var taken = 0;
        TaskCompletionSource full = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _tenant.After = call =>
        {
            if (call is { Kind: "insert", Number: 40 })
            {
                full.TrySetResult();
            }

            return null;
        };
        async IAsyncEnumerable<Company> Source()
        {
            foreach (var row in TableTenant.List(2_300))
            {
                await Task.Yield();
                taken++;
                yield return row;
            }
        }

        await using var outcomes = _tenant.Companies.InsertStreamAsync(Source(), new WriteOptions { MaxFillDelay = TimeSpan.FromMinutes(5) }).GetAsyncEnumerator();
        (await outcomes.MoveNextAsync()).Should().BeTrue();
        await full.Task;
        for (var i = 0; i < 200; i++)
        {
            await Task.Yield();
        }

        taken.Should().BeLessThanOrEqualTo(2_001);
        var count = 1;
        while (await outcomes.MoveNextAsync())
        {
            outcomes.Current.Index.Should().Be(count++);
        }

        count.Should().Be(2_300);
    }

    [Fact]
    public async Task A_part_filled_call_waits_only_for_the_rest_of_its_time()
    {
        TaskCompletionSource written = new();
        _tenant.After = _ =>
        {
            written.TrySetResult();
            return null;
        };
        async IAsyncEnumerable<Company> Source()
        {
            yield return new() { Name = "a" };
            _tenant.Clock.Advance(TimeSpan.FromSeconds(3));
            await written.Task;
        }

        await foreach (var row in _tenant.Companies.InsertStreamAsync(Source(), new WriteOptions { MaxFillDelay = TimeSpan.FromSeconds(10) }))
        {
            row.Status.Should().Be(RowStatus.Inserted);
        }

        _tenant.Clock.Passed.Should().Contain(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task Rows_that_were_never_taken_are_counted_at_the_end()
    {
        using Logs logs = new();
        using TableTenant tenant = new(options => options.LoggerFactory = logs);
        using CancellationTokenSource cancellation = new();
        tenant.After = call =>
        {
            cancellation.Cancel();
            return null;
        };

        var failure = await tenant.Awaiting(each => each.Companies.InsertAsync(TableTenant.List(400), new WriteOptions { MaxConcurrency = 1 }, cancellation.Token))
            .Should().ThrowAsync<WriteCanceledException>();

        var report = failure.Which.GetReport<Company>()!;
        report.Rows.Select(row => row.Index).Should().Equal(Enumerable.Range(0, 400).Select(i => (long)i));
        var line = logs.Records.Should().ContainSingle(record => record.Id.Id == 700).Which.Message;
        line.Should().Contain("rows: 400").And.Contain($"{report.NotAttempted.Count} not attempted");
        report.NotAttempted.Count.Should().BeGreaterThanOrEqualTo(350);
    }

    [Fact]
    public async Task Two_writes_of_the_same_keys_in_another_order_both_end()
    {
        var one = _tenant.Companies.UpsertAsync(TableTenant.List(120), CompanyFields.Name, new WriteOptions { MaxConcurrency = 2 });
        var other = _tenant.Companies.UpsertAsync(TableTenant.List(120).AsEnumerable().Reverse(), CompanyFields.Name, new WriteOptions { MaxConcurrency = 2 });

        var reports = await Task.WhenAll(one, other);

        reports.Should().OnlyContain(report => report.AllSucceeded);
        _tenant.Names.Should().OnlyHaveUniqueItems().And.HaveCount(120);
    }

    [Fact]
    public async Task A_second_spelling_of_a_new_key_is_looked_up_when_the_first_is_written()
    {
        Company[] rows = [new() { Name = "Acme", Employees = 1 }, new() { Name = "ACME", Employees = 2 }, new() { Name = "acme", Employees = 3 }];

        var report = await _tenant.Companies.UpsertAsync(rows, CompanyFields.Name);
        var again = await _tenant.Companies.UpsertAsync(rows, CompanyFields.Name).WaitAsync(TimeSpan.FromMinutes(1));

        report.Inserted.Should().HaveCount(3);
        again.Unchanged.Concat(again.Updated).Should().HaveCount(3);
        _tenant.Names.Should().BeEquivalentTo("Acme", "ACME", "acme");
    }

    [Fact]
    public async Task A_stopped_write_releases_its_keys()
    {
        _tenant.Before = call => call.Kind == "insert" ? TableTenant.Refusal(System.Net.HttpStatusCode.Unauthorized, ErrorCodes.Unauthorized) : null;
        await _tenant.Awaiting(each => each.Companies.UpsertAsync(TableTenant.List(120), CompanyFields.Name, new WriteOptions { MaxConcurrency = 1 })).Should().ThrowAsync<GainsightAuthenticationException>();
        _tenant.Before = _ => null;

        var again = await _tenant.Companies.UpsertAsync(TableTenant.List(120), CompanyFields.Name).WaitAsync(TimeSpan.FromMinutes(1));

        again.Inserted.Should().HaveCount(120);
    }
}
