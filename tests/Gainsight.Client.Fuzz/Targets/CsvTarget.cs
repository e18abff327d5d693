using Gainsight.Client.Fuzz.Mutations;

namespace Gainsight.Client.Fuzz.Targets;

/// <summary>The CSV of exports. The size of the reads must not change the rows, and rows written as CSV are read as they were.</summary>
internal sealed class CsvTarget : FuzzTarget
{
    public override string Name => "csv";

    public override byte[] Create(Random random) => Mutator.Bytes(Samples.OneOf(Samples.Tables, random), random);

    public override async Task RunAsync(byte[] input)
    {
        var whole = await RowsAsync(input, input.Length + 1);
        foreach (var size in (int[])[1, 7])
        {
            var parts = await RowsAsync(input, size);
            CheckException.ThrowIf(!whole.SequenceEqual(parts), "The size of the reads changes the rows.");
        }

        var text = string.Join("\r\n", whole.Where(row => row is not null).Select(row => string.Join(',', row!.Split('\0').Select(value => $"\"{value}\""))));
        var again = await RowsAsync(System.Text.Encoding.UTF8.GetBytes(text), text.Length + 1);
        CheckException.ThrowIf(
            Json.IsUtf8(input) && !input.Contains((byte)0) && !again.SequenceEqual(whole.Where(row => row is not null)) && text.Length > 0, "Rows do not survive writing.");
        await ReadRecordsAsync(input);
    }

    /// <summary>The rows, each with its values between zeros; null at the end if the text is not CSV.</summary>
    private static async Task<List<string?>> RowsAsync(byte[] input, int size)
    {
        using var stream = new PartStream(input, size);
        using var reader = new CsvReader(stream);
        var rows = new List<string?>();
        try
        {
            while (await reader.ReadRowAsync(CancellationToken.None))
            {
                rows.Add(string.Join('\0', Enumerable.Range(0, reader.Count).Select(index => Json.Text(reader.Value(index, out var isQuoted, out _)) is var value && isQuoted ? value : value.Replace("\"", "\"\"", StringComparison.Ordinal))));
            }
        }
        catch (CsvFormatException)
        {
            rows.Add(null);
        }

        return rows;
    }

    private static async Task ReadRecordsAsync(byte[] input)
    {
        using var stream = new PartStream(input, 64);
        using var reader = new CsvRecordReader<ObjectRecord>(new CsvReader(stream));
        try
        {
            while (await reader.ReadAsync(CancellationToken.None) is { Count: > 0 } rows)
            {
                foreach (var row in rows)
                {
                    RecordReading.ReadAll(row);
                }
            }
        }
        catch (Exception exception) when (exception is CsvFormatException or GainsightProtocolException)
        {
            // The text is not CSV.
        }
    }
}
