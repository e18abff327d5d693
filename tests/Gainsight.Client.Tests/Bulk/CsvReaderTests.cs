using System.Text;
using CsvHelper;
using FsCheck;
using FsCheck.Fluent;

namespace Gainsight.Client.Tests.Bulk;

public sealed class CsvReaderTests
{
    [Fact]
    public void Whatever_another_library_writes_is_read_as_it_was_in_reads_of_any_size() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Tables(), table =>
        {
            var rows = ReadAsync(Write(table.Rows, table.LineEnd), table.ReadSize).GetAwaiter().GetResult();

            rows.Select(row => row.Values).Should().BeEquivalentTo(table.Rows, options => options.WithStrictOrdering());
        }));

    [Fact]
    public void Whatever_is_read_becomes_records_with_the_same_values() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Tables(), table =>
        {
            string[] header = [.. Enumerable.Range(0, table.Rows[0].Length).Select(i => $"Field_{i}__gc")];
            using var stream = new SlowStream(Write([header, .. table.Rows], table.LineEnd), table.ReadSize);
            using var reader = new CsvRecordReader<ObjectRecord>(new CsvReader(stream));
            List<ObjectRecord> records = [];
            IReadOnlyList<ObjectRecord> block;
            while ((block = reader.ReadAsync(CancellationToken.None).GetAwaiter().GetResult()).Count > 0)
            {
                records.AddRange(block);
            }

            // An empty line is a row only if there is one column. An empty value without quotes is null.
            string[][] expected = [.. table.Rows.Where(row => header.Length == 1 || row.Any(value => value.Length > 0) || row.Length > 1)];
            records.Select(record => header.Select(name => (string?)record[name] ?? string.Empty).ToArray())
                .Should().BeEquivalentTo(expected, options => options.WithStrictOrdering());
        }));

    [Theory]
    [InlineData("a,b\r\n1,2\r\n")]
    [InlineData("a,b\n1,2\n")]
    [InlineData("a,b\r1,2\r")]
    [InlineData("a,b\n1,2")]
    [InlineData("\uFEFFa,b\n1,2")]
    [InlineData("\uFEFF\"a\",\"b\"\n\"1\",\"2\"")]
    public async Task Every_end_of_a_line_is_one_and_a_mark_at_the_beginning_is_none_of_the_text(string csv)
    {
        foreach (var size in (int[])[1, 2, 3, 100])
        {
            (await ReadAsync(Encoding.UTF8.GetBytes(csv), size)).Select(row => string.Join('|', row.Values)).Should().Equal("a|b", "1|2");
        }
    }

    [Theory]
    [InlineData("a\n\"b", 2, "not closed")]
    [InlineData("a\n\"b\"c", 2, "closing quote")]
    [InlineData("a\nb\n\"c\" \n", 3, "closing quote")]
    public async Task What_is_no_csv_is_named_by_its_row_and_not_by_its_text(string csv, int row, string problem)
    {
        Func<Task> read = () => ReadAsync(Encoding.UTF8.GetBytes(csv), 2);

        var failure = (await read.Should().ThrowAsync<CsvFormatException>()).Which;
        failure.Row.Should().Be(row);
        failure.Problem.Should().Contain(problem);
    }

    [Fact]
    public async Task Nothing_without_quotes_is_null_and_nothing_with_quotes_is_empty()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("A,B\n,\"\"\n"));
        using var reader = new CsvRecordReader<ObjectRecord>(new CsvReader(stream));

        var row = (await reader.ReadAsync(CancellationToken.None)).Should().ContainSingle().Which;

        (row["A"], row["B"]).Should().Be((null, string.Empty));
        (row.IsSet("A"), row.IsSet("B")).Should().Be((true, true));
    }

    [Theory]
    [InlineData("A,B\n1\n")]
    [InlineData("A,B\n1,2,3\n")]
    public async Task A_row_with_more_or_fewer_values_than_columns_is_no_row(string csv)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        using var reader = new CsvRecordReader<ObjectRecord>(new CsvReader(stream));

        await reader.Invoking(each => each.ReadAsync(CancellationToken.None)).Should().ThrowAsync<CsvFormatException>();
    }

    [Fact]
    public async Task Text_that_is_not_utf8_is_not_guessed_at()
    {
        using var stream = new MemoryStream([.. "A\n"u8, 0xFF, 0xFE, .. "\n"u8]);
        using var reader = new CsvRecordReader<ObjectRecord>(new CsvReader(stream));

        await reader.Invoking(each => each.ReadAsync(CancellationToken.None)).Should().ThrowAsync<CsvFormatException>();
    }

    [Fact]
    public void A_row_with_more_values_than_any_object_has_fields_is_refused()
    {
        using var stream = new SlowStream(Encoding.ASCII.GetBytes(new string(',', 31_000_000)), int.MaxValue);
        using var reader = new CsvReader(stream);

        // The stream is in memory, so the read ends on this thread, whose allocations are counted.
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = reader.ReadRowAsync(CancellationToken.None).AsTask();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        read.IsFaulted.Should().BeTrue();
        read.Exception!.InnerException.Should().BeOfType<CsvFormatException>().Which.Problem.Should().Contain("2000");
        allocated.Should().BeLessThan(10_000_000);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("x")]
    public async Task A_long_value_that_comes_in_small_reads_is_read_once(string text)
    {
        var csv = Encoding.ASCII.GetBytes($"\"{string.Concat(Enumerable.Repeat(text, 4_000_000 / text.Length))}\"\n");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        using var reader = new CsvReader(new SlowStream(csv, 1_000));

        (await reader.ReadRowAsync(CancellationToken.None)).Should().BeTrue();

        reader.Value(0, out _, out _).Length.Should().Be(4_000_000);
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(2));
    }

    private static byte[] Write(string[][] rows, string lineEnd)
    {
        using var stream = new MemoryStream();
        using (var writer = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = lineEnd }, leaveOpen: true))
        {
            foreach (var row in rows)
            {
                foreach (var value in row)
                {
                    writer.WriteField(value);
                }

                writer.EndRecord();
            }
        }

        return stream.ToArray();
    }

    private static async Task<Row[]> ReadAsync(byte[] csv, int readSize)
    {
        using var stream = new SlowStream(csv, readSize);
        using var reader = new CsvReader(stream);
        List<Row> rows = [];
        var raw = new MemoryStream();
        while (await reader.ReadRowAsync(CancellationToken.None))
        {
            raw.Write(reader.Row.Span);
            rows.Add(new Row([.. Enumerable.Range(0, reader.Count).Select(i => ValueOf(reader, i))]));
        }

        raw.ToArray().Should().Equal(csv, "the rows as they came are the whole file");
        return [.. rows];
    }

    private static string ValueOf(CsvReader reader, int index)
    {
        var text = Encoding.UTF8.GetString(reader.Value(index, out _, out var hasQuotes));
        return hasQuotes ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }

    private static Arbitrary<Table> Tables()
    {
        var values = Gen.Choose(0, 12).SelectMany(length => Gen.ArrayOf(
            Gen.Elements("a", "B", "7", ",", "\"", "\r", "\n", "\r\n", " ", "\\", "\t", "\u0001", "é", "漢", "🚀", ";", "{"), length))
            .Select(string.Concat);
        var tables =
            from columns in Gen.Choose(1, 6)
            from count in Gen.Choose(1, 150)
            from rows in Gen.ArrayOf(Gen.ArrayOf(values, columns), count)
            from lineEnd in Gen.Elements("\r\n", "\n")
            from readSize in Gen.Elements(1, 2, 7, 64, 1000, 100_000)
            select new Table(rows, lineEnd, readSize);
        return tables.ToArbitrary();
    }

    private sealed record Row(string[] Values);

    private sealed record Table(string[][] Rows, string LineEnd, int ReadSize);
}
