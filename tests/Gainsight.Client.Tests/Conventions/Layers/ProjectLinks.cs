using System.Xml.Linq;

namespace Gainsight.Client.Tests.Conventions.Layers;

/// <summary>Finds what a project file takes from another project: a reference, a package, or single files.</summary>
internal static class ProjectLinks
{
    private static readonly char[] Separators = ['/', '\\', ';', ')'];

    /// <summary>The values that name the folder, the project, the package or the assembly of another project.</summary>
    /// <param name="project">The text of the project file.</param>
    /// <param name="other">The name of the other project.</param>
    public static IReadOnlyList<string> In(string project, string other) =>
    [
        .. from element in XDocument.Parse(project).Descendants()
           where element.Name.LocalName != "InternalsVisibleTo"
           from value in element.Attributes().Where(each => each.Name.LocalName is "Include" or "Update" or "Project").Select(each => each.Value).Append(element.HasElements ? "" : element.Value)
           where value.Split(Separators, StringSplitOptions.TrimEntries).Any(part => part == other || part == other + ".csproj" || part == other + ".dll")
           select $"{element.Name.LocalName} {value}",
    ];
}
