using System.Runtime.CompilerServices;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Writes;

public sealed class StreamTests
{
    private const int Capacity = 2000;

    [Fact]
    public async Task The_outcomes_of_twenty_thousand_rows_arrive_in_order_and_no_more_rows_than_the_capacity_are_held()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        int read = 0, taken = 0, ahead = 0;

        async IAsyncEnumerable<Company> Source()
        {
            for (var i = 0; i < 20_000; i++)
            {
                ahead = Math.Max(ahead, Interlocked.Increment(ref read) - Volatile.Read(ref taken));
                await Task.CompletedTask;
                yield return new Company { Name = $"C{i}", Employees = i };
            }
        }

        // The clock jumps when nothing runs. On a busy machine this must not send a call before it is full.
        var options = new WriteOptions { MaxFillDelay = TimeSpan.FromHours(1) };
        await foreach (var outcome in gainsight.Companies.UpsertStreamAsync(Source(), CompanyFields.Name, options))
        {
            if (outcome.Index != taken || outcome.Status != RowStatus.Inserted || outcome.Record.Employees != taken)
            {
                outcome.Index.Should().Be(taken);
                outcome.Status.Should().Be(RowStatus.Inserted);
            }

            Interlocked.Increment(ref taken);
        }

        taken.Should().Be(20_000);
        ahead.Should().BeLessThanOrEqualTo(Capacity + 1);
        tenant.Companies.Count.Should().Be(20_000);
        tenant.Emulator.Requests.Count.Should().Be(440);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_repeated_row_that_fails_does_not_hold_up_the_rows_after_it(bool isUser)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", Timeline.Activities.Company));
        var gainsight = tenant.CreateClient();
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        // Half of the rows come only when the first outcomes are known.
        async IAsyncEnumerable<T> Source<T>(Func<int, T> one)
        {
            yield return one(0);
            for (var i = 0; i < 400; i++)
            {
                if (i == 200)
                {
                    await told.Task.WaitAsync(TimeSpan.FromMinutes(1));
                }

                yield return one(i);
            }
        }

        List<RowStatus> statuses = [];
        void Tell(RowStatus status)
        {
            statuses.Add(status);
            if (statuses.Count == 2)
            {
                told.SetResult();
            }
        }

        if (isUser)
        {
            await foreach (var row in gainsight.Users.InsertStreamAsync(Source(Users.TenantUsers.One)))
            {
                Tell(row.Status);
            }
        }
        else
        {
            await foreach (var row in gainsight.Timeline.InsertStreamAsync(Source(i => Timeline.Activities.One(Timeline.Activities.Id(i)))))
            {
                Tell(row.Status);
            }
        }

        statuses.Should().HaveCount(401);
        statuses.Select((status, i) => (status, i)).Where(row => row.status != RowStatus.Inserted).Should().Equal((RowStatus.Failed, 1));
    }

    [Fact]
    public async Task A_partly_filled_call_of_a_slow_source_is_sent_after_the_delay()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var written = new List<DateTimeOffset>();
        var start = tenant.Clock.GetUtcNow();

        async IAsyncEnumerable<Company> Source()
        {
            yield return new Company { Name = "one" };
            yield return new Company { Name = "two" };
            await Task.Delay(TimeSpan.FromSeconds(10), tenant.Clock);
            yield return new Company { Name = "three" };
        }

        await foreach (var outcome in gainsight.Companies.UpsertStreamAsync(
            Source(), CompanyFields.Name, new WriteOptions { MaxFillDelay = TimeSpan.FromSeconds(3) }))
        {
            outcome.Status.Should().Be(RowStatus.Inserted);
            written.Add(tenant.Clock.GetUtcNow());
        }

        (written[0] - start).Should().BeCloseTo(TimeSpan.FromSeconds(3), TimeSpan.FromMilliseconds(500));
        (written[1] - start).Should().BeCloseTo(TimeSpan.FromSeconds(3), TimeSpan.FromMilliseconds(500));
        (written[2] - start).Should().BeCloseTo(TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(500));
        tenant.Calls(EmulatorOperations.Insert).Should().Be(2);
    }

    [Fact]
    public async Task Leaving_the_loop_waits_for_the_calls_in_progress_and_reads_no_more_rows()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var read = 0;
        var disposed = false;

        async IAsyncEnumerable<Company> Source([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            try
            {
                for (var i = 0; ; i++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    read++;
                    await Task.Yield();
                    yield return new Company { Name = $"C{i}" };
                }
            }
            finally
            {
                disposed = true;
            }
        }

        var taken = 0;
        await foreach (var outcome in gainsight.Companies.InsertStreamAsync(Source()))
        {
            outcome.Succeeded.Should().BeTrue();
            if (++taken == 120)
            {
                break;
            }
        }

        // The source may have been reading a row at that time.
        SpinWait.SpinUntil(() => Volatile.Read(ref disposed), TimeSpan.FromSeconds(30)).Should().BeTrue();
        var readAtTheEnd = read;
        var calls = tenant.Emulator.Requests.Count;
        read.Should().BeLessThanOrEqualTo(taken + Capacity + 1);
        tenant.Emulator.Requests.Snapshot().Should().OnlyContain(entry => entry.Status == 200 && !entry.Canceled, "calls in progress are not cancelled");
        await gainsight.Companies.GetAsync("1P02");
        read.Should().Be(readAtTheEnd);
        tenant.Emulator.Requests.Count.Should().Be(calls + 1);
    }

    [Fact]
    public async Task An_exception_of_the_source_is_thrown_after_the_known_outcomes()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var outcomes = new List<RowOutcome<Company>>();

        async IAsyncEnumerable<Company> Source()
        {
            foreach (var row in Rows.Companies(120))
            {
                await Task.Yield();
                yield return row;
            }

            throw new TimeoutException("The source broke.");
        }

        Func<Task> write = async () =>
        {
            await foreach (var outcome in gainsight.Companies.InsertStreamAsync(Source()))
            {
                outcomes.Add(outcome);
            }
        };

        await write.Should().ThrowAsync<TimeoutException>().WithMessage("The source broke.");
        outcomes.Should().HaveCount(120);
        outcomes.Count(outcome => outcome.Succeeded).Should().Be(tenant.Companies.Count).And.BeGreaterThanOrEqualTo(100);
        outcomes.Where(outcome => !outcome.Succeeded).Should().OnlyContain(outcome => outcome.Status == RowStatus.NotAttempted);
    }

    [Fact]
    public async Task A_source_that_fails_to_start_throws_instead_of_hanging()
    {
        await using var tenant = await Tenant.StartAsync();
        Func<Task> write = () => tenant.CreateClient().Companies.InsertStreamAsync(new Unstartable()).ToListAsync();

        await write.Should().ThrowAsync<NotSupportedException>();
    }

    [Fact]
    public async Task Bad_rows_in_a_stream_fail_at_their_position()
    {
        await using var tenant = await Tenant.StartAsync();
        var rows = Rows.Companies(300);
        rows[7] = null!;
        rows[130].Stage = "Nonsense";
        rows[299].Clear(CompanyFields.Name);

        var outcomes = await tenant.CreateClient().Companies.UpsertStreamAsync(rows, CompanyFields.Name).ToListAsync();

        outcomes.Where(outcome => outcome.Status == RowStatus.Failed).Select(outcome => outcome.Index).Should().Equal(7, 130, 299);
        outcomes.Count(outcome => outcome.Status == RowStatus.Inserted).Should().Be(297);
    }

    private sealed class Unstartable : IAsyncEnumerable<Company>
    {
        public IAsyncEnumerator<Company> GetAsyncEnumerator(CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
