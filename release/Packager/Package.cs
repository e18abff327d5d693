using System.IO.Compression;
using System.Xml.Linq;

namespace Packager;

/// <summary>A NuGet package in memory.</summary>
internal sealed class Package
{
    private readonly Dictionary<string, byte[]> _files;

    private Package(string path)
    {
        Path = path;
        _files = Contents(path).ToDictionary(file => file.Name, file => file.Content, StringComparer.Ordinal);
        using var nuspec = new MemoryStream(_files.Single(file => file.Key.EndsWith(".nuspec", StringComparison.Ordinal)).Value);
        Nuspec = XDocument.Load(nuspec);
    }

    public string Path { get; }

    public XDocument Nuspec { get; }

    public string Id => Value("id")!;

    public string Version => Value("version")!;

    public bool IsTool => Nuspec.Descendants().Any(element => element.Name.LocalName == "packageType" && element.Attribute("name")?.Value == "DotnetTool");

    public IEnumerable<string> Files => _files.Keys;

    /// <summary>The dependencies for each target framework, such as net8.0.</summary>
    public IEnumerable<(string Framework, List<string> Ids)> Dependencies =>
        (Element("dependencies")?.Elements() ?? []).Select(group =>
            (group.Attribute("targetFramework")!.Value, group.Elements().Select(dependency => dependency.Attribute("id")!.Value).ToList()));

    public static Package Open(string path) => new(path);

    /// <summary>The files of a package, whatever its kind.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Contents(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        foreach (var entry in archive.Entries)
        {
            using var stream = entry.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            yield return (entry.FullName, content.ToArray());
        }
    }

    public XElement? Element(string name) => Nuspec.Root!.Elements().First().Elements().FirstOrDefault(element => element.Name.LocalName == name);

    public string? Value(string name) => Element(name)?.Value;

    public bool Has(string file) => _files.ContainsKey(file);

    public byte[] Read(string file) => _files[file];
}
