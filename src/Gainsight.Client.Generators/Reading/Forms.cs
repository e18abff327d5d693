using Microsoft.CodeAnalysis;

namespace Gainsight.Client.Generators;

/// <summary>Forms of types for which nothing is generated, as the generated code would have to repeat or reach them.</summary>
internal static class Forms
{
    public static string? Problem(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? $"it is nested in '{outer.Name}': move it out"
        : type.IsGenericType ? "it is generic: write a type for each object"
        : type.IsRecord ? "it is a 'record': write 'class'"
        : type.IsFileLocal ? "it is local to its file: remove 'file'"
        : null;
}
