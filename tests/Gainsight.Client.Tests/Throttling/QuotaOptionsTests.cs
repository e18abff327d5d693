using System.Globalization;

namespace Gainsight.Client.Tests.Throttling;

public sealed class QuotaOptionsTests
{
    [Fact]
    public void The_defaults_have_no_problems() => new QuotaOptions().Problems().Select(problem => problem.Text).Should().BeEmpty();

    [Theory]
    [InlineData(QuotaBuckets.Sync, "sync-minute 100 00:01:00, sync-day 50000 1.00:00:00")]
    [InlineData(QuotaBuckets.Timeline, "timeline-minute 200 00:01:00, sync-day 50000 1.00:00:00")]
    [InlineData(QuotaBuckets.Users, "users-hour 100 01:00:00, users-day 1000 1.00:00:00, sync-minute 100 00:01:00, sync-day 50000 1.00:00:00")]
    [InlineData(QuotaBuckets.SuccessPlans, "success-plans-minute 5000 00:01:00, sync-day 50000 1.00:00:00")]
    [InlineData(QuotaBuckets.Async, "async-hour 10 01:00:00, async-day 100 1.00:00:00")]
    [InlineData(QuotaBuckets.TimelineBulk, "timeline-bulk-hour 12 01:00:00")]
    public void Every_bucket_has_the_documented_windows(string bucket, string expected)
    {
        var windows = new QuotaOptions().Buckets[bucket];

        string.Join(", ", windows.Select(window => $"{window.Name} {window.Limit} {window.Length:c}")).Should().Be(expected);
    }

    [Fact]
    public void A_limit_is_changed_in_every_bucket_that_has_the_window()
    {
        QuotaOptions options = new();

        options.SetLimit("sync-day", 100_000);

        options.Buckets.Values.SelectMany(windows => windows).Where(window => window.Name == "sync-day")
            .Should().HaveCount(5).And.OnlyContain(window => window.Limit == 100_000);
        options.Problems().Select(problem => problem.Text).Should().BeEmpty();
    }

    [Fact]
    public void A_limit_of_an_unknown_window_is_refused_with_the_known_names()
    {
        Action set = () => new QuotaOptions().SetLimit("sync-hour", 5);

        set.Should().Throw<ArgumentException>().WithMessage("*'sync-hour'*sync-minute, sync-day, timeline-minute*");
    }

    [Fact]
    public void A_limit_below_one_is_refused()
    {
        Action set = () => new QuotaOptions().SetLimit("sync-day", 0);

        set.Should().Throw<ArgumentOutOfRangeException>().WithMessage("*'sync-day' must allow at least 1 call*");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.5)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_share_out_of_range_is_a_problem(double share) =>
        new QuotaOptions { Share = share }.Problems().Select(problem => problem.Text).Should().ContainSingle().Which.Should().Contain("Quota.Share");

    [Theory]
    [InlineData("-00:00:01")]
    [InlineData("1.00:00:01")]
    [InlineData("60")]
    public void A_wait_that_is_negative_or_longer_than_a_day_is_a_problem_that_says_how_to_write_one(string wait) =>
        new QuotaOptions { MaxQueueWait = TimeSpan.Parse(wait, CultureInfo.InvariantCulture) }.Problems().Select(problem => problem.Text)
            .Should().ContainSingle().Which.Should().Contain("Quota.MaxQueueWait").And.Contain("\"00:01:00\"");

    [Theory]
    [InlineData("00:00:00")]
    [InlineData("1.00:00:00")]
    public void A_call_may_be_told_never_to_wait_and_to_wait_for_any_window(string wait) =>
        new QuotaOptions { MaxQueueWait = TimeSpan.Parse(wait, CultureInfo.InvariantCulture) }.Problems().Select(problem => problem.Text).Should().BeEmpty();

    [Fact]
    public void A_bucket_cannot_be_left_without_windows()
    {
        QuotaOptions options = new();
        options.Buckets.Remove(QuotaBuckets.Users);
        options.Buckets[QuotaBuckets.Async] = [];

        options.Problems().Select(problem => problem.Text).Should().HaveCount(2).And.Contain(problem => problem.Contains("'users'")).And.Contain(problem => problem.Contains("'async'"));
    }

