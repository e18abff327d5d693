using System.Reflection;
using System.Xml;
using System.Xml.Linq;

namespace Gainsight.Client.Emulator;

/// <summary>
/// What the documentation comments of the emulator say about a setting. The compiler writes them to a file that lies beside the program; without
/// the file, there are no texts.
/// </summary>
internal static class Documentation
{
    private static readonly Lazy<Dictionary<string, string>> Texts = new(Read);

    public static string? Of(PropertyInfo property) => Texts.Value.GetValueOrDefault($"P:{property.DeclaringType!.FullName}.{property.Name}");

    /// <summary>The text of a value of an enum.</summary>
    public static string? Of(Type type, string value) => Texts.Value.GetValueOrDefault($"F:{type.FullName}.{value}");

    private static Dictionary<string, string> Read()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Gainsight.Client.Emulator.xml");
        try
        {
            return XDocument.Load(path).Descendants("member")
                .Where(member => member.Element("summary") is not null)
                .ToDictionary(member => (string)member.Attribute("name")!, member => Flatten(member.Element("summary")!), StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or XmlException)
        {
            return [];
        }
    }

    private static string Flatten(XElement summary) => string.Join(' ', string.Concat(summary.Nodes().Select(Text)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => (string?)see.Attribute("langword") is { } word ? word == "null" ? "none" : word : ((string?)see.Attribute("cref"))?.Split('.')[^1] ?? "",
        XElement element => element.Value,
        _ => "",
    };
}
