using System.Net;
using System.Text;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests.Bulk;

/// <summary>What the files of an export may look like, and when they are refused.</summary>
public sealed class ExportFileTests
{
    private static readonly Field[] Asked = [CompanyFields.Name, CompanyFields.Arr];

    [Theory]
    [InlineData("Name,Arr\nAcme,2000\n")]
    [InlineData("arr,NAME\n2000,Acme\n")]
    [InlineData("Name;Arr\nAcme;2000\n")]
    [InlineData("Name\tArr\r\nAcme\t2000\r\n")]
    public async Task Columns_are_found_in_any_order_case_and_with_any_separator(string csv)
    {
        var row = (await ReadAsync(Done(1, "p1"), Utf8(csv))).Should().ContainSingle().Which;

        (row.Name, row["Arr"], row["Name"]).Should().Be(("Acme", 2000m, "Acme"));
        Wire.Insert(row).Should().Contain("\"Arr\":2000");
    }

    [Fact]
    public async Task A_column_that_is_headed_by_its_label_is_that_of_the_field()
    {
        var describe = """[{"objectName":"Company","fields":[{"fieldName":"Arr","label":"Annual Revenue","dataType":"CURRENCY"},{"fieldName":"Name","label":"Name","dataType":"STRING"}]}]""";

        var row = (await ReadAsync(Done(1, "p1"), Utf8("Name,Annual Revenue\nAcme,5\n"), Json(StubHandler.Envelope(describe)))).Should().ContainSingle().Which;

        row.Arr.Should().Be(5);
    }

    [Fact]
    public async Task A_field_without_a_column_is_named()
    {
        Func<Task> read = () => ReadAsync(Done(1, "p1"), Utf8("Name,Other\nAcme,5\n"), Json("""{"result":false,"errorCode":"X"}"""));

        await read.Should().ThrowAsync<GainsightProtocolException>().WithMessage("*no column for Arr*");
    }

    [Theory]
    [InlineData("Name,Arr,Name\nAcme,5,Other\n")]
    [InlineData("Name,Arr,NAME\nAcme,5,Other\n")]
    [InlineData("Arr,NAME,Name\n5,Acme,Other\n")]
    public async Task A_column_that_comes_twice_is_refused(string csv)
    {
        Func<Task> read = () => ReadAsync(Done(1, "p1"), Utf8(csv));

        await read.Should().ThrowAsync<GainsightProtocolException>().WithMessage("*column Name twice*");
    }

    [Fact]
    public async Task A_part_that_is_listed_twice_is_not_read_twice()
    {
        var status = """{"data":{"jobStatus":"COMPLETED","chunkDetails":[{"chunkUrl":"/p1"},{"chunkUrl":"/p1"}]},"result":true}""";

        Func<Task> read = () => ReadAsync(Json(status), Utf8("Name,Arr\nA,1\n"));

        await read.Should().ThrowAsync<GainsightProtocolException>().WithMessage("*lists a chunk twice*");
    }

    [Fact]
    public async Task A_file_with_half_a_character_is_refused()
    {
        byte[] csv = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Name,Arr\nA"), 0x00, 0xD8, .. Encoding.Unicode.GetBytes("cme,5\n")];

        Func<Task> read = () => ReadAsync(Done(1, "p1"), File(csv, "text/csv"));

        await read.Should().ThrowAsync<GainsightProtocolException>().WithMessage("*not in the encoding of the file*");
    }

    [Fact]
    public async Task A_part_that_ends_within_a_value_is_not_read_as_a_shorter_value()
    {
        Func<Task> read = () => ReadAsync(Done(1, "p1"), Utf8("Name,Arr\nAcme,20"));

        await read.Should().ThrowAsync<GainsightProtocolException>().WithMessage("*cut off*");
    }

    [Fact]
    public async Task Parts_are_read_in_the_order_of_their_offsets()
    {
        var status = """{"data":{"jobStatus":"COMPLETED","totalRecords":2,"chunkDetails":[{"chunkUrl":"/p2","offset":1},{"chunkUrl":"/p1","offset":0}]},"result":true}""";

        var rows = await ReadAsync(Json(status), Utf8("Name,Arr\nA,1\n"), Utf8("Name,Arr\nB,2\n"));

        rows.Select(row => row.Name).Should().Equal("A", "B");
    }

