namespace Gainsight.Client.Tests.Writes;

public sealed class KeyLocksTests
{
    private static readonly TimeSpan Now = TimeSpan.FromDays(3);
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Keys_are_locked_all_or_none_and_a_release_wakes_a_waiting_write()
    {
        var locks = KeyLocks.For(new object());
        locks.TryLock(Set("a", "b"), out _).Should().BeTrue();

        var waiting = Set("b", "c");
        locks.TryLock(waiting, out var changed).Should().BeFalse();
        changed.IsCompleted.Should().BeFalse();

        locks.Release(Set("a", "b"));
        await changed.WaitAsync(TimeSpan.FromSeconds(30));
        locks.TryLock(Set("a"), out _).Should().BeTrue();
        locks.TryLock(waiting, out _).Should().BeTrue();
        locks.TryLock(Set("c"), out _).Should().BeFalse();
    }

    [Fact]
    public void Small_sets_of_keys_do_not_pass_a_large_one_that_came_before_them()
    {
        var locks = KeyLocks.For(new object());
        KeyLocks.KeySet large = Set("a", "b", "c"), small = Set("b");
        locks.TryLock(Set("a"), out _).Should().BeTrue();
        locks.TryLock(large, out _).Should().BeFalse();

        locks.TryLock(small, out _).Should().BeFalse("an earlier write waits for its key");
        locks.TryLock(Set("d"), out _).Should().BeTrue("no write waits for it");
        locks.Release(Set("a"));
        locks.TryLock(small, out _).Should().BeFalse();
        locks.TryLock(large, out _).Should().BeTrue();
        locks.Release(large);
        locks.TryLock(small, out _).Should().BeTrue();
    }

    [Fact]
    public async Task A_withdrawn_set_of_keys_lets_later_ones_pass()
    {
        var locks = KeyLocks.For(new object());
        KeyLocks.KeySet large = Set("a", "b"), small = Set("b");
        locks.TryLock(Set("a"), out _).Should().BeTrue();
        locks.TryLock(large, out _).Should().BeFalse();
        locks.TryLock(small, out var changed).Should().BeFalse();

        locks.Withdraw(large);

        await changed.WaitAsync(TimeSpan.FromSeconds(30));
        locks.TryLock(small, out _).Should().BeTrue();
    }

    [Fact]
    public void A_write_that_waits_is_told_to_those_that_hold_keys()
    {
        var locks = KeyLocks.For(new object());
        var awaited = locks.Awaited;
        locks.TryLock(Set("a", "b"), out _).Should().BeTrue();
        locks.TryLock(Set("c"), out _).Should().BeTrue();
        locks.TryLock(Set("b", "d"), out _).Should().BeFalse();

        awaited.IsCompleted.Should().BeTrue();
        locks.Awaited.IsCompleted.Should().BeFalse("no further write waits");
        locks.IsAwaited(Set("a", "b")).Should().BeTrue();
        locks.IsAwaited(Set("a", "c")).Should().BeFalse();
    }

    [Fact]
    public void Keys_that_are_released_one_by_one_are_free_one_by_one()
    {
        var locks = KeyLocks.For(new object());
        locks.TryLock(Set("a", "b"), out _).Should().BeTrue();

        locks.Release(Set("a"));

        locks.TryLock(Set("a"), out _).Should().BeTrue();
        locks.TryLock(Set("b"), out _).Should().BeFalse();
        locks.Release(Set());
        locks.Release(Set("a", "b"));
        locks.Withdraw(Set("b"));
        locks.TryLock(Set("a"), out _).Should().BeTrue();
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
        locks.AddInsert(Serial, "a", Now, Delay);
        locks.AddInsert(Serial, "b", Now + TimeSpan.FromSeconds(4), Delay);
        locks.ShownBy(Serial, "a").Should().Be(Now + Delay);

        locks.AddInsert(Serial, "c", Now + Delay, Delay);

        locks.ShownBy(Serial, "a").Should().BeNull();
        locks.ShownBy(Serial, "b").Should().Be(Now + TimeSpan.FromSeconds(9));
        locks.ShownBy(Serial, "d").Should().BeNull();
    }

