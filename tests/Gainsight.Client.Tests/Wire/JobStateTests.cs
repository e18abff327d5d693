namespace Gainsight.Client.Tests;

public sealed class JobStateTests
{
    [Theory]
    [InlineData("INIT", true, false, false)]
    [InlineData("In Progress", true, false, false)]
    [InlineData("NOT_STARTED", true, false, false)]
    [InlineData("COMPLETED", false, true, false)]
    [InlineData("succeeded", false, true, false)]
    [InlineData("FAILED", false, true, false)]
    [InlineData("COMPLETED_WITH_ERRORS", false, true, false)]
    [InlineData("timed-out", false, true, false)]
    [InlineData("ARCHIVING", false, false, true)]
    [InlineData("", false, false, true)]
    [InlineData(null, false, false, false)]
    public void A_state_is_under_way_ended_or_not_known(string? state, bool isUnderWay, bool hasEnded, bool isUnknown) =>
        (JobState.IsUnderWay(state), JobState.HasEnded(state), JobState.IsUnknown(state)).Should().Be((isUnderWay, hasEnded, isUnknown));

    [Theory]
    [InlineData("COMPLETED", true)]
    [InlineData("Done", true)]
    [InlineData("FAILED", false)]
    [InlineData("COMPLETED_WITH_ERRORS", false)]
    [InlineData("PARTIAL_SUCCESS", false)]
    [InlineData("IN_PROGRESS", false)]
    [InlineData("ARCHIVING", false)]
    [InlineData(null, false)]
    public void Only_a_job_that_did_all_of_its_work_is_completed(string? state, bool isCompleted) => JobState.IsCompleted(state).Should().Be(isCompleted);

    [Fact]
    public void A_state_that_is_not_known_is_accepted_until_it_came_five_times_in_a_row()
    {
        var watch = new JobWatch();

        string?[] states = ["ODD", "ODD", "OTHER", "ODD", "RUNNING", "ODD", null, "ODD", "ODD", "ODD", "ODD"];
        states.Select(watch.IsOver).ToArray().Should().AllBeEquivalentTo(false);
        (watch.IsLost, watch.IsOver("ODD"), watch.IsLost).Should().Be((false, true, true));
    }

    [Fact]
    public void A_job_that_ended_is_not_lost()
    {
        var watch = new JobWatch();

        (watch.IsOver("ABORTED"), watch.IsLost).Should().Be((true, false));
        (watch.IsOver("DONE"), watch.IsLost).Should().Be((true, false));
    }
}
