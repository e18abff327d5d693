namespace Gainsight.Client.Tool;

/// <summary>Writes the files of a scaffold, and says of each what became of it.</summary>
internal sealed class ScaffoldedFiles(TextWriter output, string folder, string space, bool force)
{
    /// <summary>Writes the types of objects.</summary>
    /// <returns>The exit code: whether a file was left alone that differs.</returns>
    public async Task<int> WriteAsync(MetadataClient metadata, IReadOnlyList<string> objects, CancellationToken cancellationToken)
    {
        string[] names = [.. objects.Distinct(StringComparer.OrdinalIgnoreCase)];
        var descriptions = await metadata.DescribeOrSuggestAsync(names, cancellationToken).ConfigureAwait(false);
        var planner = new TypePlanner(space);

        // In the order of their names, so that a clash is resolved alike in whatever order the objects were given.
        var types = names.Zip(descriptions).OrderBy(pair => pair.Second.Name, StringComparer.Ordinal).Select(pair => planner.Plan(pair.First, pair.Second)).ToList();
        _ = Directory.CreateDirectory(folder);
        var leftAlone = 0;
        foreach (var type in types)
        {
            (var what, var isWritten) = await WriteAsync(type, cancellationToken).ConfigureAwait(false);
            leftAlone += isWritten ? 0 : 1;
            await output.WriteLineAsync($"{type.Object.Name}: {type.Name}.g.cs {what}").ConfigureAwait(false);
            foreach (var note in type.Notes)
            {
                await output.WriteLineAsync($"  {note}").ConfigureAwait(false);
            }
        }

        return leftAlone == 0 ? ExitCode.Success : ExitCode.Differs;
    }

    private async Task<(string What, bool IsWritten)> WriteAsync(ScaffoldedType type, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, $"{type.Name}.g.cs");
        var text = GeneratedFile.Create(type.Object.Name, TypeWriter.Write(type, space));
        var state = File.Exists(path)
            ? GeneratedFile.Compare(await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false), type.Object.Name, text)
            : (GeneratedFileState?)null;
        switch (state)
        {
            case GeneratedFileState.Equal:
                return ("is up to date.", true);
            case GeneratedFileState.Foreign:
                return ("was left alone: this tool did not write it. Move it, or choose another folder.", false);
            case GeneratedFileState.OfAnotherObject:
                return ("was left alone: it is the type of another object. Choose another folder.", false);
            case GeneratedFileState.Edited when !force:
                return ("was left alone: it was edited after it was written. Move the edits to a file of your own and add --force.", false);
            case null when type is { Record: { } record, Fields.Count: 0 }:
                return ($"was not written: {record.TypeName} of the library has every field.", true);
            default:
                await AtomicFile.WriteAsync(path, text, cancellationToken).ConfigureAwait(false);
                var picklists = type.Fields.Count(field => field.Items is not null);
                return ($"was {(state is null ? "written" : "updated")}: {type.Fields.Count} fields, {picklists} of them picklists.", true);
        }
    }
}
