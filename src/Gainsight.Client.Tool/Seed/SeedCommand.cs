using System.CommandLine;

namespace Gainsight.Client.Tool;

/// <summary><c>gainsight seed</c>: the tenant as a seed of the emulator.</summary>
internal static class SeedCommand
{
    public static Command Create(ToolHost host)
    {
        var output = new Option<string>("--output", "-o") { HelpName = "FILE", Required = true, Description = "The file to write. It appears when it is complete." };
        var rows = new Option<string[]>("--rows")
        {
            HelpName = "OBJECT …",
            Description = "Objects whose rows are copied, with personal data replaced. Default: none.",
            AllowMultipleArgumentsPerToken = true,
        };
        var tenant = new TenantArguments();
        var command = new Command("seed", "Writes the tenant's objects, picklists, types and statuses as a seed of the emulator.") { output, rows };
        tenant.AddTo(command);
        command.Run(host, async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(output);
            using var connection = tenant.Connect(parsed, host, options => options.ReadOnly = true);
            var file = AtomicFile.Create(path);
            await using (file.ConfigureAwait(false))
            {
                var writer = new SeedWriter(connection.Client, file.Stream, new Progress(host));
                await writer.WriteAsync(parsed.GetValue(rows) ?? [], cancellationToken).ConfigureAwait(false);
                await file.CommitAsync(cancellationToken).ConfigureAwait(false);
                foreach (var note in writer.Notes)
                {
                    await host.TellAsync(note).ConfigureAwait(false);
                }

                await host.Output.WriteLineAsync($"{path}: {writer.Summary}. Try it: gainsight-emulator --seed {path}").ConfigureAwait(false);
            }

            return ExitCode.Success;
        });
        return command;
    }
}
