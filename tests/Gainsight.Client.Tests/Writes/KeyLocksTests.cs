namespace Gainsight.Client.Tests;

public sealed class KeyLocksTests
{
    [Fact]
    public async Task Keys_are_taken_all_or_none_and_a_release_wakes_who_waits()
    {
        var gate = KeyLocks.For("host", new Clock());
        gate.TryEnter(["a", "b"], out _).Should().BeTrue();

        HashSet<string> waiting = ["b", "c"];
        gate.TryEnter(waiting, out var changed).Should().BeFalse();
        changed.IsCompleted.Should().BeFalse();

        gate.Leave(["a", "b"]);
        await changed.WaitAsync(TimeSpan.FromSeconds(30));
        gate.TryEnter(["a"], out _).Should().BeTrue();
        gate.TryEnter(waiting, out _).Should().BeTrue();
        gate.TryEnter(["c"], out _).Should().BeFalse();
    }

    [Fact]
    public void Small_sets_of_keys_do_not_pass_a_large_one_that_came_before_them()
    {
        var gate = KeyLocks.For("host", new Clock());
        HashSet<string> large = ["a", "b", "c"], small = ["b"];
        gate.TryEnter(["a"], out _).Should().BeTrue();
        gate.TryEnter(large, out _).Should().BeFalse();

        gate.TryEnter(small, out _).Should().BeFalse("its key is spoken for");
        gate.TryEnter(["d"], out _).Should().BeTrue("nobody waits for it");
        gate.Leave(["a"]);
        gate.TryEnter(small, out _).Should().BeFalse();
        gate.TryEnter(large, out _).Should().BeTrue();
        gate.Leave(large);
        gate.TryEnter(small, out _).Should().BeTrue();
    }

    [Fact]
    public async Task Who_gives_up_lets_those_pass_who_came_later()
    {
        var gate = KeyLocks.For("host", new Clock());
        HashSet<string> large = ["a", "b"], small = ["b"];
        gate.TryEnter(["a"], out _).Should().BeTrue();
        gate.TryEnter(large, out _).Should().BeFalse();
        gate.TryEnter(small, out var changed).Should().BeFalse();

        gate.GiveUp(large);

        await changed.WaitAsync(TimeSpan.FromSeconds(30));
        gate.TryEnter(small, out _).Should().BeTrue();
    }

    [Fact]
    public void One_tenant_has_one_gate_in_a_process()
    {
        var clock = new Clock();

        KeyLocks.For("host", clock).Should().BeSameAs(KeyLocks.For("host", clock));
        KeyLocks.For("other", clock).Should().NotBeSameAs(KeyLocks.For("host", clock));
    }

    private sealed class Clock : TimeProvider;
}
