using System.Text;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Packager;

/// <summary>Checks the packages of a release: what a feed shows of them, and that they contain what belongs to them and nothing else.</summary>
internal static class PackageCheck
{
    private const int MaxDependencies = 7;
    private const int MaxReleaseNotes = 35_000;

    /// <summary>The problems of the packages in a folder. Every packable project has exactly one package there.</summary>
    public static IEnumerable<string> Run(string root, string folder)
    {
        var packages = Directory.GetFiles(folder, "*.nupkg").Select(Package.Open).ToList();
        string[] expected = [.. Directory.GetFiles(Path.Combine(root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Where(project => !File.ReadAllText(project).Contains("<IsPackable>false", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension).OfType<string>()];
        foreach (var id in expected.Where(id => packages.Count(package => package.Id == id) != 1))
        {
            yield return $"{folder} must have one package {id}.";
        }

        var versions = packages.Select(package => package.Version).Distinct(StringComparer.Ordinal).ToList();
        if (versions.Count > 1)
        {
            yield return $"The packages must have one version, not {string.Join(", ", versions)}.";
        }

        foreach (var package in packages)
        {
            foreach (var problem in Metadata(package).Concat(Dependencies(root, package)).Concat(Documents(package)).Concat(Libraries(package)).Concat(Symbols(package)))
            {
                yield return $"{package.Id}: {problem}";
            }
        }
    }

    private static IEnumerable<string> Metadata(Package package)
    {
        string[] needed = ["description", "projectUrl", "license", "icon", "readme", "releaseNotes", "tags", "copyright"];
        foreach (var name in needed.Where(name => string.IsNullOrWhiteSpace(package.Value(name))))
        {
            yield return $"the nuspec has no {name}.";
        }

        if (package.Element("repository") is not { } repository || repository.Attribute("url") is null || repository.Attribute("commit") is null)
        {
            yield return "the nuspec has no repository with an address and a commit.";
        }

        foreach (var file in new[] { package.Value("icon"), package.Value("readme") }.OfType<string>().Where(file => !package.Has(file)))
        {
            yield return $"{file} is missing.";
        }

        if (package.Value("releaseNotes") is { Length: > MaxReleaseNotes })
        {
            yield return "the release notes are longer than a feed accepts.";
        }
    }

    /// <summary>Every dependency is a reference of the project. Pins of transitive packages, such as those of tests, are none.</summary>
    private static IEnumerable<string> Dependencies(string root, Package package)
    {
        var project = XDocument.Load(Path.Combine(root, "src", package.Id, $"{package.Id}.csproj"));
        var references = project.Descendants().Where(element => element.Name.LocalName is "PackageReference" or "ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(Reference(reference))).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (framework, ids) in package.Dependencies)
        {
            foreach (var id in ids.Where(id => !references.Contains(Path.GetFileNameWithoutExtension($"{id}.csproj"))))
            {
                yield return $"the dependency {id} is no reference of the project.";
            }

            if (package.Id == "Gainsight.Client" && ids.Count > MaxDependencies)
            {
                yield return $"{framework} has {ids.Count} dependencies: {string.Join(", ", ids)}.";
            }
        }

        static string Reference(XElement reference) =>
            reference.Name.LocalName == "ProjectReference" ? reference.Attribute("Include")!.Value.Replace('\\', '/') : $"{reference.Attribute("Include")!.Value}.csproj";
    }

    private static IEnumerable<string> Documents(Package package) => package.Files
        .Where(file => file.EndsWith(".md", StringComparison.Ordinal))
        .SelectMany(file => AbsoluteLinks.RelativeLinks(Encoding.UTF8.GetString(package.Read(file))).Select(link => $"{file} links to {link}, which is not in the package."));

    private static IEnumerable<string> Libraries(Package package)
    {
        if (package.IsTool)
        {
            yield break;
        }

        foreach (var (framework, _) in package.Dependencies)
        {
            var name = $"lib/{framework}/{package.Id}";
            if (!package.Has($"{name}.dll") || !package.Has($"{name}.xml"))
            {
                yield return $"{name}.dll or its documentation is missing.";
                continue;
            }

            var visible = PublicDocumentation.VisibleIds(MetadataReference.CreateFromImage(package.Read($"{name}.dll")));
            using var documentation = new MemoryStream(package.Read($"{name}.xml"));
            var hidden = XDocument.Load(documentation).Descendants("member").Select(member => member.Attribute("name")!.Value).Where(id => !visible.Contains(id)).ToList();
            if (hidden.Count > 0)
            {
                yield return $"{name}.xml documents {hidden.Count} members that users cannot see, such as {hidden[0]}.";
            }
        }
    }

    private static IEnumerable<string> Symbols(Package package)
    {
        var path = Path.ChangeExtension(package.Path, ".snupkg");
        if (!File.Exists(path))
        {
            yield return "the symbol package is missing.";
            yield break;
        }

        var symbols = Package.Contents(path).Where(file => file.Name.EndsWith($"/{package.Id}.pdb", StringComparison.Ordinal)).ToList();
        if (symbols.Count == 0)
        {
            yield return $"the symbol package has no {package.Id}.pdb.";
        }

        foreach (var (name, _) in symbols.Where(file => !Encoding.Latin1.GetString(file.Content).Contains("raw.githubusercontent.com", StringComparison.Ordinal)))
        {
            yield return $"{name} does not link to the sources.";
        }
    }
}
