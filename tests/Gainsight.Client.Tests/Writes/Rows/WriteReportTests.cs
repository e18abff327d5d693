namespace Gainsight.Client.Tests.Writes;

public sealed class WriteReportTests
{
    private static readonly RecordError BadStage = new("GSOBJ_1012", "Orbiting is no stage.", "Stage", "Orbiting");

    private static WriteReport<string> OneOfEach { get; } =
        new([.. Enum.GetValues<RowStatus>().Select((status, i) => new RowOutcome<string>(i, $"row {i}", status))], calls: 3, TimeSpan.FromSeconds(2));

    [Fact]
    public void Rows_are_sorted_by_what_became_of_them()
    {
        var report = OneOfEach;

        report.Inserted.Should().ContainSingle().Which.Status.Should().Be(RowStatus.Inserted);
        report.Updated.Should().ContainSingle().Which.Status.Should().Be(RowStatus.Updated);
        report.Upserted.Should().ContainSingle().Which.Status.Should().Be(RowStatus.Upserted);
        report.Unchanged.Should().ContainSingle().Which.Status.Should().Be(RowStatus.Unchanged);
        report.Deleted.Should().ContainSingle().Which.Status.Should().Be(RowStatus.Deleted);
        report.Failed.Should().ContainSingle().Which.Status.Should().Be(RowStatus.Failed);
        report.Unknown.Should().ContainSingle().Which.Status.Should().Be(RowStatus.Unknown);
        report.NotAttempted.Should().ContainSingle().Which.Status.Should().Be(RowStatus.NotAttempted);
        report.Unsuccessful.Select(row => row.Status).Should().Equal(RowStatus.NotAttempted, RowStatus.Failed, RowStatus.Unknown);
        report.AllSucceeded.Should().BeFalse();
        report.ToString().Should().Be(
            "1 Inserted, 1 Updated, 1 Upserted, 1 Unchanged, 1 Deleted, 1 Failed, 1 Unknown, 1 NotAttempted (3 calls)");
    }

    [Theory]
    [InlineData(RowStatus.Failed)]
    [InlineData(RowStatus.Unknown)]
    [InlineData(RowStatus.NotAttempted)]
    public void One_row_that_did_not_succeed_is_enough(RowStatus status)
    {
        WriteReport<string> report = new([new(0, "a", RowStatus.Inserted), new(1, "b", status)]);

        report.Unsuccessful.Should().ContainSingle().Which.Index.Should().Be(1);
        report.Invoking(each => each.EnsureSuccess()).Should().Throw<WriteFailedException>();
        report.Rows[1].Succeeded.Should().BeFalse();
        report.Rows[1].Invoking(each => each.EnsureSuccess()).Should().Throw<WriteFailedException>();
    }

    [Theory]
    [InlineData(RowStatus.Inserted)]
    [InlineData(RowStatus.Updated)]
    [InlineData(RowStatus.Upserted)]
    [InlineData(RowStatus.Unchanged)]
    [InlineData(RowStatus.Deleted)]
    public void A_report_of_success_is_returned(RowStatus status)
    {
        WriteReport<string> report = new([new(0, "a", status)]);

        report.EnsureSuccess().Should().BeSameAs(report);
        report.Rows[0].EnsureSuccess().Should().BeSameAs(report.Rows[0]);
        (report.AllSucceeded, report.Unsuccessful.Count).Should().Be((true, 0));
    }

    [Fact]
    public void A_report_of_nothing_has_no_rows()
    {
        WriteReport<string> report = new([], calls: 1);

        report.ToString().Should().Be("No rows (1 call)");
        report.Inserted.Should().BeEmpty();
    }

    [Fact]
    public void A_failed_write_says_how_many_rows_which_is_the_first_and_why()
    {
        WriteReport<string> report = new(
            [new(0, "a", RowStatus.Inserted), new(1, "b", RowStatus.NotAttempted), new(2, "c", RowStatus.Failed, errors: [BadStage]), new(3, "d", RowStatus.Failed)],
            stoppedBy: new GainsightException("The day's quota is used up."));

        var failure = WriteFailedException.For(report);

        failure.Message.Should().Be(
            "3 of 4 rows did not succeed: 2 Failed, 1 NotAttempted. The first is row 2: Failed GSOBJ_1012 (Stage). The write stopped: The day's quota is used up. GetReport has the outcome of each row.");
        failure.Message.Should().NotContain("Orbiting");
        failure.InnerException.Should().BeSameAs(report.StoppedBy);
        failure.MayHaveBeenProcessed.Should().BeFalse();
        failure.GetReport<string>().Should().BeSameAs(report);
        failure.GetReport<Company>().Should().BeNull();
    }

    [Fact]
    public void Rows_that_were_not_attempted_without_a_reason_were_cancelled()
    {
        WriteReport<string> report = new([new(0, "a", RowStatus.NotAttempted)]);

        WriteFailedException.For(report).Message.Should().Be(
            "1 of 1 row did not succeed: 1 NotAttempted. The write was cancelled. GetReport has the outcome of each row.");
    }

    [Fact]
    public void A_failure_with_unknown_rows_may_have_been_carried_out()
    {
        var failure = WriteFailedException.For(new WriteReport<string>([new(0, "a", RowStatus.Unknown)]));

        failure.MayHaveBeenProcessed.Should().BeTrue();
        failure.Message.Should().Be("1 of 1 row did not succeed: 1 Unknown. The first is row 0: Unknown. GetReport has the outcome of each row.");
    }

    [Fact]
    public void A_cancelled_write_says_how_many_rows_are_written_and_in_flight()
    {
        using CancellationTokenSource cancellation = new();

        var canceled = WriteCanceledException.For(OneOfEach, cancellation.Token);

        canceled.Message.Should().Be("The write was cancelled: 5 of 8 rows written, 1 in flight. GetReport says which.");
        canceled.CancellationToken.Should().Be(cancellation.Token);
        canceled.GetReport<string>().Should().BeSameAs(OneOfEach);
        canceled.GetReport<Company>().Should().BeNull();
    }

    [Fact]
    public void A_report_without_rows_is_refused()
    {
        FluentActions.Invoking(() => new WriteReport<string>(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => WriteFailedException.For<string>(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => WriteCanceledException.For<string>(null!, CancellationToken.None)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new WritePreview<string>(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Exceptions_that_an_application_makes_itself_have_no_report()
    {
        FormatException cause = new();

        new WriteFailedException().GetReport<string>().Should().BeNull();
        new WriteFailedException("text").Message.Should().Be("text");
        new WriteFailedException("text", cause).InnerException.Should().BeSameAs(cause);
        new WriteCanceledException().GetReport<string>().Should().BeNull();
        new WriteCanceledException("text").Message.Should().Be("text");
        new WriteCanceledException("text", cause).InnerException.Should().BeSameAs(cause);
    }

    [Fact]
    public void An_outcome_says_its_position_status_and_codes_but_no_value()
    {
        RowOutcome<string> failed = new(12, "a", RowStatus.Failed, errors: [BadStage, new(null, "Orbiting.")]);

        failed.ToString().Should().Be("12: Failed GSOBJ_1012 (Stage), error");
        new RowOutcome<string>(12, "a", RowStatus.Updated).ToString().Should().Be("12: Updated");
        new RowOutcome<string>(12, "a", RowStatus.Updated).Errors.Should().BeEmpty();
    }
}
