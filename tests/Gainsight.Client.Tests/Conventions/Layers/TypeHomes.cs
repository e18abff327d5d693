using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gainsight.Client.Tests.Conventions.Layers;

/// <summary>Tells in which folder a type or one of its members is declared.</summary>
/// <remarks>The parts of a partial type can stand in several folders. A member belongs to the folder of its part, the type to the folder of the file that is named after it.</remarks>
internal sealed class TypeHomes(HashSet<SyntaxTree> written)
{
    private readonly Dictionary<ISymbol, IReadOnlyList<string>> _folders = new(SymbolEqualityComparer.Default);

    /// <summary>The folders of a type, or of a member of it; none for a symbol of another assembly.</summary>
    /// <param name="symbol">The type or the member.</param>
    /// <param name="outermost">The outermost type that it is or belongs to.</param>
    public IReadOnlyList<string> Of(ISymbol symbol, INamedTypeSymbol outermost)
    {
        if (!_folders.TryGetValue(symbol, out var folders))
        {
            _folders[symbol] = folders = [.. Find(symbol, outermost).Distinct(StringComparer.Ordinal)];
        }

        return folders;
    }

    private IEnumerable<string> Find(ISymbol symbol, INamedTypeSymbol outermost)
    {
        var places = FilesOf(symbol);
        if (places.Count == 0)
        {
            places = FilesOf(outermost);
        }

        var main = places.Where(file => Path.GetFileNameWithoutExtension(file).Split('{')[0] == outermost.Name).ToList();
        return places.Count == 0
            ? outermost.Locations.Where(location => location.IsInSource).SelectMany(location => BesideIt(location.SourceTree!, outermost))
            : (main.Count > 0 ? main : places).Select(SourceMap.FolderOf);
    }

    private List<string> FilesOf(ISymbol symbol) =>
        [.. symbol.Locations.Where(location => location.SourceTree is { } tree && written.Contains(tree)).Select(location => location.SourceTree!.FilePath)];

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
