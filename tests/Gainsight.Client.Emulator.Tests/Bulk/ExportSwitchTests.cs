using System.Text;
using System.Text.Json;

namespace Gainsight.Client.Emulator.Tests;

public sealed class ExportSwitchTests
{
    private const string Query = """{"select":["Name","Arr","Csm__gr.Name"],"orderBy":{"Name":"asc"}}""";

    [Theory]
    [InlineData("""{"ExportHeader":"Labels"}""", "Company Name,ARR,CSM Name\r\nA;b,1.5,\r\n")]
    [InlineData("""{"ExportSeparator":";"}""", "Name;Arr;Csm__gr.Name\r\n\"A;b\";1.5;\r\n")]
    [InlineData("""{"ExportSeparator":"\t"}""", "Name\tArr\tCsm__gr.Name\r\nA;b\t1.5\t\r\n")]
    [InlineData("""{"ExportOmitsField":"arr"}""", "Name,Csm__gr.Name\r\nA;b,\r\n")]
    public async Task The_file_differs_from_what_was_asked_for(string switches, string expected)
    {
        using var tenant = Create(switches);
        tenant.Companies.Field("Name").Label = "Company Name";
        tenant.Companies.Field("Arr").Label = "ARR";
        tenant.Companies.Field("Csm").Label = "CSM";
        _ = tenant.Companies.Insert(("Name", "A;b"), ("Arr", 1.5m));

        var parts = await PartsAsync(tenant);

        (await tenant.SendAsync(HttpMethod.Get, parts.Single())).Text.Should().Be(expected);
    }

    [Fact]
    public async Task Parts_may_be_listed_in_any_order_and_hold_every_row_once()
    {
        using var tenant = Create("""{"ExportChunksAreShuffled":true}""");
        tenant.Emulator.Limits.RowsPerExportChunk = 2;
        for (var i = 0; i < 11; i++)
        {
            _ = tenant.Companies.Insert(("Name", $"c{i:00}"));
        }

        var names = new List<string>();
        var parts = await PartsAsync(tenant);
        foreach (var part in parts)
        {
            names.AddRange((await tenant.SendAsync(HttpMethod.Get, part)).Text.Split("\r\n").Skip(1).Where(line => line.Length > 0).Select(line => line[..3]));
        }

        parts.Should().HaveCount(6).And.NotBeInAscendingOrder(StringComparer.Ordinal);
        names.Should().HaveCount(11).And.OnlyHaveUniqueItems().And.NotBeInAscendingOrder(StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(EmptyChunkForm.HeaderOnly, "Name,Arr,Csm__gr.Name\r\n")]
    [InlineData(EmptyChunkForm.NoBytes, "")]
    public async Task An_export_may_end_with_a_part_without_rows(EmptyChunkForm form, string expected)
    {
        using var tenant = Create("{}");
        tenant.Emulator.Switches.EmptyExportChunk = form;
        _ = tenant.Companies.Insert(("Name", "a"));

        var parts = await PartsAsync(tenant);

        parts.Should().HaveCount(2);
        (await tenant.SendAsync(HttpMethod.Get, parts[0])).Text.Should().EndWith("a,,\r\n");
        (await tenant.SendAsync(HttpMethod.Get, parts[1])).Text.Should().Be(expected);
    }

    public static TheoryData<TextEncodingForm, string, byte[]> Encodings => new()
    {
        { TextEncodingForm.Utf8, "utf-8", [0xC3, 0xA9] },
        { TextEncodingForm.Utf8WithMark, "utf-8", [0xEF, 0xBB, 0xBF, (byte)'N'] },
        { TextEncodingForm.Utf16, "utf-16", [0xFF, 0xFE, (byte)'N', 0] },
        { TextEncodingForm.Latin1, "iso-8859-1", [(byte)'\r', (byte)'\n', 0xE9] },
        { TextEncodingForm.Latin1Undeclared, "utf-8", [(byte)'\r', (byte)'\n', 0xE9] },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task A_part_has_any_encoding(TextEncodingForm form, string charset, byte[] contained)
    {
        using var tenant = Create("{}");
        tenant.Emulator.Switches.ExportEncoding = form;
        _ = tenant.Companies.Insert(("Name", "é"));

        using var response = await tenant.Http.GetAsync(new Uri((await PartsAsync(tenant)).Single(), UriKind.RelativeOrAbsolute));
        var bytes = await response.Content.ReadAsByteArrayAsync();

        response.Content.Headers.ContentType!.CharSet.Should().Be(charset);
        bytes.AsSpan().IndexOf(contained).Should().BeGreaterThanOrEqualTo(0);
    }

    [Theory]
    [InlineData(TextEncodingForm.Utf8WithMark)]
    [InlineData(TextEncodingForm.Utf16)]
    [InlineData(TextEncodingForm.Latin1)]
    [InlineData(TextEncodingForm.Latin1Undeclared)]
    public async Task JSON_has_any_encoding(TextEncodingForm form)
    {
        using var tenant = Create("{}");
        tenant.Emulator.Switches.ResponseEncoding = form;
        _ = tenant.Companies.Insert(("Name", "é"));
        using var content = new StringContent("""{"select":["Name"]}""");

        using var response = await tenant.Http.PostAsync(new Uri("/v1/data/objects/query/Company", UriKind.Relative), content);
        var bytes = await response.Content.ReadAsByteArrayAsync();

        var encoding = TextEncodings.Of(form);
        var preamble = encoding.GetPreamble();
        bytes[..preamble.Length].Should().Equal(preamble);
        encoding.GetString(bytes[preamble.Length..]).Should().Contain("\"é\"");
    }

    [Fact]
    public async Task The_response_with_a_token_may_have_a_byte_order_mark()
    {
        using var tenant = new Tenant();
        tenant.Emulator.AddClient("id", "secret");
        tenant.Emulator.Switches.TokenHasByteOrderMark = true;
        tenant.Http.DefaultRequestHeaders.Remove("Accesskey");
        tenant.Http.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String("id:secret"u8));

        using var response = await tenant.Http.PostAsync(new Uri("/v1/users/m2m/oauth/token", UriKind.Relative), null);
        var bytes = await response.Content.ReadAsByteArrayAsync();

        bytes[..3].Should().Equal(Encoding.UTF8.Preamble.ToArray());
        JsonDocument.Parse(bytes.AsMemory(3)).RootElement.GetProperty("token_type").GetString().Should().Be("Bearer");
    }

    private static Tenant Create(string switches)
    {
        var tenant = new Tenant();
        tenant.Emulator.Load($$"""{"limits":{"JobStep":0},"switches":{{switches}} }""");
        return tenant;
    }

    private static async Task<List<string>> PartsAsync(Tenant tenant)
    {
        var job = await tenant.SendAsync(HttpMethod.Post, "/v3/exports/data/bulk/Company", Query);
        var status = await tenant.SendAsync(HttpMethod.Get, "/" + job.Data.GetProperty("statusURL").GetString());
        return [.. status.Data.GetProperty("chunkDetails").EnumerateArray().Select(part => "/" + part.GetProperty("chunkURL").GetString())];
    }
}