    [Fact]
    public async Task An_empty_part_has_no_rows() => (await ReadAsync(Done(0, "p1"), Utf8(string.Empty))).Should().BeEmpty();

    [Fact]
    public async Task A_file_in_the_encoding_that_it_declares_is_read_and_one_in_none_is_refused()
    {
        var latin = Encoding.Latin1.GetBytes("Name,Arr\nCafé,1\n");
        var utf16 = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("Name,Arr\nCafé,1\n")).ToArray();

        (await ReadAsync(Done(1, "p1"), File(latin, "text/csv; charset=ISO-8859-1"))).Single().Name.Should().Be("Café");
        (await ReadAsync(Done(1, "p1"), File(utf16, "text/csv"))).Single().Name.Should().Be("Café");
        await FluentActions.Awaiting(() => ReadAsync(Done(1, "p1"), File(latin, "text/csv"))).Should().ThrowAsync<GainsightProtocolException>().WithMessage("*not UTF-8*");
    }

    [Theory]
    [InlineData("CANCELLED")]
    [InlineData("ERROR")]
    [InlineData("EXPIRED")]
    [InlineData("Put aside")]
    public async Task A_job_that_ends_in_another_state_is_given_up_on_with_the_name_of_the_state(string state)
    {
        var clock = Clock();
        var start = clock.GetUtcNow();

        Func<Task> read = () => ReadAsync(clock, Job, Json($$"""{"data":{"jobStatus":"{{state}}"},"result":true}"""));

        (await read.Should().ThrowAsync<GainsightExportException>()).WithMessage($"*{state}*").Which.Status.Should().Be(state);
        (clock.GetUtcNow() - start).Should().BeLessThan(TimeSpan.FromMinutes(10));
    }

    [Fact]
    public void A_job_with_a_negative_number_is_refused_before_a_call()
    {
        using var client = Client(Clock(), new StubHandler());

        client.Invoking(it => it.Bulk.ReadExportAsync<Company>(Job with { NextChunk = -1 })).Should().Throw<ArgumentException>().WithMessage("*NextChunk*");
    }

    private static ExportJob Job => new() { ObjectName = "Company", StatusAddress = "/status", Fields = [.. Asked.Select(each => each.Name)] };

    private static VirtualClock Clock()
    {
        var clock = new VirtualClock();
        clock.StartJumping();
        return clock;
    }

    private static GainsightClient Client(VirtualClock clock, StubHandler wire) => new(new GainsightClientOptions
    {
        Tenant = "export-files",
        Credential = new AccessKeyCredential("key"),
        PrimaryHandler = new InFlightHandler(clock, wire),
        TimeProvider = clock,
    });

    private static Task<List<Company>> ReadAsync(params HttpContent[] answers) => ReadAsync(Clock(), Job, answers);

    private static async Task<List<Company>> ReadAsync(VirtualClock clock, ExportJob job, params HttpContent[] answers)
    {
        using var wire = new StubHandler();
        foreach (var answer in answers)
        {
            var bytes = await answer.ReadAsByteArrayAsync();
            var type = answer.Headers.ContentType;
            wire.Do((_, _) =>
            {
                var content = new ByteArrayContent(bytes);
                content.Headers.ContentType = type;
                return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
            });
        }

        using var client = Client(clock, wire);
        List<Company> rows = [];
        await foreach (var row in client.Bulk.ReadExportAsync<Company>(job))
        {
            rows.Add(row);
        }

        return rows;
    }

    private static StringContent Done(int rows, string part) =>
        Json($$"""{"data":{"jobStatus":"COMPLETED","totalRecords":{{rows}},"chunkDetails":[{"chunkUrl":"/{{part}}","offset":0}]},"result":true}""");

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    private static ByteArrayContent Utf8(string csv) => File(Encoding.UTF8.GetBytes(csv), "text/csv");

    private static ByteArrayContent File(byte[] bytes, string type)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }
}
