using System.CommandLine;
using System.Globalization;

namespace Gainsight.Client.Tool;

/// <summary><c>gainsight export</c>: rows of an object by a bulk export.</summary>
internal static class ExportCommand
{
    public static Command Create(ToolHost host)
    {
        var query = new QueryArguments();
        var output = new RowOutput();
        var tenant = new TenantArguments();
        var command = new Command("export", "Exports the rows of an object by a job of Gainsight: for more than 100,000 rows.");
        query.AddTo(command);
        output.AddTo(command, needsFile: true);
        tenant.AddTo(command);
        command.Run(host, async (parsed, cancellationToken) =>
        {
            using var connection = tenant.Connect(parsed, host, options => options.ReadOnly = true);
            var rows = await query.QueryAsync(parsed, connection.Client, cancellationToken).ConfigureAwait(false);
            var progress = new Progress(host);
            var options = new ExportOptions { Progress = new JobProgress(progress) };
            await output.WriteAsync(
                parsed, host, () => rows.ToDataReaderAsync(connection.Client.Bulk.ExportAsync(rows, options, cancellationToken), cancellationToken), progress, cancellationToken).ConfigureAwait(false);
            return ExitCode.Success;
        });
        return command;
    }

    private sealed class JobProgress(Progress progress) : IProgress<ExportProgress>
    {
        public void Report(ExportProgress value) => progress.Tell(() => string.Create(
            CultureInfo.InvariantCulture, $"{value.Status}, {value.Job.RowsRead}{(value.TotalRows is { } total ? $" of {total}" : "")} rows …"));
    }
}