    [Fact]
    public void A_key_that_is_inserted_again_keeps_its_later_time()
    {
        var locks = new KeyLocks();
        locks.AddInsert(Serial, "a", Now, Delay);
        locks.AddInsert(Serial, "a", Now + TimeSpan.FromSeconds(4), Delay);

        locks.AddInsert(Serial, "b", Now + TimeSpan.FromSeconds(6), Delay);

        locks.ShownBy(Serial, "a").Should().Be(Now + TimeSpan.FromSeconds(9));
    }

    [Fact]
    public void The_number_of_inserted_keys_that_are_remembered_is_limited()
    {
        var locks = new KeyLocks();
        for (var i = 0; i < 30_000; i++)
        {
            locks.AddInsert(Serial, $"{i}", Now, Delay);
        }

        Enumerable.Range(0, 30_000).Count(i => locks.ShownBy(Serial, $"{i}") is not null).Should().Be(5_000, "each is remembered by all its keys and by each of them");
        locks.ShownBy(Serial, "29999").Should().NotBeNull();
    }

    [Fact]
    public void Keys_of_other_fields_overlap_where_the_fields_that_both_have_are_equal()
    {
        KeySpace both = new("Asset__gc", [Field.Custom<string>("Serial__gc"), Field.Custom<decimal>("Seats__gc")]);
        KeySpace another = new("Other__gc", [Field.Custom<string>("Serial__gc")]);
        var locks = new KeyLocks();
        locks.TryLock(Set("A", "B"), out _).Should().BeTrue();

        locks.TryLock(new(both, [both.Of("x\u001f5"), both.Of("a\u001f5")]), out _).Should().BeFalse();
        locks.TryLock(new(both, [both.Of("c\u001f5"), both.Of("d\u001f5")]), out _).Should().BeTrue();
        locks.TryLock(new(both, [both.Of("e\u001f5")]), out _).Should().BeTrue("keys of the same fields overlap only when all of them are equal");
        locks.TryLock(Set("C"), out _).Should().BeFalse();
        locks.TryLock(new(another, [another.Of("A")]), out _).Should().BeTrue();
    }

    [Theory]
    [InlineData("Zoë ", "ZOE\u0308")]
    [InlineData("\tacme", "Acme")]
    public void Spellings_that_a_tenant_may_treat_as_the_same_are_one_key(string one, string other) =>
        Serial.Of(one).Should().Be(Serial.Of(other));

    [Fact]
    public void An_inserted_key_is_remembered_for_writes_with_other_keys_but_not_by_one_field_of_several()
    {
        KeySpace both = new("Asset__gc", [Field.Custom<string>("Serial__gc"), Field.Custom<decimal>("Seats__gc")]);
        var locks = new KeyLocks();
        locks.AddInsert(both, both.Of("A\u001f5"), Now, Delay);

        locks.ShownBy(Serial, "A").Should().Be(Now + Delay);
        locks.ShownBy(both, both.Of("A\u001f5")).Should().Be(Now + Delay);
        locks.ShownBy(both, both.Of("B\u001f5")).Should().BeNull("another row can have one of the values");
        locks.ShownBy(Serial, "B").Should().BeNull();

        locks.AddInsert(Serial, "A", Now + TimeSpan.FromSeconds(4), Delay);
        locks.ShownBy(both, both.Of("A\u001f5")).Should().Be(Now + TimeSpan.FromSeconds(9), "the later one decides");
    }

    private static KeySpace Serial { get; } = new("Asset__gc", [Field.Custom<string>("Serial__gc")]);

    private static KeyLocks.KeySet Set(params string[] keys) => new(Serial, [.. keys]);
}
