namespace Gainsight.Client.Tests.Metadata;

public sealed class LoadOnceCacheTests
{
    private readonly LoadOnceCache<int> _loads = new(TimeProvider.System, TimeSpan.FromHours(1));

    [Fact]
    public async Task A_name_is_loaded_once_in_whatever_case_it_is_asked_for()
    {
        var calls = 0;
        Task<int> Load(string name) => Task.FromResult(++calls);

        var first = await _loads.GetAsync("Company", Load, default);
        var second = await _loads.GetAsync("company", Load, default);

        (first, second, calls).Should().Be((1, 1, 1));
    }

    [Fact]
    public async Task One_who_gives_up_does_not_end_the_load_of_the_others()
    {
        var load = new TaskCompletionSource<int>();
        using var impatient = new CancellationTokenSource();
        var first = _loads.GetAsync("a", _ => load.Task, impatient.Token);
        var second = _loads.GetAsync("a", _ => throw new InvalidOperationException("loaded twice"), default);

        await impatient.CancelAsync();
        load.SetResult(7);

        await first.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
        (await second).Should().Be(7);
    }

    [Fact]
    public async Task A_failure_is_told_to_all_who_wait_and_not_kept()
    {
        var load = new TaskCompletionSource<int>();
        Task<int>[] waiting = [_loads.GetAsync("a", _ => load.Task, default), _loads.GetAsync("a", _ => load.Task, default)];

        load.SetException(new GainsightException("no"));

        foreach (var each in waiting)
        {
            await each.Invoking(task => task).Should().ThrowAsync<GainsightException>();
        }

        _loads.TryGet("a", out _).Should().BeFalse();
        (await _loads.GetAsync("a", _ => Task.FromResult(1), default)).Should().Be(1);
    }
}
