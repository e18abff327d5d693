using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Gainsight.Client.Generators;

/// <summary>A diagnostic to report, as values that can be compared.</summary>
/// <remarks>The place holds its file, as the compiler finds <c>#pragma warning</c> and <c>.editorconfig</c> by it. So an edit of the file reports its problems again.</remarks>
internal sealed record Problem(DiagnosticDescriptor Rule, Location? Place, EquatableArray<string> Arguments)
{
    public static Problem Of(DiagnosticDescriptor rule, ISymbol symbol, params string[] arguments) =>
        new(rule, symbol.Locations.FirstOrDefault(), new(ImmutableArray.Create(arguments)));

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, Place, [.. Arguments]);
}
