namespace Gainsight.Client.Tests.Writes;

/// <summary>What kinds of writes have in common, and the outcomes of rows.</summary>
public sealed class WriteJobTests
{
    private readonly CallCounter _calls = new();

    [Fact]
    public async Task A_kind_of_write_has_no_checks_keys_or_reads_unless_it_says_so()
    {
        StubJob job = new();
        var row = StubJob.Rows(WriteMode.Insert, new ObjectRecord())[0];

        (job.BlockSize, job.MaxCalls, job.CanCheckFirst, job.IsAllOrNothing, job.UpdatesFound).Should().Be((50, 64, false, true, false));
        (job.CanFind(row), job.CanMiss(row), job.KeyOf(row.Record)).Should().Be((false, false, null));
        await job.PreflightAsync([row], CancellationToken.None);
        await job.ReviewAsync([row], _calls, CancellationToken.None);
        await job.ConfirmAsync([row], null, _calls, CancellationToken.None);
        job.Finished(row);
        row.Outcome.Should().BeNull();
        job.Invoking(each => each.ChangesOf(row)).Should().Throw<NotSupportedException>();
        await job.Awaiting(each => each.FindAsync([row], _calls, CancellationToken.None)).Should().ThrowAsync<NotSupportedException>();
    }

    [Fact]
    public void A_row_that_cannot_be_sent_fails_with_the_reason()
    {
        StubJob job = new();
        var rows = StubJob.Rows(WriteMode.Insert, new ObjectRecord());

        job.SettleUnwritable(rows[0], _calls).Should().BeTrue();

        rows[0].Outcome!.Status.Should().Be(RowStatus.Failed);
        rows[0].Outcome!.Errors.Should().ContainSingle().Which.Message.Should().Be(
            "The row could not be read (NotSupportedException). Do not change a record while it is being written.");
    }

    [Fact]
    public void A_row_whose_check_throws_fails_alone()
    {
        FoundJob job = new() { OnCheck = _ => throw new FormatException("secret") };

        var errors = job.CheckAndKey(StubJob.Rows(WriteMode.Insert, new ObjectRecord())[0]);

        errors.Should().ContainSingle().Which.Should().Match<RecordError>(error => error.Code == RecordErrorCodes.InvalidValue && error.Message.Contains("FormatException") && !error.Message.Contains("secret"));
    }

    [Fact]
    public void A_row_gets_its_key_only_if_nothing_is_wrong_with_it()
    {
        var rows = StubJob.Rows(WriteMode.Insert, new ObjectRecord(), new ObjectRecord { ["Name"] = "a" });
        FoundJob job = new() { OnCheck = row => row!.PresentFields().MoveNext() ? null : new(RecordErrorCodes.NullRow, "Empty.") };

        job.CheckAndKey(rows[0]).Should().ContainSingle();
        job.CheckAndKey(rows[1]).Should().BeNull();

        rows.Select(row => row.Key).Should().Equal(null, "key");
    }

