using System.Text;

namespace Packager;

/// <summary>Takes the changes of a version out of the changelog: its own section, or the unreleased one when it has none.</summary>
internal static class ReleaseNotes
{
    public static void Write(string changelog, string version, string address, string output)
    {
        var lines = File.ReadAllLines(changelog);
        var start = Array.FindIndex(lines, line => line.StartsWith($"## [{version}]", StringComparison.Ordinal));
        if (start < 0)
        {
            start = Array.FindIndex(lines, line => line.StartsWith("## [Unreleased]", StringComparison.Ordinal));
        }

        var notes = new StringBuilder();
        foreach (var line in lines.Skip(start + 1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal) && !line.StartsWith('[')))
        {
            notes.Append(line).Append('\n');
        }

        Directory.CreateDirectory(Path.GetDirectoryName(output)!);
        File.WriteAllText(output, AbsoluteLinks.Of(notes.ToString().Trim(), string.Empty, address) + "\n");
    }
}