    [Fact]
    public void No_bucket_that_an_operation_uses_can_be_left_without_windows()
    {
        foreach (var bucket in Operation.All.Select(operation => operation.Bucket).OfType<string>().Distinct())
        {
            Problems(buckets => buckets.Remove(bucket)).Should().ContainSingle(bucket).Which.Should().Contain($"'{bucket}'");
            Problems(buckets => buckets[bucket] = []).Should().ContainSingle(bucket).Which.Should().Contain($"'{bucket}'");
            Problems(buckets => buckets[bucket] = null!).Should().ContainSingle(bucket).Which.Should().Contain($"'{bucket}'");
        }

        static IEnumerable<string> Problems(Action<IDictionary<string, IReadOnlyList<QuotaWindow>>> change)
        {
            QuotaOptions options = new();
            change(options.Buckets);
            return options.Problems().Select(problem => problem.Text);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_custom_bucket_without_windows_is_a_problem(bool isNull)
    {
        QuotaOptions options = new();
        options.Buckets["own"] = isNull ? null! : [];

        options.Problems().Select(problem => problem.Text).Should().ContainSingle().Which.Should().Contain("'own'");
    }

    [Fact]
    public void Windows_with_the_same_name_must_be_equal()
    {
        QuotaOptions options = new();
        options.Buckets[QuotaBuckets.Sync] = [new("sync-minute", TimeSpan.FromMinutes(1), 100), new("sync-day", TimeSpan.FromDays(1), 7)];

        options.Problems().Select(problem => problem.Text).Should().NotBeEmpty().And.OnlyContain(problem => problem.Contains("'sync-day'") && problem.Contains("SetLimit"));
    }

    [Theory]
    [InlineData("", 60_000, 1, "without a name")]
    [InlineData("own", 60_000, 0, "at least 1 call")]
    [InlineData("own", 500, 1, "whole seconds")]
    [InlineData("own", 1_500, 1, "whole seconds")]
    public void A_window_that_cannot_be_counted_is_a_problem(string name, int milliseconds, int limit, string expected)
    {
        QuotaOptions options = new();
        options.Buckets["own"] = [new(name, TimeSpan.FromMilliseconds(milliseconds), limit)];

        options.Problems().Select(problem => problem.Text).Should().ContainSingle().Which.Should().Contain(expected);
    }

    [Fact]
    public void The_only_window_of_a_bucket_can_be_limited()
    {
        QuotaOptions options = new();

        options.SetLimit("timeline-bulk-hour", 4);

        options.Buckets[QuotaBuckets.TimelineBulk].Should().Equal(new QuotaWindow("timeline-bulk-hour", TimeSpan.FromHours(1), 4));
    }

    [Theory]
    [InlineData(-0.1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(1.01, false)]
    [InlineData(double.NaN, false)]
    public void The_share_without_a_store_is_a_part_or_nothing(double share, bool isGood)
    {
        var problems = new QuotaOptions { ShareWithoutStore = share }.Problems().ToList();

        problems.Select(problem => problem.Text.Contains("Quota.ShareWithoutStore must be 0")).Should().Equal(isGood ? [] : [true]);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    public void A_budget_has_at_least_one_call(int calls, bool isGood)
    {
        var problems = new QuotaOptions { MaxCalls = calls }.Problems().ToList();

        problems.Select(problem => problem.Text.Contains($"Quota.MaxCalls is {calls}")).Should().Equal(isGood ? [] : [true]);
    }

    [Fact]
    public void A_window_that_is_missing_in_a_list_is_one_problem()
    {
        QuotaOptions options = new();
        options.Buckets["own"] = [null!, new("second", TimeSpan.FromSeconds(1), 1)];

        options.Problems().Select(problem => problem.Text).Should().Equal("Quota.Buckets['own'] has a window without a name.");
    }

    [Theory]
    [InlineData("SYNC-Day", "sync-day")]
    [InlineData("sync-hour", "sync-hour")]
    public void A_window_is_found_by_its_name_in_any_case(string name, string expected) => new QuotaOptions().WindowOf(name).Should().Be(expected);
}
