using System.Text.RegularExpressions;

namespace Packager;

/// <summary>Makes the links of a Markdown file absolute, because a package has other files than the repository.</summary>
internal static partial class AbsoluteLinks
{
    public static void Write(string root, string file, string address, string output)
    {
        var folder = Path.GetDirectoryName(Path.GetRelativePath(root, file))!.Replace('\\', '/');
        Directory.CreateDirectory(Path.GetDirectoryName(output)!);
        File.WriteAllText(output, Of(File.ReadAllText(file), folder, address));
    }

    /// <summary>The text with absolute links.</summary>
    /// <param name="text">The text.</param>
    /// <param name="folder">The folder of the text in the repository.</param>
    /// <param name="address">The address of the repository's root.</param>
    public static string Of(string text, string folder, string address) =>
        Link().Replace(text, match => $"]({Absolute(folder, match.Groups[1].Value, address)})");

    /// <summary>The links of a text that lead to files of a repository.</summary>
    public static IEnumerable<string> RelativeLinks(string text) =>
        Link().Matches(text).Select(match => match.Groups[1].Value).Where(link => !link.StartsWith('#') && !Uri.TryCreate(link, UriKind.Absolute, out _));

    private static string Absolute(string folder, string link, string address)
    {
        if (link.StartsWith('#') || Uri.TryCreate(link, UriKind.Absolute, out _))
        {
            return link;
        }

        // A picture needs the file itself, not the page about it.
        var start = link.EndsWith(".png", StringComparison.OrdinalIgnoreCase) ? address.Replace("/blob/", "/raw/", StringComparison.Ordinal) : address;

        // A made-up host resolves "..", and keeps what follows a "#".
        var resolved = new Uri(new Uri($"https://repository/{folder}/"), link);
        return start + resolved.AbsolutePath.Replace("//", "/", StringComparison.Ordinal) + resolved.Fragment;
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
