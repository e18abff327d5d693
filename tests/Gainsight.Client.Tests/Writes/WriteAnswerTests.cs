using System.Net;

namespace Gainsight.Client.Tests.Writes;

public sealed class WriteAnswerTests
{
    private readonly StubJob _job = new(CompanyFields.Name);

    [Theory]
    [InlineData("", null, null)]
    [InlineData("null", null, null)]
    [InlineData("[1]", null, null)]
    [InlineData("{}", null, null)]
    [InlineData("""{"count":2}""", 2, 2)]
    [InlineData("""{"count":"2","records":[{"Gsid":"1"}]}""", null, 1)]
    [InlineData("""{"count":2.5,"records":5}""", null, null)]
    [InlineData("""{"records":[{"Gsid":"1"},null,{"Gsid":"2"}],"count":1}""", 1, 1)]
    [InlineData("""{"other":{"count":7},"records":[{"count":7},{"Gsid":"1"}]}""", null, 2)]
    public void The_count_says_how_many_rows_were_written_or_else_the_records(string data, int? count, int? written)
    {
        var answer = WriteAnswer.Read(System.Text.Encoding.UTF8.GetBytes(data));

        (answer.Count, answer.Written).Should().Be((count, written));
    }

    [Fact]
    public async Task Rows_get_the_GSIDs_of_records_without_values_by_position()
    {
        var rows = Rows(WriteMode.Insert, "A", "B");

        (await SettleAsync(rows, """{"count":2,"records":[{"Gsid":"1"},{"gsid":"2"}]}""")).Should().Be((true, 2));

        rows.Select(Told).Should().Equal((RowStatus.Inserted, "1"), (RowStatus.Inserted, "2"));
        rows[0].Outcome!.RequestId.Should().Be("r-1");
    }

    [Theory]
    [InlineData("""{"count":3,"records":[{"Gsid":"1"},{"Gsid":"2"}]}""")]
    [InlineData("""{"count":2,"records":[{"Gsid":"1"}]}""")]
    [InlineData("""{"count":2,"records":[{"Gsid":5},{"Gsid":{}}]}""")]
    [InlineData("""{"count":2}""")]
    public async Task Where_the_counts_differ_no_row_gets_a_GSID_by_position(string data)
    {
        var rows = Rows(WriteMode.Insert, "A", "B");

        (await SettleAsync(rows, data)).IsSettled.Should().BeTrue();

        rows.Select(Told).Should().AllBeEquivalentTo((RowStatus.Inserted, (string?)null));
    }

    [Fact]
    public async Task Once_an_answer_had_another_order_a_position_says_nothing_except_of_a_single_row()
    {
        _job.KeepsOrder = false;
        var two = Rows(WriteMode.Insert, "A", "B");
        var one = Rows(WriteMode.Insert, "C");

        await SettleAsync(two, """{"records":[{"Gsid":"1"},{"Gsid":"2"}]}""");
        await SettleAsync(one, """{"records":[{"Gsid":"3"}]}""");

        two.Concat(one).Select(row => row.Outcome!.Gsid).Should().Equal(null, null, "3");
    }

    [Fact]
    public async Task Records_with_values_are_matched_by_them()
    {
        var rows = Rows(WriteMode.Insert, "A", "B");

        (await SettleAsync(rows, """{"records":[{"Gsid":"2","Name":"B"},{"Gsid":"1","Name":"A"}]}""")).IsSettled.Should().BeTrue();

        rows.Select(row => row.Outcome!.Gsid).Should().Equal("1", "2");
    }

    [Fact]
    public async Task An_update_by_GSID_whose_answer_lists_the_rows_in_another_order_shows_the_order()
    {
        await UpdateAsync("1", "2");
        _job.KeepsOrder.Should().BeTrue();
        await UpdateAsync("1", "3");
        _job.KeepsOrder.Should().BeTrue("other GSIDs say nothing of the order");
        await UpdateAsync("2", "1");
        _job.KeepsOrder.Should().BeFalse();

        async Task UpdateAsync(string first, string second)
        {
            var rows = Rows(WriteMode.UpdateByGsid, "A", "B");
            (rows[0].Gsid, rows[1].Gsid) = ("1", "2");
            await SettleAsync(rows, $$"""{"records":[{"Gsid":"{{first}}"},{"Gsid":"{{second}}"}]}""");
            rows.Select(Told).Should().Equal((RowStatus.Updated, "1"), (RowStatus.Updated, "2"));
        }
    }

    [Fact]
    public async Task A_smaller_count_leaves_all_rows_open()
    {
        var rows = Rows(WriteMode.Insert, "A", "B", "C");

        (await SettleAsync(rows, """{"count":2,"records":[{"Gsid":"1"},{"Gsid":"2"}]}""")).Should().Be((false, 2));

        rows.Should().OnlyContain(row => row.Outcome == null);
    }

    [Fact]
    public async Task A_count_does_not_prove_an_update_of_several_rows_by_keys()
    {
        var several = Rows(WriteMode.UpdateByKeys, "A", "B");
        var one = Rows(WriteMode.UpdateByKeys, "A");

        (await SettleAsync(several, """{"count":2}""")).Should().Be((false, 2));
        (await SettleAsync(one, """{"count":1}""")).Should().Be((true, 1));

        several.Should().OnlyContain(row => row.Outcome == null);
        Told(one[0]).Should().Be((RowStatus.Updated, null));
    }

