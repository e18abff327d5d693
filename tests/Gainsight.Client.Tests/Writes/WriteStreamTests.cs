using System.Runtime.CompilerServices;

namespace Gainsight.Client.Tests.Writes;

/// <summary>Streams: order, room, part-filled calls, and sources that end badly.</summary>
public sealed class WriteStreamTests : IDisposable
{
    private readonly TableTenant _tenant = new();

    public void Dispose() => _tenant.Dispose();

    [Fact]
    public async Task Outcomes_come_in_the_order_of_the_rows()
    {
        _tenant.Add("c7");
        var rows = TableTenant.List(230);
        rows[5].Name = null;

        var outcomes = await ReadAsync(_tenant.Companies.UpsertStreamAsync(rows.ToAsync(), CompanyFields.Name));

        outcomes.Select(row => row.Index).Should().Equal(Enumerable.Range(0, 230).Select(i => (long)i));
        outcomes.Count(row => row.Status == RowStatus.Inserted).Should().Be(228);
        (outcomes[5].Status, outcomes[7].Status).Should().Be((RowStatus.Failed, RowStatus.Updated));
    }

    [Fact]
    public async Task More_rows_than_fit_into_memory_are_taken_as_outcomes_are_read()
    {
        var taken = 0;
        async IAsyncEnumerable<Company> Source()
        {
            foreach (var row in TableTenant.List(2_500))
            {
                await Task.Yield();
                taken++;
                yield return row;
            }
        }

        var outcomes = 0;
        await foreach (var _ in _tenant.Companies.InsertStreamAsync(Source(), new WriteOptions { MaxFillDelay = TimeSpan.FromMinutes(5) }))
        {
            (taken - ++outcomes).Should().BeLessThanOrEqualTo(2_001);
        }

        outcomes.Should().Be(2_500);
        _tenant.Inserts.Count().Should().Be(50);
    }

    [Fact]
    public async Task A_part_filled_call_is_sent_after_a_while()
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
            await written.Task;
            yield return new() { Name = "b" };
        }

        var outcomes = await ReadAsync(_tenant.Companies.InsertStreamAsync(Source()));

        outcomes.Should().HaveCount(2).And.OnlyContain(row => row.Status == RowStatus.Inserted);
        _tenant.Inserts.Select(call => call.Records.Count).Should().Equal(1, 1);
    }

    [Fact]
    public async Task A_source_that_throws_ends_the_stream_with_its_exception_after_the_outcomes()
    {
        async IAsyncEnumerable<Company> Source()
        {
            foreach (var row in TableTenant.List(60))
            {
                yield return row;
            }

            await Task.Yield();
            throw new FormatException("mine");
        }

        List<RowOutcome<Company>> outcomes = [];
        var read = async () =>
        {
            await foreach (var outcome in _tenant.Companies.InsertStreamAsync(Source(), new WriteOptions { MaxFillDelay = TimeSpan.FromMinutes(5) }))
            {
                outcomes.Add(outcome);
            }
        };

        await read.Should().ThrowAsync<FormatException>().WithMessage("mine");
        outcomes.Should().HaveCount(60);
        outcomes.Take(50).Should().OnlyContain(row => row.Status == RowStatus.Inserted);
        outcomes.Skip(50).Should().OnlyContain(row => row.Status == RowStatus.NotAttempted);
    }

    [Fact]
    public async Task A_stream_that_stops_throws_the_reason_after_the_outcomes()
    {
        _tenant.Before = call => call is { Kind: "insert", Number: > 1 } ? TableTenant.Refusal(System.Net.HttpStatusCode.Unauthorized, ErrorCodes.Unauthorized) : null;
        List<RowOutcome<Company>> outcomes = [];
        var read = async () =>
        {
            await foreach (var outcome in _tenant.Companies.InsertStreamAsync(TableTenant.List(200).ToAsync(), new WriteOptions { MaxConcurrency = 1 }))
            {
                outcomes.Add(outcome);
            }
        };

        await read.Should().ThrowAsync<GainsightAuthenticationException>();
        outcomes.Count(row => row.Status == RowStatus.Inserted).Should().Be(50);
        outcomes.Should().OnlyContain(row => row.Status == RowStatus.Inserted || row.Status == RowStatus.NotAttempted);
    }

    [Fact]
    public async Task A_cancelled_stream_reports_the_outcomes_that_were_not_returned()
    {
        using CancellationTokenSource cancellation = new();
        var returned = 0;
        var read = async () =>
        {
            await foreach (var outcome in _tenant.Companies.InsertStreamAsync(TableTenant.List(300).ToAsync()).WithCancellation(cancellation.Token))
            {
                if (++returned == 10)
                {
                    await cancellation.CancelAsync();
                }
            }
        };

        var report = (await read.Should().ThrowAsync<WriteCanceledException>()).Which.GetReport<Company>()!;

        returned.Should().Be(10);
        report.Rows[0].Index.Should().Be(10);
        report.Inserted.Count.Should().BeGreaterThanOrEqualTo(40);
    }

    [Fact]
    public async Task A_stream_that_is_left_ends_and_disposes_its_source()
    {
        TaskCompletionSource disposed = new();
        async IAsyncEnumerable<Company> Source([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            try
            {
                foreach (var row in TableTenant.List(100))
                {
                    yield return row;
                }

                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                disposed.SetResult();
            }
        }

        await foreach (var outcome in _tenant.Companies.InsertStreamAsync(Source()))
        {
            break;
        }

        await disposed.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Outcomes_are_read_once()
    {
        var outcomes = _tenant.Companies.InsertStreamAsync(TableTenant.List(1).ToAsync());
        await ReadAsync(outcomes);

        await FluentActions.Awaiting(() => ReadAsync(outcomes)).Should().ThrowAsync<InvalidOperationException>().WithMessage("*already read*");
        _tenant.Names.Should().ContainSingle();
    }

    [Fact]
    public async Task A_row_that_waits_for_its_call_to_fill_does_not_keep_another_write_waiting()
    {
        TaskCompletionSource held = new(), released = new();
        async IAsyncEnumerable<Company> Source()
        {
            yield return new() { Name = "a", Employees = 1 };
            held.SetResult();
            await released.Task;
        }

        _tenant.Clock.PassesUpTo = TimeSpan.FromSeconds(5);
        var stream = ReadAsync(_tenant.Companies.UpsertStreamAsync(Source(), CompanyFields.Name, new WriteOptions { MaxFillDelay = TimeSpan.FromHours(1) }));
        await held.Task;

        var other = await _tenant.Companies.UpsertAsync([new Company { Name = "a", Employees = 2 }], CompanyFields.Name).WaitAsync(TimeSpan.FromSeconds(30));
        released.SetResult();

        other.AllSucceeded.Should().BeTrue();
        (await stream).Should().ContainSingle().Which.Succeeded.Should().BeTrue();
        _tenant.Rows.Should().ContainSingle();
    }

    private static async Task<List<RowOutcome<Company>>> ReadAsync(IAsyncEnumerable<RowOutcome<Company>> outcomes)
    {
        List<RowOutcome<Company>> list = [];
        await foreach (var outcome in outcomes)
        {
            list.Add(outcome);
        }

        return list;
    }
}
