namespace Gainsight.Client.Tests.Writes;

/// <summary>A write that goes on from the journal of a run that was killed.</summary>
public sealed class JournalResumeTests : IDisposable
{
    private readonly TableTenant _tenant = new();
    private readonly string _path = Path.GetTempFileName();

    public void Dispose()
    {
        _tenant.Dispose();
        File.Delete(_path);
    }

    [Fact]
    public async Task Rows_that_an_earlier_run_wrote_are_not_sent_and_keep_their_outcome()
    {
        var first = await WriteAsync(journal => _tenant.Companies.InsertAsync(TableTenant.List(3), journal));

        var second = await WriteAsync(journal => _tenant.Companies.InsertAsync(TableTenant.List(4), journal));

        second.Rows.Take(3).Select(row => (row.Status, row.Gsid)).Should().Equal(first.Rows.Select(row => (RowStatus.Inserted, row.Gsid)));
        second.Inserted.Should().HaveCount(4);
        _tenant.Inserts.Select(call => call.Records.Count).Should().Equal(3, 1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task New_rows_of_unknown_fate_are_looked_up_after_the_longest_a_call_may_take(bool wasCarriedOut)
    {
        await KillAsync(2, wasCarriedOut);
        var before = _tenant.Clock.GetUtcNow();

        var report = await WriteAsync(journal => _tenant.Companies.InsertAsync(TableTenant.List(2), journal), CompanyFields.Name);

        report.Inserted.Should().HaveCount(2).And.OnlyContain(row => (string?)_tenant.Row(row.Record.Name!)["Gsid"] == row.Gsid);
        _tenant.Names.Should().HaveCount(2);
        _tenant.Inserts.Count().Should().Be(wasCarriedOut ? 1 : 2);
        (_tenant.Clock.GetUtcNow() - before).Should().BeGreaterThan(TimeSpan.FromSeconds(4));
        NothingIsInDoubt(2);
    }

    [Fact]
    public async Task New_rows_that_no_read_can_find_stay_unknown_and_say_what_to_do()
    {
        await KillAsync(2, wasCarriedOut: true);

        var report = await WriteAsync(journal => _tenant.Companies.InsertAsync(TableTenant.List(3), journal));

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Unknown, RowStatus.Unknown, RowStatus.Inserted);
        report.Unknown[0].Errors.Should().ContainSingle().Which.Should().Match<RecordError>(error =>
            error.Code == RecordErrorCodes.NotConfirmed && error.Message.Contains("An earlier run sent this row") && error.Message.Contains("VerifyBy"));
        _tenant.Reads.Should().BeEmpty();
    }

    [Fact]
    public async Task Rows_of_several_calls_are_looked_up_call_by_call()
    {
        using (var journal = WriteJournal.Open(_path))
        {
            NoteAsSent(journal, TableTenant.List(2));
            NoteAsSent(journal, TableTenant.List(2, first: 2));
        }

        _tenant.Add("c0", 0);
        _tenant.Add("c1", 1);

        var report = await WriteAsync(journal => _tenant.Companies.InsertAsync(TableTenant.List(4), journal), CompanyFields.Name);

        report.Inserted.Should().HaveCount(4);
        _tenant.Inserts.Should().ContainSingle().Which.Names.Should().Equal("c2", "c3");
        _tenant.Names.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task An_update_of_unknown_fate_is_sent_again_and_known_if_it_is_accepted()
    {
        _tenant.Add("c0");
        using (var journal = WriteJournal.Open(_path))
        {
            NoteAsSent(journal, TableTenant.List(1));
        }

        var report = await WriteAsync(journal => _tenant.Companies.UpdateAsync(TableTenant.List(1), CompanyFields.Name, journal));

        report.Updated.Should().ContainSingle();
        NothingIsInDoubt(1);
    }

    [Fact]
    public async Task A_row_of_unknown_fate_that_is_not_sent_again_is_unknown()
    {
        using (var journal = WriteJournal.Open(_path))
        {
            NoteAsSent(journal, TableTenant.List(1));
        }

        _tenant.Add("c0");
        _tenant.Add("c1");
        _tenant.Before = call => call.Kind == "update" ? throw new InvalidOperationException() : null;
        var rows = TableTenant.List(1).Concat(TableTenant.List(60, first: 1));

        var report = await WriteAsync(journal => _tenant.Companies.UpdateAsync(rows, CompanyFields.Name, journal));

        report.Rows[0].Status.Should().Be(RowStatus.Unknown);
        report.StoppedBy.Should().NotBeNull();
    }

    [Fact]
    public async Task Rows_with_the_same_key_are_noted_one_by_one()
    {
        Company[] rows = [new() { Name = "a", Employees = 1 }, new() { Name = "a", Employees = 2 }];
        await WriteAsync(journal => _tenant.Companies.UpsertAsync(rows, CompanyFields.Name, journal));

        var again = await WriteAsync(journal => _tenant.Companies.UpsertAsync(rows, CompanyFields.Name, journal));

        again.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Updated);
        again.Calls.Should().Be(0);
        NothingIsInDoubt(2);
    }

    [Fact]
    public async Task Rows_that_failed_are_sent_again()
    {
        Company[] rows = [new() { Name = "a", Stage = "Bad" }, new() { Employees = 5 }];
        (await WriteAsync(journal => _tenant.Companies.UpsertAsync(rows, CompanyFields.Name, journal))).Failed.Should().HaveCount(2);

        var again = await WriteAsync(journal => _tenant.Companies.UpsertAsync(rows, CompanyFields.Name, journal));

        again.Failed.Should().HaveCount(2);
        again.Calls.Should().BePositive();
    }

    [Fact]
    public async Task A_journal_that_cannot_be_written_stops_the_write_before_a_call()
    {
        var journal = WriteJournal.Open(_path);
        journal.Dispose();

        var failure = await _tenant.Awaiting(each => each.Companies.InsertAsync(TableTenant.List(2), new WriteOptions { Journal = journal })).Should().ThrowAsync<GainsightException>();

        failure.WithInnerException<ObjectDisposedException>();
        _tenant.Inserts.Should().BeEmpty();
    }

    /// <summary>Leaves the journal of a run that was killed while it waited for the answer to an insert.</summary>
    private async Task KillAsync(int count, bool wasCarriedOut)
    {
        using var journal = WriteJournal.Open(_path);
        _tenant.Before = _ => wasCarriedOut ? null : throw Killed(journal);
        _tenant.After = _ => throw Killed(journal);
        await _tenant.Companies.InsertAsync(TableTenant.List(count), new WriteOptions { Journal = journal });
        _tenant.Before = _ => null;
        _tenant.After = _ => null;

        static HttpRequestException Killed(WriteJournal journal)
        {
            journal.Dispose();
            return new HttpRequestException(HttpRequestError.ResponseEnded, "The process is gone.");
        }
    }

    private void NoteAsSent(WriteJournal journal, IEnumerable<Company> rows) =>
        journal.Send([.. rows.Select(row => journal.Find($"{_tenant.Host}|COMPANY|", row))], _tenant.Clock.GetUtcNow());

    private async Task<WriteReport<Company>> WriteAsync(Func<WriteOptions, Task<WriteReport<Company>>> write, IdentifierKeys? verifyBy = null)
    {
        using var journal = WriteJournal.Open(_path);
        return await write(new WriteOptions { Journal = journal, VerifyBy = verifyBy });
    }

    private void NothingIsInDoubt(int written)
    {
        using var journal = WriteJournal.Open(_path);
        (journal.Written, journal.InDoubt).Should().Be((written, 0));
    }
}