    [Fact]
    public async Task Repeated_keys_prove_an_update_row_by_row()
    {
        var rows = Rows(WriteMode.UpdateByKeys, "A", "B", "C");

        (await SettleAsync(rows, """{"count":3,"records":[{"Gsid":"2","Name":"B"},{"Gsid":"3","Name":"B"},{"Gsid":"1","Name":"A"}]}""")).Should().Be((false, 3));

        rows.Select(Told).Should().Equal((RowStatus.Updated, "1"), (RowStatus.Updated, null), (null, null));
    }

    [Fact]
    public async Task Named_rows_fail_and_the_others_are_accepted()
    {
        var rows = Rows(WriteMode.Insert, "A", "Bad", "C");

        (await SettleAsync(rows, """{"count":2,"records":[{"Gsid":"1"},{"Gsid":"2"}],"errors":[ERROR]}""")).Should().Be((true, 2));

        rows.Select(Told).Should().Equal((RowStatus.Inserted, "1"), (RowStatus.Failed, null), (RowStatus.Inserted, "2"));
        rows[1].Outcome!.Errors.Should().ContainSingle().Which.Code.Should().Be("GSOBJ_1012");
        rows[1].Outcome!.RequestId.Should().Be("r-1");
    }

    [Fact]
    public async Task A_single_row_that_is_both_written_and_named_stays_open()
    {
        var written = Rows(WriteMode.Insert, "Bad");
        var refused = Rows(WriteMode.Insert, "Bad");

        (await SettleAsync(written, """{"count":1,"errors":[ERROR]}""")).IsSettled.Should().BeFalse();
        (await SettleAsync(refused, """{"count":0,"errors":[ERROR]}""")).IsSettled.Should().BeTrue();

        Told(written[0]).Should().Be((null, null));
        Told(refused[0]).Should().Be((RowStatus.Failed, null));
    }

    [Fact]
    public async Task A_value_that_may_be_bad_in_only_one_of_several_rows_names_none_of_them_when_the_count_says_so()
    {
        var rows = Rows(WriteMode.Insert, "Bad", "Bad", "C");

        (await SettleAsync(rows, """{"count":2,"errors":[ERROR]}""")).Should().Be((false, 2));

        rows.Should().OnlyContain(row => row.Outcome == null);
    }

    [Fact]
    public async Task Of_errors_that_do_not_all_fit_the_count_those_of_single_rows_hold()
    {
        var rows = Rows(WriteMode.Insert, "Bad", "Bad", "Worse", "D");

        (await SettleAsync(rows, """{"count":2,"errors":[ERROR,{"errorCode":"GSOBJ_1012","fieldName":"Name","invalidValue":"Worse"}]}""")).IsSettled.Should().BeFalse();

        rows.Select(Told).Should().Equal((null, null), (null, null), (RowStatus.Failed, null), (null, null));
    }

    [Fact]
    public async Task More_rows_than_the_errors_leave_were_written_so_no_error_holds()
    {
        var rows = Rows(WriteMode.Insert, "Bad", "B");

        (await SettleAsync(rows, """{"count":2,"errors":[ERROR]}""")).Should().Be((false, 2));

        rows.Should().OnlyContain(row => row.Outcome == null);
    }

    [Fact]
    public async Task An_error_that_fits_no_row_leaves_the_others_open_unless_the_count_tells()
    {
        const string Unknown = """{"errorCode":"GSOBJ_1012","fieldName":"Name","invalidValue":"Nobody"}""";
        var open = Rows(WriteMode.Insert, "A", "B");
        var counted = Rows(WriteMode.Insert, "A", "B");

        (await SettleAsync(open, $$"""{"errors":[{{Unknown}}]}""")).Should().Be((false, null));
        (await SettleAsync(counted, $$"""{"count":2,"errors":[{{Unknown}}]}""")).Should().Be((true, 2));

        open.Should().OnlyContain(row => row.Outcome == null);
        counted.Select(Told).Should().AllBeEquivalentTo((RowStatus.Inserted, (string?)null));
    }

    [Fact]
    public async Task An_update_by_a_key_with_several_matches_may_write_more_rows_than_were_sent()
    {
        var rows = Rows(WriteMode.UpdateByKeys, "A", "Bad");

        (await SettleAsync(rows, """{"count":4,"errors":[ERROR]}""")).Should().Be((true, 4));

        rows.Select(Told).Should().Equal((RowStatus.Updated, null), (RowStatus.Failed, null));
    }

    private static WriteRow<ObjectRecord>[] Rows(WriteMode mode, params string[] names) =>
        StubJob.Rows(mode, [.. names.Select(name => new ObjectRecord { ["Name"] = name })]);

    private static (RowStatus? Status, string? Gsid) Told(WriteRow<ObjectRecord> row) => (row.Outcome?.Status, row.Outcome?.Gsid);

    /// <summary>Gives the rows the outcomes of an answer. ERROR is an error of the name "Bad".</summary>
    private async Task<(bool IsSettled, int? Written)> SettleAsync(WriteRow<ObjectRecord>[] rows, string data)
    {
        data = data.Replace("ERROR", """{"errorCode":"GSOBJ_1012","fieldName":"Name","invalidValue":"Bad"}""");
        using var response = StubHandler.Json(HttpStatusCode.OK, StubHandler.Envelope(data));
        using var answer = await BufferedAnswer.ReadAsync(response, int.MaxValue, TimeProvider.System, CancellationToken.None);
        return (WriteAnswer.Settle(_job, rows, answer, out var written), written);
    }
}
