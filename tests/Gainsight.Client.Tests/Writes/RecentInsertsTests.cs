namespace Gainsight.Client.Tests;

public sealed class RecentInsertsTests
{
    private static readonly DateTimeOffset Now = new(2031, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(5);

    [Fact]
    public void A_key_is_remembered_until_another_one_comes_after_its_time()
    {
        var keys = new RecentInserts();
        keys.Add("a", Now, Delay);
        keys.Add("b", Now + TimeSpan.FromSeconds(4), Delay);
        keys.ShownBy("a").Should().Be(Now + Delay);

        keys.Add("c", Now + Delay, Delay);

        keys.ShownBy("a").Should().BeNull();
        keys.ShownBy("b").Should().Be(Now + TimeSpan.FromSeconds(9));
        keys.ShownBy("d").Should().BeNull();
    }

    [Fact]
    public void A_key_that_is_inserted_again_keeps_its_later_time()
    {
        var keys = new RecentInserts();
        keys.Add("a", Now, Delay);
        keys.Add("a", Now + TimeSpan.FromSeconds(4), Delay);

        keys.Add("b", Now + TimeSpan.FromSeconds(6), Delay);

        keys.ShownBy("a").Should().Be(Now + TimeSpan.FromSeconds(9));
    }

    [Fact]
    public void However_many_keys_are_inserted_no_more_than_ten_thousand_are_held()
    {
        var keys = new RecentInserts();
        for (var i = 0; i < 30_000; i++)
        {
            keys.Add($"{i}", Now, Delay);
        }

        Enumerable.Range(0, 30_000).Count(i => keys.ShownBy($"{i}") is not null).Should().Be(10_000);
        keys.ShownBy("29999").Should().NotBeNull();
    }
}
