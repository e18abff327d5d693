using System.Collections.Concurrent;
using System.Net;
using Gainsight.Client.Tests.Query;

namespace Gainsight.Client.Tests.Metadata;

public sealed class GivenUpLoadTests
{
    [Fact]
    public async Task Descriptions_that_fail_after_a_caller_gave_up_leave_no_unobserved_exception()
    {
        var unobserved = new ConcurrentQueue<Exception>();
        EventHandler<UnobservedTaskExceptionEventArgs> note = (_, thrown) => unobserved.Enqueue(thrown.Exception);
        TaskScheduler.UnobservedTaskException += note;
        try
        {
            await GiveUpAsync();

            // The stack of a continuation can hold the task. From the pool it cannot.
            for (var round = 0; round < 10; round++)
            {
                await Task.Run(GC.Collect);
                GC.WaitForPendingFinalizers();
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= note;
        }

        unobserved.Should().NotContain(exception => exception.ToString().Contains("Metadata.DescribeMany failed (597)"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_load_that_its_caller_gave_up_sends_no_call_after_the_client_is_disposed(int objects)
    {
        using var fixture = new QueryFixture();
        using var cancellation = new CancellationTokenSource();
        fixture.Wire.Answer(HttpStatusCode.TooManyRequests, "{}");
        List<string> names = ["Company", "gsuser"];
        var load = fixture.Client.Metadata.DescribeAsync(names.Take(objects).ToList(), cancellation.Token);
        var other = fixture.Client.Metadata.DescribeAsync(names.Take(objects).ToList());
        while (fixture.Clock.NextTimer is null)
        {
            await Task.Yield();
        }

        await cancellation.CancelAsync();
        await ((Func<Task>)(() => load)).Should().ThrowAsync<OperationCanceledException>();
        var calls = fixture.Wire.Sent.Count;
        await fixture.Client.DisposeAsync();

        for (var minute = 0; minute < 5; minute++)
        {
            fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        fixture.Wire.Sent.Should().HaveCount(calls);
        await ((Func<Task>)(() => other.WaitAsync(TimeSpan.FromSeconds(10)))).Should().ThrowAsync<ObjectDisposedException>();
    }

    private static async Task GiveUpAsync()
    {
        using var fixture = new QueryFixture(options => options.Retry.MaxRetries = 0);
        using var cancellation = new CancellationTokenSource();
        var gate = new TaskCompletionSource();
        fixture.Wire.Do(async (_, _) =>
        {
            await gate.Task;
            return StubHandler.Json((HttpStatusCode)597, "{}");
        });
        string[] names = ["Company", "gsuser"];

        Func<Task> leaving = () => fixture.Client.Metadata.DescribeAsync(names, cancellation.Token);
        Func<Task> staying = () => fixture.Client.Metadata.DescribeAsync(names);
        Task left = leaving(), stayed = staying();
        await cancellation.CancelAsync();
        await ((Func<Task>)(() => left)).Should().ThrowAsync<OperationCanceledException>();
        gate.SetResult();
        await ((Func<Task>)(() => stayed)).Should().ThrowAsync<GainsightException>();
    }
}
