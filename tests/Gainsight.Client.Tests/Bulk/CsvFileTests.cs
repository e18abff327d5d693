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
        var chosen = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
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
    [InlineData(null, "utf-7", "encoding")]
    [InlineData(null, "utf-7", "encoding", "a file that is not there")]
    public async Task A_delimiter_or_an_encoding_that_is_none_is_told(string? delimiter, string? encoding, string parameter, string? path = null)
    {
        await File.WriteAllTextAsync(_path, "Name\nElm\n");

        (await FluentActions.Awaiting(() => CsvFile.OpenAsync(path ?? _path, delimiter, encoding)).Should().ThrowAsync<ArgumentException>()).WithParameterName(parameter);
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

    [Theory]
    [InlineData(100, "\n", 3)]
    [InlineData(40_000, "\n", 3)]
    [InlineData(40_000, "\r\n", 3)]
    [InlineData(65_529, "\r\n", 3)]
    [InlineData(200_000, "\r", 3)]
    public async Task A_broken_byte_in_a_file_in_utf_8_is_told_with_its_line_and_does_not_make_it_another_encoding(int length, string lineEnd, int line)
    {
        await File.WriteAllBytesAsync(_path, [.. Encoding.UTF8.GetBytes($"Name{lineEnd}{new string('x', length)}{lineEnd}a"), 0xE9, .. Encoding.UTF8.GetBytes($"b{lineEnd}Café{lineEnd}")]);

        (await FluentActions.Awaiting(() => CsvFile.OpenAsync(_path)).Should().ThrowAsync<InvalidDataException>())
            .WithMessage($"{_path}, line {line}: it is not in the encoding utf-8, but other lines are. *name the encoding*");
        (await RowsAsync(await CsvFile.OpenAsync(_path, encoding: "windows-1252")))[2].Cells.Should().Equal("CafÃ©");
    }

    [Fact]
    public async Task A_character_at_the_border_of_two_reads_is_found()
    {
        await File.WriteAllBytesAsync(_path, [.. "Name\n"u8, 0xE9, .. "\n"u8, .. Encoding.UTF8.GetBytes(new string('x', (64 * 1024) - 8)), .. "é\n"u8]);

        await FluentActions.Awaiting(() => CsvFile.OpenAsync(_path)).Should().ThrowAsync<InvalidDataException>();
    }

    [Theory]
    [InlineData("utf-16", "utf-8")]
    [InlineData("utf-8", "windows-1252")]
    [InlineData("utf-16BE", "utf-16")]
    [InlineData("utf-32", "utf-16")]
    public async Task An_encoding_that_is_not_that_of_the_byte_order_mark_is_told(string mark, string given)
    {
        await File.WriteAllTextAsync(_path, "Name\nElm\n", Encoding.GetEncoding(mark));

        (await FluentActions.Awaiting(() => CsvFile.OpenAsync(_path, encoding: given)).Should().ThrowAsync<InvalidDataException>())
            .WithMessage($"{_path} starts with the byte order mark of {mark}, so it is not in the encoding {given}. Leave it out*");
        (await CsvFile.OpenAsync(_path, encoding: mark)).Columns.Should().Equal("Name");
        (await CsvFile.OpenAsync(_path)).Columns.Should().Equal("Name");
    }

    [Fact]
    public async Task The_process_gets_no_encodings()
    {
        await File.WriteAllBytesAsync(_path, [.. "Name\n"u8, 0xE9, .. "\n"u8]);

        _ = await CsvFile.OpenAsync(_path);

        FluentActions.Invoking(() => Encoding.GetEncoding(1252)).Should().Throw<NotSupportedException>();
    }

    [Fact]
    public async Task A_file_is_not_searched_after_the_token_is_cancelled()
    {
        await File.WriteAllBytesAsync(_path, [.. "Name\n"u8, 0, .. "\n"u8]);

        await FluentActions.Awaiting(() => CsvFile.OpenAsync(_path, cancellationToken: new CancellationToken(canceled: true))).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_file_that_changes_after_it_was_opened_is_told()
    {
        await File.WriteAllTextAsync(_path, "Name\nElm\nFir\n");
        var file = await CsvFile.OpenAsync(_path);
        await File.WriteAllBytesAsync(_path, [.. "Name\nElm\nF"u8, 0xFF, .. "r\n"u8]);

        (await FluentActions.Awaiting(() => RowsAsync(file)).Should().ThrowAsync<InvalidDataException>()).WithMessage($"{_path}, line 3: a value has bytes that are not UTF-8.*");
    }

    [Fact]
    public async Task A_delimiter_at_the_end_of_the_first_line_makes_no_column()
    {
        await File.WriteAllTextAsync(_path, "Name;Arr;;\nElm;5;;\nFir;6; ;\nGum;7\nOak;8;9;\nYew;9;;;\n");

        var file = await CsvFile.OpenAsync(_path);

        file.Columns.Should().Equal("Name", "Arr");
        (await RowsAsync(file)).Select(row => row.Cells.Count).Should().Equal(2, 2, 2, 4, 5);
    }

    [Fact]
    public async Task A_delimiter_after_the_only_name_is_found()
    {
        await File.WriteAllTextAsync(_path, "Name;\nElm;\n");

        var file = await CsvFile.OpenAsync(_path);

        (file.Delimiter, file.Columns.Single(), (await RowsAsync(file)).Single().Cells.Single()).Should().Be((';', "Name", "Elm"));
    }

    [Fact]
    public async Task A_first_line_without_a_name_is_told()
    {
        await File.WriteAllTextAsync(_path, ";;\nElm;5;\n");

        (await FluentActions.Awaiting(() => CsvFile.OpenAsync(_path)).Should().ThrowAsync<InvalidDataException>()).WithMessage($"{_path}: its first line has no name.*");
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
