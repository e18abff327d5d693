namespace WarehouseSync;

/// <summary>One load: maps, checks and writes the rows, or says what would be written.</summary>
internal sealed class Load(Source source, FieldMap map, string results, bool resumes, bool isDryRun, TextWriter output)
    : IProgress<WriteProgress>
{
    private long _nextProgress;
    public async Task<bool> RunAsync<T>(Target<T> target, CancellationToken stop)
        where T : GainsightRecord, new()
    {
        using var journal = isDryRun ? null : WriteJournal.Open(results);
        if (journal is { Written: var written, InDoubt: var doubtful } && written + doubtful > 0)
        {
            await output.WriteLineAsync($"By {results}, {written} rows were written before, and {doubtful} may have been.");
            _ = resumes ? true : throw new ArgumentException("Add --resume to go on with that load, or name another file by --results.");
        }
        var mapper = await target.Area.MapAsync(map, stop);
        IReadOnlyList<string> ignored = [];
        var table = source.Read(columns => ignored = mapper.EnsureColumns(columns, target.Keys), stop);
        var total = await CountAsync(table, stop);
        await output.WriteLineAsync($"{total} rows of {source.Text}.");
        await output.WriteAsync(ignored is [] ? "" : $"Columns without a field of their name are ignored: {string.Join(", ", ignored)}.\n");
        var how = new WriteOptions
        {
            Journal = journal,
            Preflight = true,
            SkipUnchanged = true,
            VerifyBy = target.Keys,
            ExpectedTotal = total,
            Progress = this,
        };
        var rows = table.Select(row => (row is CsvRow csv ? csv.Map(mapper) : mapper.Map((DbDataReader)row)).ForWriting());
        var outcomes = isDryRun
            ? target.Preview(rows, stop).Select(row => (row.Index, $"{row.Status}", row.Status == PreviewStatus.WouldFail, row.Errors))
            : target.Write(rows, how, stop).Select(row => (row.Index, $"{row.Status}", !row.Succeeded, row.Errors));
        (var counts, var bad) = (new SortedDictionary<string, int>(), 0);
        await foreach ((var index, var status, var isBad, var errors) in outcomes)
        {
            counts[status] = counts.GetValueOrDefault(status) + 1;
            if (isBad && ++bad <= 20)
            {
                await output.WriteLineAsync($"  row {index + 1}: {status}. {string.Join("; ", errors.Select(error => error.Message))}");
            }
        }
        var end = isDryRun ? "Nothing was written." : $"The result of each row is in {results}.";
        var said = counts.Count == 0 ? "No rows" : string.Join(", ", counts.Select(count => $"{count.Value} {count.Key}"));
        await output.WriteLineAsync($"{said}. {end}");
        return bad == 0;
    }
    /// <summary>Reads the whole source before the first write: a file that is not CSV to its end is not written half.</summary>
    private static async Task<long> CountAsync(IAsyncEnumerable<object> table, CancellationToken stop)
    {
        try
        {
            return await table.LongCountAsync(stop);
        }
        catch (InvalidDataException problem)
        {
            throw new InvalidDataException($"{problem.Message} Nothing was written.");
        }
    }
    /// <summary>Says at most once a second how far the write is.</summary>
    public void Report(WriteProgress value)
    {
        if (Environment.TickCount64 >= _nextProgress || value.Done == value.Total)
        {
            _nextProgress = Environment.TickCount64 + 1000;
            output.WriteLine($"  {value}");
        }
    }
}
