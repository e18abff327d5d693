using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Packager;

/// <summary>Leaves only what users of an assembly can see in its documentation file. The compiler writes the comments of internal members as well.</summary>
internal static class PublicDocumentation
{
    public static void Write(string assembly, string documentation, string output)
    {
        var visible = VisibleIds(MetadataReference.CreateFromFile(assembly));
        var document = XDocument.Load(documentation, LoadOptions.PreserveWhitespace);
        var hidden = document.Descendants("member").Where(member => !visible.Contains(member.Attribute("name")!.Value)).ToList();
        foreach (var member in hidden)
        {
            // The white space before it goes too, so that no empty lines are left.
            (member.PreviousNode as XText)?.Remove();
            member.Remove();
        }

        Directory.CreateDirectory(Path.GetDirectoryName(output)!);
        document.Save(output, SaveOptions.DisableFormatting);
    }

    /// <summary>The documentation ids of what users of an assembly can see.</summary>
    public static HashSet<string> VisibleIds(PortableExecutableReference assembly)
    {
        var compilation = CSharpCompilation.Create("documentation", references: [assembly]);
        var visible = new HashSet<string>(StringComparer.Ordinal);
        Collect(((IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(assembly)!).GlobalNamespace, visible);
        return visible;
    }

    private static void Collect(INamespaceOrTypeSymbol container, HashSet<string> ids)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamespaceSymbol inner)
            {
                Collect(inner, ids);
            }
            else if (member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)
            {
                ids.Add(member.GetDocumentationCommentId() ?? string.Empty);
                if (member is INamedTypeSymbol type)
                {
                    Collect(type, ids);
                }
            }
        }
    }
}
