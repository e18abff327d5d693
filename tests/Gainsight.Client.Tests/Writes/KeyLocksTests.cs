namespace Gainsight.Client.Tests;

public sealed class KeyLocksTests
{
    private static readonly DateTimeOffset Now = new(2031, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Keys_are_locked_all_or_none_and_a_release_wakes_a_waiting_write()
    {
        var locks = KeyLocks.For(new object());
        locks.TryLock(["a", "b"], out _).Should().BeTrue();

        HashSet<string> waiting = ["b", "c"];
        locks.TryLock(waiting, out var changed).Should().BeFalse();
        changed.IsCompleted.Should().BeFalse();

        locks.Release(["a", "b"]);
        await changed.WaitAsync(TimeSpan.FromSeconds(30));
        locks.TryLock(["a"], out _).Should().BeTrue();
        locks.TryLock(waiting, out _).Should().BeTrue();
        locks.TryLock(["c"], out _).Should().BeFalse();
    }

    [Fact]
    public void Small_sets_of_keys_do_not_pass_a_large_one_that_came_before_them()
    {
        var locks = KeyLocks.For(new object());
        HashSet<string> large = ["a", "b", "c"], small = ["b"];
        locks.TryLock(["a"], out _).Should().BeTrue();
        locks.TryLock(large, out _).Should().BeFalse();

        locks.TryLock(small, out _).Should().BeFalse("an earlier write waits for its key");
        locks.TryLock(["d"], out _).Should().BeTrue("no write waits for it");
        locks.Release(["a"]);
        locks.TryLock(small, out _).Should().BeFalse();
        locks.TryLock(large, out _).Should().BeTrue();
        locks.Release(large);
        locks.TryLock(small, out _).Should().BeTrue();
    }

    [Fact]
    public async Task A_withdrawn_set_of_keys_lets_later_ones_pass()
    {
        var locks = KeyLocks.For(new object());
        HashSet<string> large = ["a", "b"], small = ["b"];
        locks.TryLock(["a"], out _).Should().BeTrue();
        locks.TryLock(large, out _).Should().BeFalse();
        locks.TryLock(small, out var changed).Should().BeFalse();

        locks.Withdraw(large);

        await changed.WaitAsync(TimeSpan.FromSeconds(30));
        locks.TryLock(small, out _).Should().BeTrue();
    }

    [Fact]
    public void One_tenant_has_one_set_of_locks_in_a_process()
    {
        object tenant = new(), other = new();

        KeyLocks.For(tenant).Should().BeSameAs(KeyLocks.For(tenant));
        KeyLocks.For(other).Should().NotBeSameAs(KeyLocks.For(tenant));
    }

    [Fact]
    public void An_inserted_key_is_remembered_until_another_one_comes_after_its_time()
    {
        var locks = new KeyLocks();
        locks.AddInsert("a", Now, Delay);
        locks.AddInsert("b", Now + TimeSpan.FromSeconds(4), Delay);
        locks.ShownBy("a").Should().Be(Now + Delay);

        locks.AddInsert("c", Now + Delay, Delay);

        locks.ShownBy("a").Should().BeNull();
        locks.ShownBy("b").Should().Be(Now + TimeSpan.FromSeconds(9));
        locks.ShownBy("d").Should().BeNull();
    }

    [Fact]
    public void A_key_that_is_inserted_again_keeps_its_later_time()
    {
        var locks = new KeyLocks();
        locks.AddInsert("a", Now, Delay);
        locks.AddInsert("a", Now + TimeSpan.FromSeconds(4), Delay);

        locks.AddInsert("b", Now + TimeSpan.FromSeconds(6), Delay);

        locks.ShownBy("a").Should().Be(Now + TimeSpan.FromSeconds(9));
    }

    [Fact]
    public void At_most_ten_thousand_inserted_keys_are_remembered()
    {
        var locks = new KeyLocks();
        for (var i = 0; i < 30_000; i++)
        {
            locks.AddInsert($"{i}", Now, Delay);
        }

        Enumerable.Range(0, 30_000).Count(i => locks.ShownBy($"{i}") is not null).Should().Be(10_000);
        locks.ShownBy("29999").Should().NotBeNull();
    }

    private sealed class Clock : TimeProvider;
}
