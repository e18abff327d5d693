namespace Gainsight.Client.TestSupport;

/// <summary>A text that is checked in, so that a change to it is seen and decided on.</summary>
internal static class ApprovedFile
{
    /// <summary>Compares a text with a file of the repository; with <c>APPROVE=1</c> in the environment, the file is written instead.</summary>
    public static void ShouldHold(string path, string text)
    {
        var file = Path.Combine(Root(), path);
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(file, text);
        }

        var approved = File.Exists(file) ? Read(path) : string.Empty;
        text.Should().Be(approved, "{0} must be up to date: run the tests with APPROVE=1, look at the change, and say in CHANGELOG.md what it means", path);
    }

    /// <summary>Whether the repository has such a file.</summary>
    public static bool Exists(string path) => File.Exists(Path.Combine(Root(), path));

    /// <summary>Reads a file of the repository.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root(), path)).ReplaceLineEndings("\n");

    /// <summary>Reads every file of a kind in a folder of the repository.</summary>
    public static IEnumerable<string> ReadAll(string folder, string pattern)
    {
        var root = Root();
        string[] left = [Path.Combine(root, folder, "bin"), Path.Combine(root, folder, "obj")];
        return Directory.EnumerateFiles(Path.Combine(root, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !Array.Exists(left, built => file.StartsWith(built, StringComparison.Ordinal))).Select(File.ReadAllText);
    }

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
