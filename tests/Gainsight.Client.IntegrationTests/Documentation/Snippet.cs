namespace Gainsight.Client.IntegrationTests.Documentation;

/// <summary>A C# snippet in a document.</summary>
/// <param name="Document">The document's path in the repository.</param>
/// <param name="Line">The line of its first line of code.</param>
/// <param name="Code">The code.</param>
/// <param name="Runs">Whether the word "runs" after the language's name says that the snippet runs against the emulator unchanged.</param>
/// <param name="IsAlone">Whether the snippet runs without the tenant of the test: it has an emulator of its own, as a reader's test has, or a mock ("runs alone").</param>
internal sealed record Snippet(string Document, int Line, string Code, bool Runs, bool IsAlone)
{
    private const string Fence = "```";

    public static string[] Documents { get; } =
    [
        "README.md", .. Directory.EnumerateFiles(Path.Combine(TestSupport.ApprovedFile.Folder, "docs"), "*.md").Select(file => $"docs/{Path.GetFileName(file)}").Order(StringComparer.Ordinal),
        .. PackageReadmes,
    ];

    /// <summary>The documents that packages have instead of the repository's.</summary>
    private static IEnumerable<string> PackageReadmes => Directory.EnumerateFiles(Path.Combine(TestSupport.ApprovedFile.Folder, "src"), "README.md", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
        .Select(file => Path.GetRelativePath(TestSupport.ApprovedFile.Folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal);

    /// <summary>The snippets of a document, in order. Empty if the document does not exist.</summary>
    public static IReadOnlyList<Snippet> In(string document)
    {
        var snippets = new List<Snippet>();
        var lines = TestSupport.ApprovedFile.Exists(document) ? TestSupport.ApprovedFile.Read(document).Split('\n') : [];
        for (var i = 0; i < lines.Length; i++)
        {
            var opening = lines[i].Trim();
            if (opening is not (Fence + "csharp" or Fence + "csharp runs" or Fence + "csharp runs alone"))
            {
                continue;
            }

            var end = Array.FindIndex(lines, i + 1, line => line.TrimStart() == Fence);
            snippets.Add(new(document, i + 2, string.Join('\n', lines[(i + 1)..end]), opening.Contains(" runs", StringComparison.Ordinal), opening.EndsWith(" alone", StringComparison.Ordinal)));
            i = end;
        }

        return snippets;
    }
}
