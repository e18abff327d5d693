using System.CommandLine;
using System.Data.Common;
using System.Globalization;

namespace Gainsight.Client.Tool;

/// <summary>Where the rows of a command go: the options, and what they mean together.</summary>
internal sealed class RowOutput
{
    private readonly Option<string?> _file = new("--output", "-o") { HelpName = "FILE", Description = "The file to write. It appears when it is complete. Default: the output." };

    private readonly Option<string?> _format = new Option<string?>("--format") { HelpName = "csv|jsonl|table", Description = "Default: by the name of the file, else a table on a terminal, else csv." }
        .AcceptOnlyFromAmong("csv", "jsonl", "table");

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="needsFile">Whether the rows must go to a file.</param>
    public void AddTo(Command command, bool needsFile = false)
    {
        _file.Required = needsFile;
        _file.Description = needsFile ? "The file to write. It appears when it is complete." : _file.Description;
        _format.HelpName = needsFile ? "csv|jsonl" : _format.HelpName;
        _format.Description = needsFile ? "Default: by the name of the file, else csv." : _format.Description;
        command.Add(_file);
        command.Add(_format);
        command.Validators.Add(result =>
        {
            // The words, because a value that is not accepted cannot be asked for.
            if (result.GetResult(_format)?.Tokens is [{ Value: "table" }] && result.GetResult(_file) is not null)
            {
                result.AddError("A table is for a terminal. Give --format csv or jsonl for a file.");
            }
        });
    }

    /// <summary>Writes rows.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="host">The surroundings.</param>
    /// <param name="openAsync">Opens the rows. It is called when the file can be written.</param>
    /// <param name="progress">Tells how far it is.</param>
    /// <param name="cancellationToken">Stops the command. No file is left.</param>
    public async Task WriteAsync(
        ParseResult parsed, ToolHost host, Func<Task<DbDataReader>> openAsync, Progress progress, CancellationToken cancellationToken)
    {
        var path = parsed.GetValue(_file);
        var format = FormatOf(parsed.GetValue(_format), path, host);
        long count = 0;
        void Count()
        {
            count++;
            progress.Tell(() => $"{Rows(count)} …");
        }

        if (path is not null)
        {
            var file = AtomicFile.Create(path);
            await using (file.ConfigureAwait(false))
            {
                var rows = await openAsync().ConfigureAwait(false);
                await using (rows.ConfigureAwait(false))
                {
                    await RowWriter.WriteAsync(rows, file.Stream, format, Count, cancellationToken).ConfigureAwait(false);
                }

                await file.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        else
        {
            var rows = await openAsync().ConfigureAwait(false);
            await using (rows.ConfigureAwait(false))
            {
                if (format == RowFormat.Table)
                {
                    if (await RowWriter.ShowAsync(rows, host.OutputConsole, Count, cancellationToken).ConfigureAwait(false))
                    {
                        progress.End();
                        await host.TellAsync($"There are more rows than {RowWriter.MaxTableRows}. Write them to a file with -o rows.csv.").ConfigureAwait(false);
                    }
                }
                else
                {
                    await WriteToOutputAsync(rows, host, format, Count, cancellationToken).ConfigureAwait(false);
                }
            }
        }

        progress.End();
        await host.TellAsync(path is null ? $"{Rows(count)}." : $"{Rows(count)} in {path}.").ConfigureAwait(false);
    }

    private static async Task WriteToOutputAsync(DbDataReader rows, ToolHost host, RowFormat format, Action written, CancellationToken cancellationToken)
    {
        try
        {
            var stream = host.OpenOutput();
            await using (stream.ConfigureAwait(false))
            {
                await RowWriter.WriteAsync(rows, stream, format, written, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (IOException exception) when (StandardOutput.HasNoReader(exception))
        {
            throw new ToolException("Stopped, because nobody reads the output any more.", ExitCode.NoReader);
        }
    }

    private static RowFormat FormatOf(string? given, string? path, ToolHost host) => (given, Path.GetExtension(path)?.ToUpperInvariant()) switch
    {
        ("csv", _) => RowFormat.Csv,
        ("jsonl", _) or (null, ".JSONL" or ".NDJSON") => RowFormat.Jsonl,
        ("table", _) => RowFormat.Table,
        _ => path is null && host.OutputConsole.Profile.Out.IsTerminal ? RowFormat.Table : RowFormat.Csv,
    };

    private static string Rows(long count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "row" : "rows")}");
}
