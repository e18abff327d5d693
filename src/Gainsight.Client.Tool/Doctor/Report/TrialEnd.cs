namespace Gainsight.Client.Tool.Doctor;

/// <summary>What is left of a trial.</summary>
/// <param name="Marker">How the names of its companies start.</param>
/// <param name="Written">The number of companies that were written.</param>
/// <param name="Left">The names and GSIDs of companies that are still there.</param>
internal sealed record TrialEnd(string Marker, int Written, IReadOnlyList<(string Name, string Gsid)> Left)
{
    /// <summary>Whether companies whose answer was lost may still appear.</summary>
    public bool MayHaveMore { get; init; }

    /// <summary>Whether the last query that could show companies failed.</summary>
    public bool IsUnverified { get; init; }

    /// <summary>What the user has to do, or null if nothing is left.</summary>
    public string? Advice
    {
        get
        {
            var find = $"Look for companies whose name starts with '{Marker}', and delete them.";
            return (Left.Count > 0, MayHaveMore, IsUnverified) switch
            {
                (true, _, _) => $"Temporary companies are still in the tenant. Delete them: {string.Join(", ", Left.Select(row => $"'{row.Name.Trim()}' ({row.Gsid})"))}. {find}",
                (_, true, _) => $"The answer to an insert was lost, so temporary companies may still appear. {find}",
                (_, _, true) => $"The temporary companies were deleted, but no query could show that they are gone. {find}",
                _ => null,
            };
        }
    }

    /// <summary>What happened, for the summary.</summary>
    public string Summary => Advice is null ? $"{Written} temporary companies were written and deleted again." : "temporary companies may be left: see above.";
}
