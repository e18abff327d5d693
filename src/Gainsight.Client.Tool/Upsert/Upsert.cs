using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Gainsight.Client.Tool;

/// <summary>One load of a CSV file: maps, checks and writes its rows, or says what would be written.</summary>
internal sealed class Upsert(UpsertSettings settings, ToolHost host) : IProgress<WriteProgress>
{
    private const int ShownProblems = 20;

    private readonly Progress _progress = new(host);

    /// <summary>The lines of the rows whose outcome is not known yet, by their position.</summary>
    private readonly ConcurrentDictionary<long, long> _lines = new();

    /// <summary>Runs the load.</summary>
    /// <param name="target">Where the rows go.</param>
    /// <param name="address">The host of the tenant, for the question.</param>
    /// <param name="cancellationToken">Stops the load. The rows until then are in the journal.</param>
    /// <returns>The exit code.</returns>
    [SuppressMessage("Reliability", "CA2000", Justification = "The results own the file.")]
    public async Task<int> RunAsync<T>(WriteTarget<T> target, string address, CancellationToken cancellationToken)
        where T : GainsightRecord, new()
    {
        var mapper = await MapperAsync(target, cancellationToken).ConfigureAwait(false);
        var total = await CountAsync(cancellationToken).ConfigureAwait(false);
        var found = $"{settings.Source.Columns.Count} columns separated by {(settings.Source.Delimiter == '\t' ? "tabs" : $"'{settings.Source.Delimiter}'")}, {settings.Source.EncodingName}";
        await host.TellAsync($"{settings.File}: {Rows(total)}, {found}.").ConfigureAwait(false);
        var results = new ResultFile(AtomicFile.Create(settings.Results));
        await using (results.ConfigureAwait(false))
        {
            if (settings.IsDryRun)
            {
                var previews = target.Preview(Map(mapper, cancellationToken), cancellationToken);
                var seen = await TellAsync(
                    previews, row => new(row.Index, $"{row.Status}", row.Gsid, row.Errors, row.Status == PreviewStatus.WouldFail), results, total, cancellationToken).ConfigureAwait(false);
                await results.CommitAsync(cancellationToken).ConfigureAwait(false);
                return await EndAsync(seen, "Nothing was written.").ConfigureAwait(false);
            }

            Agree(address, total);
            return await WriteAsync(target, mapper, total, results, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Report(WriteProgress value) => _progress.Tell(() => $"{value} …");

    private async Task<RecordMapper<T>> MapperAsync<T>(WriteTarget<T> target, CancellationToken cancellationToken)
        where T : GainsightRecord, new()
    {
        try
        {
            var mapper = await target.Area.MapAsync(settings.Map, cancellationToken).ConfigureAwait(false);
            var unknown = settings.Ignored.Except(settings.Source.Columns, StringComparer.OrdinalIgnoreCase).FirstOrDefault();
            if (unknown is not null)
            {
                throw new ToolException($"--ignore {unknown}: {settings.File} has no such column. It has {string.Join(", ", settings.Source.Columns)}.");
            }

            mapper.EnsureColumns(settings.Source.Columns.Where(IsUsed), target.Keys);
            return mapper;
        }
        catch (ArgumentException exception)
        {
            throw new ToolException($"{FailureText.Of(exception)} Map a column with --map COLUMN=FIELD, or leave it out with --ignore COLUMN.");
        }
    }

    private async Task<int> WriteAsync<T>(WriteTarget<T> target, RecordMapper<T> mapper, long total, ResultFile results, CancellationToken cancellationToken)
        where T : GainsightRecord, new()
    {
        SortedDictionary<string, (long Count, bool IsBad)> seen;
        using (var journal = OpenJournal())
        {
            if (journal is { Written: var written, InDoubt: var doubtful } && written + doubtful > 0)
            {
                var before = string.Create(CultureInfo.InvariantCulture, $"By {settings.Journal}, {Rows(written)} {(written == 1 ? "was" : "were")} written before, and {doubtful} may have been.");
                await host.TellAsync(before).ConfigureAwait(false);
                _ = settings.Resumes ? true : throw new ToolException($"Add --resume to go on with that load. If this is another one, delete {settings.Journal} first.");
            }

            var how = new WriteOptions
            {
                Journal = journal,
                Preflight = true,
                SkipUnchanged = true,
                VerifyBy = target.Keys,
                ExpectedTotal = total,
                Progress = this,
            };
            try
            {
                var outcomes = target.Write(Map(mapper, cancellationToken), how, cancellationToken);
                seen = await TellAsync(
                    outcomes, row => new(row.Index, $"{row.Status}", row.Gsid, row.Errors, !row.Succeeded), results, total, cancellationToken).ConfigureAwait(false);
                await results.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is GainsightException or OperationCanceledException)
            {
                await TellStopAsync("run the command again with --resume.").ConfigureAwait(false);
                throw;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                // The file changed while it was read, or a disk is full: to run the same command at once would fail again.
                await TellStopAsync("correct what is wrong first, and then run the command again with --resume.").ConfigureAwait(false);
                throw;
            }
        }

        if (!HasBad(seen))
        {
            // Otherwise the next load of a file of this name would have to say that it is another one.
            File.Delete(settings.Journal);
        }

        return await EndAsync(seen, "").ConfigureAwait(false);
    }

    private async Task TellStopAsync(string advice)
    {
        _progress.End();
        await host.TellAsync($"The load stopped. What was written is in {settings.Journal}: {advice}").ConfigureAwait(false);
    }

    private WriteJournal OpenJournal()
    {
        try
        {
            return WriteJournal.Open(settings.Journal);
        }
        catch (FormatException exception)
        {
            throw new ToolException($"{settings.Journal} cannot be used: {exception.Message} Delete it, or move it, to start again.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{settings.Journal} cannot be opened: {exception.Message}");
        }
    }

    private async IAsyncEnumerable<T> Map<T>(RecordMapper<T> mapper, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        where T : GainsightRecord, new()
    {
        long index = 0;
        await foreach (var row in settings.Source.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            _lines[index++] = row.Line;
            yield return row.Map(mapper, settings.Ignored).ForWriting();
        }
    }

    /// <summary>Counts the rows, and checks the quotation marks of the whole file.</summary>
    private async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await settings.Source.ReadAsync(cancellationToken).LongCountAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException exception)
        {
            throw new ToolException($"{exception.Message} Nothing was written.");
        }
    }

    private async Task<SortedDictionary<string, (long Count, bool IsBad)>> TellAsync<TRow>(
        IAsyncEnumerable<TRow> rows, Func<TRow, ResultRow> resultOf, ResultFile results, long total, CancellationToken cancellationToken)
    {
        var counts = new SortedDictionary<string, (long Count, bool IsBad)>(StringComparer.Ordinal);
        long done = 0, bad = 0;
        await foreach (var outcome in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var row = resultOf(outcome);
            _ = _lines.TryRemove(row.Index, out var line);
            results.Add(line, row);
            counts[row.Status] = (counts.GetValueOrDefault(row.Status).Count + 1, row.IsBad);
            if (row.IsBad && ++bad <= ShownProblems)
            {
                _progress.End();
                var more = bad == ShownProblems ? " Further ones are in the results only." : "";
                await host.TellAsync($"{settings.File}, line {line}: {row.Status}. {string.Join("; ", row.Errors.Select(error => error.Message))}{more}").ConfigureAwait(false);
            }

            done++;
            if (settings.IsDryRun)
            {
                Report(new() { Done = done, Total = total, Failed = bad });
            }
        }

        return counts;
    }

    private async Task<int> EndAsync(SortedDictionary<string, (long Count, bool IsBad)> seen, string end)
    {
        _progress.End();
        var counts = seen.Count == 0 ? "No rows" : string.Join(", ", seen.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Value.Count} {pair.Key}")));
        await host.Output.WriteLineAsync($"{counts}. {end}{(end.Length > 0 ? " " : "")}The result of each row is in {settings.Results}.").ConfigureAwait(false);
        return HasBad(seen) ? ExitCode.Differs : ExitCode.Success;
    }

    private static bool HasBad(SortedDictionary<string, (long Count, bool IsBad)> seen) => seen.Values.Any(each => each.IsBad);

    private void Agree(string address, long total)
    {
        if (settings.Agreed || total == 0)
        {
            return;
        }

        var question = $"This writes {Rows(total)} to {settings.ObjectName} of {address}.";
        if (host.Confirm is not { } confirm)
        {
            throw new ToolException($"{question} There is no terminal to ask on: add --yes.");
        }

        _ = confirm($"{question} Go ahead?") ? true : throw new ToolException("Nothing was written.");
    }

    private bool IsUsed(string column) => !settings.Ignored.Contains(column, StringComparer.OrdinalIgnoreCase);

    private static string Rows(long count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "row" : "rows")}");
}
