using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Gainsight.Client.Generators;

/// <summary>A place in a source file, without the syntax tree that it stands in.</summary>
internal sealed record SourcePlace(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static SourcePlace? Of(ISymbol symbol) => Of(symbol.Locations.FirstOrDefault());

    public static SourcePlace? Of(Location? location) =>
        location is { SourceTree: { } tree } ? new(tree.FilePath, location.SourceSpan, location.GetLineSpan().Span) : null;

    public Location ToLocation() => Location.Create(Path, Span, Lines);
}
