using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Gainsight.Client.Generators;

/// <summary>A diagnostic to report, as values that can be compared.</summary>
internal sealed record Problem(DiagnosticDescriptor Rule, SourcePlace? Place, EquatableArray<string> Arguments)
{
    public static Problem Of(DiagnosticDescriptor rule, ISymbol symbol, params string[] arguments) =>
        new(rule, SourcePlace.Of(symbol), new(ImmutableArray.Create(arguments)));

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, Place?.ToLocation(), [.. Arguments]);
}
