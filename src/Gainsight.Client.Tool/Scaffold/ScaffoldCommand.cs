using System.CommandLine;

namespace Gainsight.Client.Tool;

/// <summary><c>gainsight scaffold</c>: types for the record generator.</summary>
internal static class ScaffoldCommand
{
    public static Command Create(ToolHost host)
    {
        var objects = new Argument<string[]>("OBJECT") { Arity = ArgumentArity.OneOrMore, Description = "API names of objects, such as Asset__gc or Company." };
        var output = new Option<string>("--output", "-o") { HelpName = "FOLDER", Required = true, Description = "The folder for the files. It is created if it is missing." };
        var space = new Option<string?>("--namespace") { HelpName = "NAME", Description = "The namespace. Default: the name of the folder." };
        var force = new Option<bool>("--force") { Description = "Replaces files that were edited, too." };
        var tenant = new TenantArguments();
        var command = new Command("scaffold", "Writes record types for objects of the tenant. A second run changes only what changed.") { objects, output, space, force };
        tenant.AddTo(command);
        command.Run(host, async (parsed, cancellationToken) =>
        {
            var folder = Path.GetFullPath(parsed.GetRequiredValue(output));
            _ = File.Exists(folder) ? throw new ToolException($"{folder} is no folder. Name another one.") : true;
            using var connection = tenant.Connect(parsed, host);
            var files = new ScaffoldedFiles(host.Output, folder, NamespaceOf(parsed.GetValue(space), folder), parsed.GetValue(force));
            return await files.WriteAsync(connection.Client.Metadata, parsed.GetRequiredValue(objects), cancellationToken).ConfigureAwait(false);
        });
        return command;
    }

    private static string NamespaceOf(string? given, string folder)
    {
        var space = given ?? Identifiers.OfText(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), "Models");
        return Identifiers.IsNamespace(space) ? space : throw new ToolException($"'{space}' is no namespace. Write names with dots between them, such as Acme.Models, and no keywords of C#.");
    }
}
