namespace Gainsight.Client.IntegrationTests.Documentation;

/// <summary>A C# snippet in a document.</summary>
/// <param name="Document">The document's path in the repository.</param>
/// <param name="Line">The line of its first line of code.</param>
/// <param name="Code">The code.</param>
/// <param name="Runs">Whether the word "runs" after the language's name says that the snippet runs against the emulator unchanged.</param>
internal sealed record Snippet(string Document, int Line, string Code, bool Runs)
{
    private const string Fence = "```";

    public static string[] Documents { get; } = ["README.md", "docs/recipes.md", "docs/emulator.md", "docs/diagnostics.md", "docs/architecture.md", "docs/performance.md"];

    /// <summary>The snippets of a document, in order. Empty if the document does not exist.</summary>
    public static IReadOnlyList<Snippet> In(string document)
    {
        var snippets = new List<Snippet>();
        var lines = TestSupport.ApprovedFile.Exists(document) ? TestSupport.ApprovedFile.Read(document).Split('\n') : [];
        for (var i = 0; i < lines.Length; i++)
        {
            var opening = lines[i].Trim();
            if (opening is not (Fence + "csharp" or Fence + "csharp runs"))
            {
                continue;
            }

            var end = Array.FindIndex(lines, i + 1, line => line.TrimStart() == Fence);
            snippets.Add(new(document, i + 2, string.Join('\n', lines[(i + 1)..end]), opening.EndsWith("runs", StringComparison.Ordinal)));
            i = end;
        }

        return snippets;
    }
}
