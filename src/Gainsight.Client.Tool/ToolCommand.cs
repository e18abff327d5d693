using System.CommandLine;
using System.CommandLine.Help;
using Gainsight.Client.Tool.Doctor;

namespace Gainsight.Client.Tool;

/// <summary>The command line of <c>gainsight</c>.</summary>
internal static class ToolCommand
{
    private const string Description = """
        Checks a Gainsight Customer Success (NXT) tenant and works with its data.

        Examples:
          gainsight profile add acme --address https://acme.gainsightcloud.com
          gainsight doctor --profile acme
          gainsight query Company --select Name,Arr --where "Arr GTE 1000"
          gainsight upsert assets.csv --object Asset__gc --key Serial__gc
          gainsight scaffold Asset__gc Company -o Models

        The tenant and its key come from --profile, from --user-secrets, or from the
        environment (GAINSIGHT_BASE_ADDRESS and GAINSIGHT_ACCESS_KEY, or settings such
        as Gainsight__ClientId), never from an argument.

        Exit codes: 0 done, 1 the tenant cannot be used, 2 done but something needs
        attention, 3 wrong arguments or settings, 130 stopped by Ctrl-C, 141 nobody
        reads the output.
        """;

    /// <summary>Runs the tool.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="host">The surroundings.</param>
    /// <param name="cancellationToken">Stops the command.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, ToolHost host, CancellationToken cancellationToken)
    {
        try
        {
            return await InvokeAsync(args, host, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException failure)
        {
            try
            {
                await host.TellAsync($"The output cannot be written: {failure.Message}").ConfigureAwait(false);
            }
            catch (IOException)
            {
                // Nobody can be told. The exit code says it.
            }

            return ExitCode.Failure;
        }
    }

    private static async Task<int> InvokeAsync(string[] args, ToolHost host, CancellationToken cancellationToken)
    {
        if (SecretArguments.Problem(args) is { } problem)
        {
            await host.TellAsync(problem).ConfigureAwait(false);
            return ExitCode.Usage;
        }

        // A file after @ is a filter, not further arguments.
        var parsed = Create(host).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is not { ClearsParseErrors: true } && Problems(parsed) is { Count: > 0 } problems)
        {
            foreach (var text in problems)
            {
                await host.TellAsync(text).ConfigureAwait(false);
            }

            await host.TellAsync($"Run '{NameOf(parsed.CommandResult.Command)} --help'.").ConfigureAwait(false);
            return ExitCode.Usage;
        }

        return await parsed.InvokeAsync(
            new InvocationConfiguration { Output = host.Output, Error = host.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Creates the command: a plain one, because the name of a root command is that of its assembly, which nobody types.</summary>
    public static Command Create(ToolHost host)
    {
        var command = new Command("gainsight", Description)
        {
            DoctorCommand.Create(host),
            ProfileCommand.Create(host),
            QueryCommand.Create(host),
            ExportCommand.Create(host),
            UpsertCommand.Create(host),
            ScaffoldCommand.Create(host),
            SeedCommand.Create(host),
            new HelpOption { Action = new HelpWithNotes() },
            new VersionOption(),
        };
        command.SetAction(parsed => new HelpWithNotes().Invoke(parsed));
        return command;
    }

    private static IReadOnlyList<string> Problems(ParseResult parsed) => WrongWords.Problems(parsed, NameOf(parsed.CommandResult.Command)) is { Count: > 0 } words
        ? words
        : [.. parsed.Errors.Select(error => error.Message)];

    private static string NameOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{NameOf(parent)} {command.Name}" : command.Name;
}
