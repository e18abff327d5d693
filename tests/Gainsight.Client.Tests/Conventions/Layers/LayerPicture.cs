namespace Gainsight.Client.Tests.Conventions.Layers;

/// <summary>The layers of a project, from the top down, as a page of the documentation shows them.</summary>
/// <remarks>A layer is a line: its name, then two spaces or more, then its folders. A folder's subfolders belong to its layer.</remarks>
internal sealed class LayerPicture
{
    private readonly List<(string Name, string[] Folders)> _layers = [];

    /// <summary>The layers from the top down.</summary>
    public IReadOnlyList<(string Name, string[] Folders)> Layers => _layers;

    /// <summary>Reads the code block with the language <c>layers</c> and the given name.</summary>
    public static LayerPicture Read(string markdown, string name)
    {
        var start = $"```layers {name}\n";
        var from = markdown.IndexOf(start, StringComparison.Ordinal);
        if (from < 0)
        {
            throw new InvalidOperationException($"The page has no code block 'layers {name}'.");
        }

        from += start.Length;
        return Parse(markdown[from..markdown.IndexOf("```", from, StringComparison.Ordinal)]);
    }

    /// <summary>Reads the lines of a picture.</summary>
    public static LayerPicture Parse(string text)
    {
        var picture = new LayerPicture();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = line.Split("  ", 2, StringSplitOptions.TrimEntries);
            picture._layers.Add((parts[0], parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        }

        return picture;
    }

    /// <summary>The place of a folder, 0 at the top; null when the picture does not show it.</summary>
    public int? PlaceOf(string folder)
    {
        var place = _layers.FindIndex(layer => Array.Exists(layer.Folders, shown => shown == folder || folder.StartsWith(shown + "/", StringComparison.Ordinal)));
        return place < 0 ? null : place;
    }

    /// <summary>The same picture as a Mermaid diagram.</summary>
    public string ToMermaid()
    {
        var lines = _layers.Select((layer, index) => $"  l{index}[\"{layer.Name}: {string.Join(", ", layer.Folders.Select(Title))}\"]")
            .Prepend("flowchart TD")
            .Concat(_layers.Skip(1).Select((_, index) => $"  l{index} --> l{index + 1}"));
        return string.Join('\n', lines) + '\n';
    }

    private static string Title(string folder) => folder == SourceMap.Root ? "files at the root" : folder;
}
