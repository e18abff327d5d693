using System.Text;
using CsvHelper;

namespace Gainsight.Client.Tests.Bulk;

public sealed class CsvFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    [Theory]
    [InlineData(",", "utf-8", false)]
    [InlineData(";", "windows-1252", false)]
    [InlineData("\t", "utf-16", true)]
    [InlineData("|", "utf-16BE", true)]
    [InlineData(";", "utf-8", true)]
    public async Task The_delimiter_and_the_encoding_are_found(string delimiter, string encoding, bool hasMark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var chosen = Encoding.GetEncoding(encoding);
        var text = chosen.GetBytes($" Name{delimiter}\"A, b; c\"\r\nCafé{delimiter}5\r\n");
        await File.WriteAllBytesAsync(_path, hasMark ? [.. chosen.GetPreamble(), .. text] : text);

        var file = await CsvFile.OpenAsync(_path);

        (file.Delimiter.ToString(), file.EncodingName).Should().Be((delimiter, chosen.WebName.ToLowerInvariant() is "utf-16be" ? chosen.WebName : encoding));
        file.Columns.Should().Equal("Name", "A, b; c");
        (await RowsAsync(file)).Single().Cells.Should().Equal("Café", "5");
    }

    [Fact]
    public async Task Rows_have_the_lines_on_which_they_start_and_empty_lines_are_left_out()
    {
        await File.WriteAllTextAsync(_path, "\r\nName,Arr\r\n\"a\r\nb\",1\n\n\"say \"\"hi\"\"\",2\rc,3");

        var rows = await RowsAsync(await CsvFile.OpenAsync(_path));

        rows.Select(row => (row.Line, row.Cells[0])).Should().Equal((3, "a\r\nb"), (6, "say \"hi\""), (7, "c"));
    }

    [Theory]
    [InlineData("Name,Arr\nElm,7\n\"Fir,8\nGum,9\n", 3, "a quote is not closed")]
    [InlineData("Name,Arr\n\"a\nb\",1\n\"Fir\"x,8\n", 4, "closing quote")]
    [InlineData("Name,Arr\nFir\",8\n", 2, "without quotes around it has a quote")]
    public async Task What_is_no_csv_is_told_with_file_and_line(string text, int line, string problem)
    {
        await File.WriteAllTextAsync(_path, text);
        var file = await CsvFile.OpenAsync(_path);

        (await FluentActions.Awaiting(() => RowsAsync(file)).Should().ThrowAsync<InvalidDataException>())
            .WithMessage($"{_path}, line {line}: *{problem}*");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\r\n")]
    [InlineData("\uFEFF")]
    public async Task A_file_without_columns_is_told(string text)
    {
        await File.WriteAllTextAsync(_path, text);

        (await FluentActions.Awaiting(() => CsvFile.OpenAsync(_path)).Should().ThrowAsync<InvalidDataException>()).WithMessage($"{_path} is empty. Its first line must name the columns.");
    }

    [Theory]
    [InlineData("", null, "delimiter")]
    [InlineData("ab", null, "delimiter")]
    [InlineData("\"", null, "delimiter")]
    [InlineData("x", null, "delimiter")]
    [InlineData(null, "klingon", "encoding")]
    [InlineData(null, "", "encoding")]
    public async Task A_delimiter_or_an_encoding_that_is_none_is_told(string? delimiter, string? encoding, string parameter)
    {
        await File.WriteAllTextAsync(_path, "Name\nElm\n");

        (await FluentActions.Awaiting(() => CsvFile.OpenAsync(_path, delimiter, encoding)).Should().ThrowAsync<ArgumentException>()).WithParameterName(parameter);
    }

    [Theory]
    [InlineData("tab")]
    [InlineData("\\t")]
    [InlineData("\t")]
    public async Task A_tab_has_a_name(string delimiter)
    {
        await File.WriteAllTextAsync(_path, "Name,x\tArr\nElm\t5\n");

        (await CsvFile.OpenAsync(_path, delimiter)).Columns.Should().Equal("Name,x", "Arr");
    }

    [Fact]
    public async Task No_byte_is_replaced()
    {
        await File.WriteAllBytesAsync(_path, [.. "Name\n"u8, 0xE9, .. "\n"u8]);

        (await FluentActions.Awaiting(() => CsvFile.OpenAsync(_path, encoding: "utf-8")).Should().ThrowAsync<InvalidDataException>()).WithMessage("*is not in the encoding utf-8*");
        (await RowsAsync(await CsvFile.OpenAsync(_path))).Single().Cells.Should().Equal("é");
    }

    [Fact]
    public async Task A_quote_in_a_name_does_not_hide_the_delimiter()
    {
        await File.WriteAllTextAsync(_path, "\"Name\";\"Arr\"\n\"Elm\";5\n");

        (await CsvFile.OpenAsync(_path)).Columns.Should().Equal("Name", "Arr");
    }

    [Fact]
    public async Task Whatever_another_library_writes_is_read_as_it_was()
    {
        string[][] rows = [["Name", "Note"], ["a,b", "line\r\nbreak"], ["\"q\"", " "], ["é", ""]];
        await using (var csv = CsvWriter.ToFile(_path))
        {
            foreach (var row in rows)
            {
                foreach (var cell in row)
                {
                    csv.WriteField(cell);
                }

                await csv.EndRecordAsync();
            }
        }

        var file = await CsvFile.OpenAsync(_path);

        (await RowsAsync(file)).Select(row => string.Join('|', row.Cells)).Should().Equal(rows.Skip(1).Select(row => string.Join('|', row)));
    }

    public void Dispose() => File.Delete(_path);

    private static async Task<List<CsvRow>> RowsAsync(CsvFile file)
    {
        List<CsvRow> rows = [];
        await foreach (var row in file.ReadAsync())
        {
            rows.Add(row);
        }

        return rows;
    }
}
