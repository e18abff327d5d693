namespace Gainsight.Client.Tests.Conventions.Layers;

/// <summary>Checks references between folders against a picture of layers.</summary>
internal static class LayerRules
{
    /// <summary>The references that point from a layer to one above it, and the folders that the picture does not show.</summary>
    public static IReadOnlyList<string> Violations(LayerPicture picture, IReadOnlyList<FolderReference> references)
    {
        var missing = references.SelectMany(reference => new[] { reference.From, reference.To }).Distinct()
            .Where(folder => picture.PlaceOf(folder) is null).Select(folder => $"The folder {folder} has no layer.");
        var up = references.Where(reference => picture.PlaceOf(reference.To) < picture.PlaceOf(reference.From))
            .Select(reference => $"{reference}, which points up");
        return [.. missing, .. up];
    }

    /// <summary>The folders that stand in a cycle: each can be reached from itself.</summary>
    public static IReadOnlyList<string> Cycles(IReadOnlyList<FolderReference> references)
    {
        var next = references.ToLookup(reference => reference.From, reference => reference.To);
        return
        [
            .. next.Select(group => group.Key).Where(folder => Reach(folder, next).Contains(folder)).Order(StringComparer.Ordinal)
                .Select(folder => $"{folder} is in a cycle: {references.First(reference => reference.From == folder && Reach(reference.To, next).Contains(folder))}"),
        ];
    }

    private static HashSet<string> Reach(string folder, ILookup<string, string> next)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var left = new Queue<string>(next[folder]);
        while (left.TryDequeue(out var other))
        {
            if (reached.Add(other))
            {
                foreach (var further in next[other])
                {
                    left.Enqueue(further);
                }
            }
        }

        return reached;
    }
}
