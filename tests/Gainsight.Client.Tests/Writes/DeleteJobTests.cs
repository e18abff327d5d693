namespace Gainsight.Client.Tests.Writes;

public sealed class DeleteJobTests
{
    private readonly DeleteJob _job = new(CompanyFields.Definition);

    [Fact]
    public async Task Each_call_deletes_one_row_by_its_GSID()
    {
        var rows = StubRows("1P1", "1P2");
        CallCounter calls = new();

        await _job.ResolveAsync(rows, calls, CancellationToken.None);
        var request = _job.CreateRequest([rows[1]], RequestLane.Bulk, calls);

        rows.Select(row => (row.Mode, row.Gsid)).Should().Equal((WriteMode.Delete, "1P1"), (WriteMode.Delete, "1P2"));
        (request.Operation, request.Object, request.Id, request.Lane, request.RecordCount).Should().Be(
            (CompanyFields.Definition.Routes.Delete, "Company", "1P2", RequestLane.Bulk, 1));
        request.Calls.Should().BeSameAs(calls);
        (_job.CallSize, _job.BlockSize, _job.ObjectName, _job.CanCheckFirst).Should().Be((1, 50, "Company", true));
        _job.Keys.Should().Equal(SystemFields.Gsid);
        _job.KeyOf("1P1").Should().Be("1P1");
    }

    [Theory]
    [InlineData("1P1", null, null)]
    [InlineData(null, RecordErrorCodes.MissingKey, "The GSID is empty.")]
    [InlineData(" ", RecordErrorCodes.MissingKey, "The GSID is empty.")]
    [InlineData(".", RecordErrorCodes.InvalidValue, "The text is not a GSID.")]
    [InlineData("..", RecordErrorCodes.InvalidValue, "The text is not a GSID.")]
    public void A_text_that_would_be_another_address_is_refused(string? gsid, string? code, string? message)
    {
        var error = _job.Check(gsid);

        (error?.Code, error?.Message).Should().Be((code, message));
        error?.Field.Should().Be("Gsid");
    }

    [Fact]
    public void A_write_begins_once()
    {
        _job.Begin();

        _job.Invoking(job => job.Begin()).Should().Throw<InvalidOperationException>().WithMessage("*already read*only once*");
    }

    private static WriteRow<string>[] StubRows(params string[] gsids) => [.. gsids.Select((gsid, i) => new WriteRow<string>(i, gsid))];
}
