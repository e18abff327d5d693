using System.Reflection;
using System.Text.RegularExpressions;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests.Conventions;

/// <summary>The pages name everything that they promise to name, and their links lead somewhere.</summary>
public sealed partial class DocumentTests
{
    private static readonly string[] Pages =
        ["README.md", .. Directory.EnumerateFiles(Path.Combine(ApprovedFile.Folder, "docs"), "*.md").Select(file => $"docs/{Path.GetFileName(file)}")];

    private static readonly string Errors = ApprovedFile.Read("docs/errors.md");

    [Fact]
    public void Every_exception_has_a_section_on_the_page_of_errors()
    {
        var types = typeof(GainsightClient).Assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(Exception)));

        types.Where(type => !Errors.Contains($"\n### {type.Name}\n", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void Every_error_code_has_a_row_on_the_page_of_errors()
    {
        var own = Constants(typeof(RecordErrorCodes)).Concat(Constants(typeof(ErrorCodes)));
        var texts = Code().Matches(ApprovedFile.Read("src/Gainsight.Client/Pipeline/ErrorTexts.cs")).Select(match => match.Groups[1].Value);

        own.Concat(texts).Where(code => !Regex.IsMatch(Errors, $@"^\| [^|]*`{code}", RegexOptions.Multiline)).Should().BeEmpty();
    }

    [Fact]
    public void The_readme_links_to_every_page()
    {
        var readme = ApprovedFile.Read("README.md");

        Pages.Skip(1).Where(page => !readme.Contains($"]({page}", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void Every_link_leads_to_a_file_and_a_heading()
    {
        var readmes = Directory.EnumerateFiles(Path.Combine(ApprovedFile.Folder, "src"), "README.md", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
            .Select(file => Path.GetRelativePath(ApprovedFile.Folder, file).Replace('\\', '/'));
        var broken = from page in Pages.Concat(readmes)
                     from Match link in Link().Matches(Fence().Replace(ApprovedFile.Read(page), string.Empty))
                     let target = link.Groups[1].Value
                     where !target.Contains(':', StringComparison.Ordinal) && !Leads(page, target)
                     select $"{page}: {target}";

        broken.Should().BeEmpty();
    }

    [Fact]
    public void Every_fact_that_is_not_confirmed_names_a_page_of_Gainsight()
    {
        var wire = ApprovedFile.Read("docs/wire.md");
        var facts = wire[wire.IndexOf("<a id=\"facts\">", StringComparison.Ordinal)..].Split('\n').Skip(2).Where(line => line.StartsWith('|')).ToList();

        facts.Should().HaveCountGreaterThan(100);
        facts.Where(fact => !Address().IsMatch(fact) || !wire.Contains($"\n[{Address().Match(fact).Groups[1].Value}]: https://support.gainsight.com/", StringComparison.Ordinal))
            .Should().BeEmpty();
    }

    private static bool Leads(string page, string target)
    {
        var (path, anchor) = target.Split('#') switch { [var file, var heading] => (file, heading), var parts => (parts[0], null) };
        var full = path.Length == 0 ? Path.Combine(ApprovedFile.Folder, page) : Path.Combine(ApprovedFile.Folder, Path.GetDirectoryName(page)!, path);
        return anchor is null ? Path.Exists(full) : File.Exists(full) && Anchors(File.ReadAllText(full)).Contains(anchor);
    }

    /// <summary>The anchors that GitHub gives to headings, and those written in HTML.</summary>
    private static IEnumerable<string> Anchors(string text) =>
        Heading().Matches(text).Select(heading => NotInAnchor().Replace(heading.Groups[1].Value.ToLowerInvariant(), string.Empty).Replace(' ', '-'))
            .Concat(HtmlAnchor().Matches(text).Select(anchor => anchor.Groups[1].Value));

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

    [GeneratedRegex("\"((?:GS|GU)[A-Z]*_[0-9A-Z_]+)\"")]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\[([a-z-]+)\] \|$")]
    private static partial Regex Address();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^#+ (.+?)\r?$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("<a id=\"([^\"]+)\"")]
    private static partial Regex HtmlAnchor();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();
}
