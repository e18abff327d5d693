using System.Net;
using System.Text.Json;

namespace Gainsight.Client.Tests.Query;

/// <summary>How a read goes from page to page.</summary>
public sealed class PageReaderTests : IDisposable
{
    private const int FellBackToOffset = 401;
    private const int FarOffset = 1_000_000_000;

    private readonly QueryFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task A_first_page_that_is_not_in_order_is_the_first_page_by_offset_too()
    {
        Answer("b a", "c", "");

        (await ReadAsync(_fixture.Companies)).Should().Equal("b", "a", "c");

        Calls().Should().Equal("> 0", "> 2", "> 3");
        _fixture.Logs.Ids.Should().ContainSingle(id => id == FellBackToOffset);
    }

    [Fact]
    public async Task A_later_page_that_begins_again_is_read_by_offset_after_the_rows_so_far()
    {
        Answer("a b", "a b", "z", "c", "");

        (await ReadAsync(_fixture.Companies)).Should().Equal("a", "b", "c");

        Calls().Should().Equal(["> 0", ">b 0", "> 0", "> 2", "> 3"], "after a page of a few rows, the last row of all shows whether the tenant sorts");
        _fixture.Logs.Ids.Should().ContainSingle(id => id == FellBackToOffset);
    }

    [Fact]
    public async Task A_tenant_that_refuses_the_condition_on_the_key_is_read_by_offset()
    {
        Answer("a b");
        _fixture.Wire.Answer(HttpStatusCode.BadRequest, """{"result":false,"errorCode":"GSOBJ_1008","errorDesc":"x","requestId":"r","data":null}""");
        Answer("c", "");

        (await ReadAsync(_fixture.Companies)).Should().Equal("a", "b", "c");

        Calls().Should().Equal("> 0", ">b 0", "> 2", "> 3");
    }

    [Fact]
    public async Task A_later_page_that_a_proxy_refuses_is_not_a_refusal_of_the_condition()
    {
        Answer("a b");
        _fixture.Wire.Html(HttpStatusCode.BadRequest);

        await _fixture.Companies.Awaiting(ReadAsync).Should().ThrowAsync<GainsightApiException>();

        Calls().Should().Equal("> 0", ">b 0");
    }

    [Fact]
    public async Task A_read_that_takes_a_number_of_rows_ends_with_them()
    {
        Answer("a b", "c d e", "z");

        (await ReadAsync(_fixture.Companies.Take(4))).Should().Equal("a", "b", "c", "d");

        Limits().Should().Equal([4, 2], "the order does not matter to a page that ends the read");
    }

    [Fact]
    public async Task No_page_that_is_returned_is_empty()
    {
        Answer("a", "");
        List<int> counts = [];

        await foreach (var page in _fixture.Companies.ReadPagesAsync())
        {
            counts.Add(page.Count);
        }

        counts.Should().Equal(1);
    }

