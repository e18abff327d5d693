using System.Runtime.CompilerServices;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests.Query;

/// <summary>Reads with a time limit.</summary>
public sealed class LimitedReadTests : IDisposable
{
    private readonly VirtualClock _clock = new();

    public void Dispose() => _clock.Dispose();

    [Fact]
    public async Task A_read_that_ends_in_time_returns_all_rows()
    {
        List<int> rows = [];

        await foreach (var row in Read(mayEnd: true, default))
        {
            rows.Add(row);
        }

        rows.Should().Equal(1, 2);
    }

    [Fact]
    public async Task A_read_that_reaches_its_limit_says_so_after_the_rows_that_it_has()
    {
        List<int> rows = [];
        var read = ReadAllAsync(rows, default);
        rows.Should().Equal(1, 2);

        _clock.Advance(TimeSpan.FromMinutes(1));

        var failure = (await FluentActions.Awaiting(() => read).Should().ThrowAsync<GainsightTransportException>()).Which;
        failure.IsTimeout.Should().BeTrue();
        failure.Message.Should().Be("The read of Company reached its time limit of 00:01:00 (ReadOptions.TimeLimit). The rows that were returned are valid, but not all.");
    }

    [Fact]
    public async Task A_read_that_its_caller_cancels_is_cancelled_and_not_late()
    {
        using CancellationTokenSource cancellation = new();
        var read = ReadAllAsync([], cancellation.Token);

        await cancellation.CancelAsync();

        await FluentActions.Awaiting(() => read).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_read_that_cancels_itself_is_not_late()
    {
        var read = LimitedRead.ReadAsync(_ => CancelledAsync(), "Company", TimeSpan.FromMinutes(1), _clock, default);

        await FluentActions.Awaiting(() => read.GetAsyncEnumerator().MoveNextAsync().AsTask()).Should().ThrowAsync<OperationCanceledException>();
    }

    private async Task ReadAllAsync(List<int> rows, CancellationToken cancellationToken)
    {
        await foreach (var row in Read(mayEnd: false, cancellationToken))
        {
            rows.Add(row);
        }
    }

    private IAsyncEnumerable<int> Read(bool mayEnd, CancellationToken cancellationToken) =>
        LimitedRead.ReadAsync(token => RowsAsync(mayEnd, token), "Company", TimeSpan.FromMinutes(1), _clock, cancellationToken);

    private static async IAsyncEnumerable<int> RowsAsync(bool mayEnd, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return 1;
        yield return 2;
        if (!mayEnd)
        {
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
        }
    }

    private static async IAsyncEnumerable<int> CancelledAsync()
    {
        await Task.FromCanceled(new CancellationToken(canceled: true));
        yield return 1;
    }
}
