namespace Gainsight.Client;

/// <summary>The objects of the tenant. Suggests similar names for a name that is unknown.</summary>
internal sealed class ObjectList(IReadOnlyList<ObjectSummary> objects)
{
    /// <summary>The suffix of the names of custom objects and fields.</summary>
    public const string CustomSuffix = "__gc";

    private const int MaxSuggestions = 3;

    private const int MaxEdits = 2;

    private readonly Dictionary<string, ObjectSummary> _byName =
        objects.DistinctBy(item => item.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(item => item.Name, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<ObjectSummary> Objects => objects;

    /// <summary>The object with that name (case is ignored), or null.</summary>
    public ObjectSummary? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The object names that are most similar to an unknown name. Empty when none is similar.</summary>
    public IReadOnlyList<string> NearestTo(string name) => Nearest(name, objects, item => item.Name, item => item.Label);

    /// <summary>The names, of objects or of fields, that are most similar to a name that is not among them.</summary>
    /// <remarks>Every name is compared, so messages with many wrong names ask for a few of them only.</remarks>
    public static IReadOnlyList<string> Nearest<T>(string name, IEnumerable<T> all, Func<T, string> nameOf, Func<T, string> labelOf)
    {
        var near = new List<Candidate>();
        var tolerance = Tolerance(name);
        foreach (var item in all)
        {
            var candidate = nameOf(item);
            if (!string.Equals(candidate, name, StringComparison.Ordinal) && Distance(name, candidate, labelOf(item), tolerance) is var distance && distance <= tolerance)
            {
                near.Add(new(candidate, distance));
            }
        }

        return
        [
            .. near
                .OrderBy(candidate => candidate.Distance)
                .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
                .Take(MaxSuggestions)
                .Select(candidate => candidate.Name),
        ];
    }

    /// <summary>The maximum distance. A short name is close to many others, so it must match exactly.</summary>
    private static int Tolerance(string name) => Math.Min(MaxEdits, name.Length / 4);

    private static int Distance(string name, string candidate, string label, int tolerance) =>
        string.Equals(candidate, name, StringComparison.OrdinalIgnoreCase)
        || string.Equals(label, name, StringComparison.OrdinalIgnoreCase)
        || WithoutSuffix(candidate).Equals(WithoutSuffix(name), StringComparison.OrdinalIgnoreCase)
            ? 0
            : Spelling.Edits(WithoutSuffix(name), WithoutSuffix(candidate), tolerance);

    private static ReadOnlySpan<char> WithoutSuffix(ReadOnlySpan<char> name) =>
        name.EndsWith(CustomSuffix, StringComparison.OrdinalIgnoreCase) ? name[..^CustomSuffix.Length] : name;

    /// <summary>A class, because native AOT compiles separate LINQ code for each struct.</summary>
    private sealed record Candidate(string Name, int Distance);
}