    [Fact]
    public async Task A_read_that_is_cancelled_between_two_pages_gives_no_second_page()
    {
        Answer("a", "b", "");
        using CancellationTokenSource cancellation = new();
        await using var pages = _fixture.Companies.ReadPagesAsync(cancellation.Token).GetAsyncEnumerator();
        (await pages.MoveNextAsync()).Should().BeTrue();

        await cancellation.CancelAsync();

        await pages.Awaiting(next => next.MoveNextAsync().AsTask()).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Skipped_rows_are_checked_once_per_object()
    {
        Answer("b", "", "", "b", "");

        (await ReadAsync(_fixture.Companies.Skip(1))).Should().Equal("b");
        (await ReadAsync(_fixture.Companies.Skip(1))).Should().Equal("b");

        Calls().Should().Equal("> 1", $"> {FarOffset}", "> 2", "> 1", "> 2");
        Limits()[1].Should().Be(1);
    }

    [Fact]
    public async Task A_skip_that_leaves_no_row_needs_no_check()
    {
        Answer("");

        (await ReadAsync(_fixture.Companies.Skip(1))).Should().BeEmpty();

        Calls().Should().Equal("> 1");
    }

    [Fact]
    public async Task A_tenant_that_ignores_the_offset_is_told_with_what_to_do_instead()
    {
        Answer("a", "a");

        var failure = (await _fixture.Companies.Skip(1).Awaiting(ReadAsync).Should().ThrowAsync<GainsightProtocolException>()).Which;

        failure.Message.Should().Contain("offset").And.Contain("Company").And.Contain("ReadPaging.Auto").And.Contain("Bulk.ExportAsync");
    }

    [Fact]
    public async Task A_tenant_that_refuses_a_far_offset_does_not_ignore_it()
    {
        Answer("b");
        _fixture.Wire.Answer(HttpStatusCode.BadRequest, """{"result":false,"errorCode":"GSOBJ_1008","errorDesc":"x","requestId":"r","data":null}""");
        Answer("");

        (await ReadAsync(_fixture.Companies.Skip(1))).Should().Equal("b");
    }

    [Fact]
    public async Task Pages_that_repeat_are_checked_once_in_a_read()
    {
        Answer("a", "a", "", "a", "");

        (await ReadAsync(_fixture.Companies.OrderBy("Name"))).Should().Equal("a");

        Calls().Should().Equal("> 0", "> 1", $"> {FarOffset}", "> 2", "> 3");
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    public async Task The_labels_of_a_filter_are_checked_when_no_page_has_a_row(int pages, int described)
    {
        var left = pages;
        _fixture.Wire.Do((request, _) => Task.FromResult(StubHandler.Json(HttpStatusCode.OK, StubHandler.Envelope(
            request.RequestUri!.AbsolutePath.EndsWith("/describe", StringComparison.Ordinal)
                ? """[{"objectName":"Company","fields":[{"fieldName":"Stage","dataType":"PICKLIST","options":[{"label":"Open","value":"I1","groupId":"C1","active":true}]}]}]"""
                : _fixture.Wire.Sent[^1].Body!.Contains("desc", StringComparison.OrdinalIgnoreCase) ? """[{"Gsid":"9"}]"""
                : left-- > 0 ? $$"""[{"Gsid":"{{9 - left}}"}]""" : "[]"))));

        var rows = await ReadAsync(_fixture.Companies.Where(CompanyFields.Stage.EqualTo("open")));

        (rows.Count, _fixture.Descriptions("Company")).Should().Be((pages, described));
    }

    [Fact]
    public async Task An_object_that_is_known_to_have_no_GSID_is_read_by_its_number_and_without_a_GSID()
    {
        await DescribeWithoutGsidAsync();

        await ReadAsync(_fixture.Companies);

        var body = _fixture.Body(^1);
        body.GetProperty("orderBy").GetRawText().Should().Be("""{"Id":"asc"}""");
        body.GetProperty("select").EnumerateArray().Select(name => name.GetString()).Should().Contain(["Id", "Name"]).And.NotContain("Gsid");
    }

    [Fact]
    public async Task A_GSID_that_the_caller_names_is_asked_for_although_the_object_is_known_to_have_none()
    {
        await DescribeWithoutGsidAsync();

        await ReadAsync(_fixture.Companies.Select("Name", "gsid"));

        _fixture.Body(^1).GetProperty("select").GetRawText().Should().Be("""["Name","gsid","Id"]""");
    }

    private async Task DescribeWithoutGsidAsync()
    {
        _fixture.Describe("[]", ("Company", """{"fieldName":"Id","dataType":"NUMBER"},{"fieldName":"Name","dataType":"STRING"}"""));
        await _fixture.Client.Metadata.DescribeAsync("Company");
    }

    private void Answer(params string[] pages) => Array.ForEach(pages, page => _fixture.Wire.Answer(StubHandler.Envelope(
        $"[{string.Join(',', page.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(gsid => $$"""{"Gsid":"{{gsid}}"}"""))}]")));

    /// <summary>For each call, the key after which it reads, and the offset.</summary>
    private IEnumerable<string> Calls() => Bodies().Select(body =>
    {
        var key = body.TryGetProperty("where", out var where) ? where.GetProperty("conditions")[0].GetProperty("value")[0].GetString() : string.Empty;
        return $">{key} {body.GetProperty("offset").GetInt32()}";
    });

    private int[] Limits() => [.. Bodies().Select(body => body.GetProperty("limit").GetInt32())];

    private IEnumerable<JsonElement> Bodies() => Enumerable.Range(0, _fixture.Wire.Sent.Count).Select(i => _fixture.Body(i));

    private static async Task<IReadOnlyList<string?>> ReadAsync(RecordQuery<Company> query) => [.. (await query.ToListAsync()).Select(row => row.Gsid)];
}