    [Fact]
    public async Task Rows_of_a_background_job_are_confirmed_by_what_a_read_finds()
    {
        var rows = StubJob.Rows(WriteMode.Upsert, new ObjectRecord(), new ObjectRecord(), new ObjectRecord(), new ObjectRecord());
        rows[1].Gsid = "1P9";
        FoundJob job = new() { Found = new() { [rows[0]] = new("1P1", Holds: true), [rows[1]] = new(null, Holds: true), [rows[2]] = new("1P3", Holds: false) } };

        await job.ConfirmAsync(rows, "r-7", _calls, CancellationToken.None);

        rows.Select(row => (row.Outcome?.Status, row.Outcome?.Gsid, row.Outcome?.RequestId)).Should().Equal(
            (RowStatus.Upserted, "1P1", "r-7"), (RowStatus.Upserted, "1P9", "r-7"), (null, null, null), (null, null, null));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rows_that_cannot_be_found_or_read_are_not_confirmed(bool canFind)
    {
        var rows = StubJob.Rows(WriteMode.Upsert, new ObjectRecord());
        FoundJob job = new() { CanFindRows = canFind, Found = canFind ? null : new() { [rows[0]] = new("1P1", Holds: true) } };

        await job.ConfirmAsync(rows, "r-7", _calls, CancellationToken.None);

        rows[0].Outcome.Should().BeNull();
    }

    [Fact]
    public void The_errors_of_a_row_are_those_of_Gainsight_or_the_failure()
    {
        RecordError stage = new("GSOBJ_1012", "Bad.", "Stage");

        Outcomes.ErrorsOf(new GainsightTransportException("The connection broke.")).Should().ContainSingle()
            .Which.Should().Match<RecordError>(error => error.Code == RecordErrorCodes.TransportFailure && error.Message == "The connection broke.");
        Outcomes.ErrorsOf(new GainsightApiException("Failed.", new ApiRefusal { Errors = [stage] })).Should().Equal(stage);
        Outcomes.ErrorsOf(new GainsightApiException("Failed.", new ApiRefusal())).Should().ContainSingle()
            .Which.Should().Match<RecordError>(error => error.Code == RecordErrorCodes.TransportFailure && error.Message == "Failed.");
        Outcomes.ErrorsOf(new ApiRefusal { Message = "Refused." }).Should().ContainSingle()
            .Which.Should().Match<RecordError>(error => error.Code == RecordErrorCodes.CallRefused && error.Message == "Refused.");
        Outcomes.ErrorsOf(new ApiRefusal { Code = "GSOBJ_1008", Description = "Invalid value (Stage = Bad)." }).Should().ContainSingle()
            .Which.Should().Match<RecordError>(error => error.Code == "GSOBJ_1008" && error.Field == "Stage" && error.Message == "Invalid value (Stage = Bad).");
        Outcomes.Unmatched(CompanyFields.Name).Should().Match<RecordError>(error =>
            error.Code == ErrorCodes.NoMatch && error.Field == "Name" && error.Message == "No row of the tenant has the values of the record's identifier keys.");
    }

    [Fact]
    public void An_outcome_is_given_once()
    {
        var rows = StubJob.Rows(WriteMode.Insert, new ObjectRecord(), new ObjectRecord());
        rows[1].Gsid = "1P2";
        Outcomes.Settle(rows.Take(1), RowStatus.Failed, "r-1");

        Outcomes.Settle(rows, RowStatus.Unknown, "r-2", new RecordError("code", "text"));

        rows.Select(row => (row.Outcome!.Status, row.Outcome.Gsid, row.Outcome.RequestId, row.Outcome.Errors.Count)).Should().Equal(
            (RowStatus.Failed, null, "r-1", 0), (RowStatus.Unknown, "1P2", "r-2", 1));
    }

    private sealed class FoundJob : WriteJob<ObjectRecord>
    {
        public bool CanFindRows { get; init; } = true;

        public Dictionary<WriteRow<ObjectRecord>, FoundRow>? Found { get; init; }

        public Func<ObjectRecord?, RecordError?> OnCheck { get; init; } = _ => null;

        public override int CallSize => 50;

        public override string ObjectName => "Company";

        public override RecordError? Check(ObjectRecord? row) => OnCheck(row);

        public override string? KeyOf(ObjectRecord row) => "key";

        public override bool CanFind(WriteRow<ObjectRecord> row) => CanFindRows;

        public override Task<IReadOnlyDictionary<WriteRow<ObjectRecord>, FoundRow>> FindAsync(
            IReadOnlyList<WriteRow<ObjectRecord>> rows, CallCounter calls, CancellationToken cancellationToken) =>
            Found is null ? throw new GainsightTransportException("The connection broke.") : Task.FromResult<IReadOnlyDictionary<WriteRow<ObjectRecord>, FoundRow>>(Found);

        public override Task ResolveAsync(IReadOnlyList<WriteRow<ObjectRecord>> block, CallCounter calls, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override ApiRequest CreateRequest(IReadOnlyList<WriteRow<ObjectRecord>> rows, RequestLane lane, CallCounter calls) => throw new NotSupportedException();
    }
}
