namespace Gainsight.Client.Tests.Writes;

public sealed class WriteRowTests
{
    [Fact]
    public void The_first_row_of_each_key_carries_the_later_ones()
    {
        var rows = Rows("a", "b", "a", null, "b", "a", null);

        var leaders = WriteRow<string>.Join(rows);

        leaders.Select(row => row.Index).Should().Equal(0, 1, 3, 6);
        rows[0].Followers!.Select(row => row.Index).Should().Equal(2, 5);
        rows[1].Followers!.Select(row => row.Index).Should().Equal(4);
        rows[3].Followers.Should().BeNull("rows without a key are not told apart");
    }

    [Fact]
    public void A_row_carries_another_with_all_that_one_carries_in_the_order_of_the_input()
    {
        var rows = Rows("a", "b", "a", "b");
        WriteRow<string>.Join(rows);

        rows[0].Carry(rows[1]);

        rows[0].Followers!.Select(row => row.Index).Should().Equal(1, 2, 3);
        rows[1].Followers.Should().BeNull();
        rows.Select(row => row.IsCarried).Should().Equal(false, true, false, false);
    }

    [Fact]
    public void A_row_is_in_doubt_if_an_earlier_run_sent_it_or_one_that_it_carries()
    {
        var rows = Rows("a", "a", "a");
        WriteRow<string>.Join(rows);
        rows[0].IsInDoubt.Should().BeFalse();
        rows[0].Journal = new() { Id = 1 };
        rows[1].Journal = new() { Id = 2, Written = RowStatus.Inserted };
        rows[0].IsInDoubt.Should().BeFalse();

        rows[2].Journal = new() { Id = 3, SentAt = DateTimeOffset.UnixEpoch };

        rows[0].IsInDoubt.Should().BeTrue();
        rows[1].IsInDoubt.Should().BeFalse();
        rows[2].IsInDoubt.Should().BeTrue();
    }

    [Fact]
    public void A_successful_call_makes_of_a_row_what_it_was_sent_for()
    {
        static RowStatus SuccessOf(WriteMode mode) => new WriteRow<string>(0, "a") { Mode = mode }.Success;

        SuccessOf(WriteMode.Insert).Should().Be(RowStatus.Inserted);
        SuccessOf(WriteMode.UpdateByKeys).Should().Be(RowStatus.Updated);
        SuccessOf(WriteMode.UpdateByGsid).Should().Be(RowStatus.Updated);
        SuccessOf(WriteMode.Delete).Should().Be(RowStatus.Deleted);
        SuccessOf(WriteMode.Upsert).Should().Be(RowStatus.Upserted);
    }

    private static WriteRow<string>[] Rows(params string?[] keys) => [.. keys.Select((key, i) => new WriteRow<string>(i, $"row {i}") { Key = key })];
}
