using System.Diagnostics;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests.Shared;

public sealed class VirtualClockTests
{
    [Fact]
    public void Timers_run_in_order_each_at_its_own_time()
    {
        using VirtualClock clock = new();
        List<(string Timer, double At)> runs = [];
        var start = clock.GetUtcNow();
        void Note(string timer) => runs.Add((timer, (clock.GetUtcNow() - start).TotalSeconds));
        using var late = Timer(clock, () => Note("late"), 7);
        using var early = Timer(clock, () => Note("early"), 2);
        using var same = Timer(clock, () => Note("same"), 2);
        using var beyond = Timer(clock, () => Note("beyond"), 11);

        clock.Advance(TimeSpan.FromSeconds(10));

        runs.Should().Equal(("early", 2), ("same", 2), ("late", 7));
        clock.GetUtcNow().Should().Be(start.AddSeconds(10));
        clock.NextTimer.Should().Be(start.AddSeconds(11));
    }

    [Fact]
    public void A_timer_with_a_period_runs_again_and_again()
    {
        using VirtualClock clock = new();
        var runs = 0;
        using var timer = clock.CreateTimer(_ => runs++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));

        clock.Advance(TimeSpan.FromSeconds(6));

        runs.Should().Be(3);
    }

    [Fact]
    public async Task A_short_delay_passes_at_once_where_it_may_and_a_longer_one_waits()
    {
        using VirtualClock clock = new() { PassesUpTo = TimeSpan.FromSeconds(5) };
        var start = clock.GetUtcNow();

        var longer = Task.Delay(TimeSpan.FromSeconds(6), clock);
        await Task.Delay(TimeSpan.FromSeconds(5), clock);
        await Task.Delay(TimeSpan.FromMilliseconds(1), clock);

        clock.Passed.Should().Equal(TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(1));
        clock.GetUtcNow().Should().Be(start.AddSeconds(5.001));
        longer.IsCompleted.Should().BeFalse();
        clock.Advance(TimeSpan.FromSeconds(1));
        await longer;
    }

    [Fact]
    public async Task No_delay_passes_on_a_disposed_clock()
    {
        VirtualClock clock = new() { PassesUpTo = TimeSpan.FromSeconds(5) };
        clock.Dispose();

        var delay = Task.Delay(TimeSpan.FromSeconds(1), clock);

        clock.Passed.Should().BeEmpty();
        delay.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public void A_timer_that_is_set_anew_or_disposed_does_not_run_at_its_old_time()
    {
        using VirtualClock clock = new();
        int moved = 0, disposed = 0;
        using var timer = Timer(clock, () => moved++, 1);
        var gone = Timer(clock, () => disposed++, 1);
        timer.Change(TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan).Should().BeTrue();
        gone.Dispose();

        clock.Advance(TimeSpan.FromSeconds(4));
        (moved, disposed).Should().Be((0, 0));
        clock.Advance(TimeSpan.FromSeconds(4));

        (moved, disposed).Should().Be((1, 0));
        gone.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan).Should().BeFalse();
    }

    [Fact]
    public void A_timer_set_while_another_runs_is_part_of_the_same_advance()
    {
        using VirtualClock clock = new();
        var runs = 0;
        List<ITimer> timers = [];
        timers.Add(Timer(clock, () => timers.Add(Timer(clock, () => runs++, 1)), 1));

        clock.Advance(TimeSpan.FromSeconds(2));

        runs.Should().Be(1);
    }

    [Fact]
    public void Setting_the_clock_moves_neither_time_stamps_nor_timers()
    {
        using VirtualClock clock = new();
        var runs = 0;
        using var timer = Timer(clock, () => runs++, 5);
        var stamp = clock.GetTimestamp();

        clock.Set(clock.GetUtcNow().AddHours(-3));
        clock.Advance(TimeSpan.FromSeconds(4));
        runs.Should().Be(0);
        clock.Advance(TimeSpan.FromSeconds(1));

        runs.Should().Be(1);
        clock.GetElapsedTime(stamp).Should().Be(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_timers_failure_is_thrown_where_the_clock_is_advanced()
    {
        using VirtualClock clock = new();
        using var timer = Timer(clock, () => throw new InvalidOperationException("boom"), 1);

        Action advance = () => clock.Advance(TimeSpan.FromSeconds(1));

        advance.Should().Throw<InvalidOperationException>().WithMessage("boom");
    }

    [Theory]
    [InlineData("4711 (.NET TP Worker) R 1 2 3", true)]
    [InlineData("4711 (.NET TP Worker) D 1 2 3", true)]
    [InlineData("4711 (.NET TP Worker) S 1 2 3", false)]
    [InlineData("4711 (a) R (b) S 1 2 3", false)]
    [InlineData("4711 (cut", false)]
    [InlineData("", false)]
    public void A_thread_that_runs_or_waits_for_disk_holds_the_clock(string stat, bool holds) =>
        VirtualClock.TellsOfWork(stat).Should().Be(holds);

    [Fact]
    public async Task A_jumping_clock_goes_from_timer_to_timer_by_itself()
    {
        using var clock = new VirtualClock().StartJumping();
        var start = clock.GetUtcNow();
        var real = Stopwatch.GetTimestamp();

        for (var hour = 0; hour < 24; hour++)
        {
            await Task.Delay(TimeSpan.FromHours(1), clock);
        }

        clock.GetUtcNow().Should().Be(start.AddDays(1));
        Stopwatch.GetElapsedTime(real).Should().BeLessThan(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_jumping_clock_stands_still_while_it_is_held()
    {
        using var clock = new VirtualClock().StartJumping();
        var start = clock.GetUtcNow();
        Task delay;
        DateTimeOffset atRelease;
        using (clock.Hold())
        {
            delay = Task.Delay(TimeSpan.FromHours(1), clock);
            await PassAsync(TimeSpan.FromMilliseconds(100));
            atRelease = clock.GetUtcNow();
        }

        await delay;

        atRelease.Should().Be(start);
        clock.GetUtcNow().Should().Be(start.AddHours(1));
    }

    [Fact]
    public async Task A_jumping_clock_waits_for_the_answer_and_its_body()
    {
        using var clock = new VirtualClock().StartJumping();
        var start = clock.GetUtcNow();
        TaskCompletionSource<HttpResponseMessage> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using HttpMessageInvoker client = new(new InFlightHandler(clock, new Server((_, _) => answer.Task)));
        var timeout = Task.Delay(TimeSpan.FromHours(1), clock);
        Func<Task<HttpResponseMessage>> send = async () => await SendAsync(client, CancellationToken.None);
        var call = send();

        await PassAsync(TimeSpan.FromMilliseconds(50));
        clock.InFlight.Should().Be(1);
        answer.SetResult(new HttpResponseMessage { Content = new StringContent("hello") });
        using var response = await call;
        await PassAsync(TimeSpan.FromMilliseconds(50));
        clock.GetUtcNow().Should().Be(start, "the body has not been read");
        (await response.Content.ReadAsStringAsync()).Should().Be("hello");

        await timeout;
        clock.InFlight.Should().Be(0);
    }

    [Fact]
    public async Task A_server_that_waits_for_the_clock_itself_does_not_hold_it_up()
    {
        using var clock = new VirtualClock().StartJumping();
        var start = clock.GetUtcNow();
        var real = Stopwatch.GetTimestamp();
        using HttpMessageInvoker client = new(new InFlightHandler(clock, new Server(async (_, token) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(30), clock, token);
            return new HttpResponseMessage();
        })));

        for (var i = 0; i < 5; i++)
        {
            using var response = await SendAsync(client, CancellationToken.None);
        }

        clock.GetUtcNow().Should().Be(start.AddSeconds(150));
        Stopwatch.GetElapsedTime(real).Should().BeLessThan(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_hanging_request_lets_its_own_time_limit_pass()
    {
        using var clock = new VirtualClock().StartJumping();
        using HttpMessageInvoker client = new(new InFlightHandler(clock, new Server(async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return new HttpResponseMessage();
        })));
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(100), clock);

        Func<Task> call = async () => await SendAsync(client, limit.Token);

        await call.Should().ThrowAsync<OperationCanceledException>();
        clock.InFlight.Should().Be(0);
    }

    [Fact]
    public async Task A_timers_failure_on_a_jumping_clock_is_thrown_when_the_clock_is_disposed()
    {
        var clock = new VirtualClock().StartJumping();
        using var timer = Timer(clock, () => throw new InvalidOperationException("boom"), 1);
        await Task.Delay(TimeSpan.FromSeconds(2), clock);

        Action dispose = clock.Dispose;

        dispose.Should().Throw<InvalidOperationException>().WithMessage("boom");
        dispose.Should().NotThrow("it was told once");
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpMessageInvoker client, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "https://acme.example/");
        return await client.SendAsync(request, cancellationToken);
    }

    private static ITimer Timer(VirtualClock clock, Action run, double seconds) =>
        clock.CreateTimer(_ => run(), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);

    /// <summary>Lets real time pass without a timer, for tests of what must not happen in it.</summary>
    private static async Task PassAsync(TimeSpan real)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < real)
        {
            await Task.Yield();
        }
    }

    private sealed class Server(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            answer(request, cancellationToken);
    }
}
