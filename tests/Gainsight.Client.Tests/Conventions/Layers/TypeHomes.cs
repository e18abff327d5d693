using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gainsight.Client.Tests.Conventions.Layers;

/// <summary>Tells in which folders a type is declared.</summary>
internal sealed class TypeHomes(HashSet<SyntaxTree> written)
{
    private readonly Dictionary<INamedTypeSymbol, IReadOnlyList<string>> _folders = new(SymbolEqualityComparer.Default);

    /// <summary>The folders of a type; none for a type of another assembly.</summary>
    public IReadOnlyList<string> Of(INamedTypeSymbol type)
    {
        if (!_folders.TryGetValue(type, out var folders))
        {
            _folders[type] = folders = [.. Find(type).Distinct(StringComparer.Ordinal)];
        }

        return folders;
    }

    private IEnumerable<string> Find(INamedTypeSymbol type)
    {
        var trees = type.Locations.Where(location => location.IsInSource).Select(location => location.SourceTree!).ToList();
        var own = trees.Where(written.Contains).ToList();
        return own.Count > 0
            ? own.Select(tree => SourceMap.FolderOf(tree.FilePath))
            : trees.SelectMany(tree => BesideIt(tree, type));
    }

    /// <summary>The folders of the hand-written types that the same generated file extends.</summary>
    private IEnumerable<string> BesideIt(SyntaxTree generated, INamedTypeSymbol type)
    {
        var declared = generated.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(node => node.Identifier.ValueText);
        return declared.SelectMany(name => type.ContainingNamespace.GetTypeMembers(name))
            .SelectMany(other => other.Locations)
            .Where(location => location.SourceTree is { } tree && written.Contains(tree))
            .Select(location => SourceMap.FolderOf(location.SourceTree!.FilePath));
    }
}
