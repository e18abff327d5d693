namespace Gainsight.Client.Tests;

public sealed class JobPollingTests
{
    [Fact]
    public async Task A_wait_for_a_job_ends_when_the_client_is_disposed()
    {
        using var fixture = new PipelineFixture();
        var waiting = JobPolling.WaitAsync(
            fixture.Transport, TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), isNew: true, () => Task.FromResult<string?>(null), CancellationToken.None);

        fixture.Transport.Dispose();

        await FluentActions.Awaiting(() => waiting).Should().ThrowAsync<ObjectDisposedException>();
    }

    [Fact]
    public async Task A_wait_for_a_job_that_is_cancelled_says_so()
    {
        using var fixture = new PipelineFixture();
        using var cancellation = new CancellationTokenSource();
        var waiting = JobPolling.WaitAsync(
            fixture.Transport, TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), isNew: true, () => Task.FromResult<string?>(null), cancellation.Token);

        await cancellation.CancelAsync();

        await FluentActions.Awaiting(() => waiting).Should().ThrowAsync<OperationCanceledException>();
    }
}
