using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Gainsight.Client.TestSupport;

/// <summary>A text that is checked in, so that every change to it is seen and approved.</summary>
internal static class ApprovedFile
{
    private const int LongestDiff = 40;

    /// <summary>The folder of the repository.</summary>
    public static string Folder => Root();

    /// <summary>Compares a text with a file of the repository; with <c>APPROVE=1</c> in the environment, the file is written instead.</summary>
    public static void ShouldHold(string path, string text)
    {
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(Path.Combine(Root(), path), text);
        }

        ShouldBeApproved(path, Exists(path) ? Read(path) : string.Empty, text);
    }

    /// <summary>Fails with the lines that differ, unless the text is the approved one.</summary>
    public static void ShouldBeApproved(string path, string approved, string text) =>
        (text == approved).Should().BeTrue(
            "{0} must be up to date. If the change is intended, run the tests with APPROVE=1 and describe the change in CHANGELOG.md.\n{1}\n", path, Diff(approved, text));

    /// <summary>Whether the repository has such a file.</summary>
    public static bool Exists(string path) => File.Exists(Path.Combine(Root(), path));

    /// <summary>Reads a file of the repository.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root(), path)).ReplaceLineEndings("\n");

    /// <summary>Reads every file that matches a pattern in a folder of the repository.</summary>
    public static IEnumerable<string> ReadAll(string folder, string pattern)
    {
        var root = Root();
        string[] left = [Path.Combine(root, folder, "bin"), Path.Combine(root, folder, "obj")];
        return Directory.EnumerateFiles(Path.Combine(root, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !Array.Exists(left, built => file.StartsWith(built, StringComparison.Ordinal))).Select(File.ReadAllText);
    }

    /// <summary>The names of the folders in a folder.</summary>
    public static IEnumerable<string> Folders(string folder) =>
        Directory.EnumerateDirectories(Path.Combine(Root(), folder)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    /// <summary>Reads every C# file of a project, with paths relative to it.</summary>
    public static IReadOnlyList<(string Path, string Text)> Sources(string project)
    {
        var folder = Path.Combine(Root(), project);
        return
        [
            .. from file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
               let path = Path.GetRelativePath(folder, file).Replace('\\', '/')
               where !path.StartsWith("bin/", StringComparison.Ordinal) && !path.StartsWith("obj/", StringComparison.Ordinal)
               orderby path
               select (path, File.ReadAllText(file)),
        ];
    }

    /// <summary>The removed (-) and added (+) lines in order. A line of three dots replaces equal lines.</summary>
    private static string Diff(string approved, string text)
    {
        var lines = new List<string>();
        foreach (var line in InlineDiffBuilder.Diff(approved, text, ignoreWhiteSpace: false).Lines)
        {
            if (line.Type is ChangeType.Deleted or ChangeType.Inserted)
            {
                lines.Add((line.Type == ChangeType.Deleted ? "- " : "+ ") + line.Text);
            }
            else if (lines.Count > 0 && lines[^1] != "...")
            {
                lines.Add("...");
            }
        }

        var left = lines.Count - LongestDiff;
        return string.Join('\n', left > 0 ? lines.Take(LongestDiff).Append($"... and {left} more lines") : lines);
    }

    // Not from CallerFilePath: a deterministic build maps it away.
    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Gainsight.Client.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
