using System.CommandLine;

namespace Gainsight.Client.Tool;

/// <summary><c>gainsight query</c>: rows of an object by pages.</summary>
internal static class QueryCommand
{
    public static Command Create(ToolHost host)
    {
        var query = new QueryArguments();
        var output = new RowOutput();
        var tenant = new TenantArguments();
        var command = new Command("query", "Reads the rows of an object by pages of 5,000.");
        query.AddTo(command);
        output.AddTo(command);
        tenant.AddTo(command);
        command.Run(host, async (parsed, cancellationToken) =>
        {
            using var connection = tenant.Connect(parsed, host, options => options.ReadOnly = true);
            var rows = await query.QueryAsync(parsed, connection.Client, cancellationToken).ConfigureAwait(false);
            await output.WriteAsync(parsed, host, () => rows.ToDataReaderAsync(cancellationToken), new Progress(host), cancellationToken).ConfigureAwait(false);
            return ExitCode.Success;
        });
        return command;
    }
}
