using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gainsight.Client.Generators;

/// <summary>The words before a property and its accessors that the generated part repeats. Those that the compiler refuses, or that stand twice, are left out.</summary>
internal static class Modifiers
{
    private static readonly SyntaxKind[] Accessibility = [SyntaxKind.PublicKeyword, SyntaxKind.ProtectedKeyword, SyntaxKind.InternalKeyword, SyntaxKind.PrivateKeyword];

    /// <summary>What a property can have. <c>partial</c> is the last.</summary>
    private static readonly SyntaxKind[] OfProperty =
    [
        .. Accessibility, SyntaxKind.StaticKeyword, SyntaxKind.NewKeyword, SyntaxKind.VirtualKeyword, SyntaxKind.SealedKeyword, SyntaxKind.OverrideKeyword,
        SyntaxKind.UnsafeKeyword, SyntaxKind.PartialKeyword,
    ];

    public static string Of(PropertyDeclarationSyntax property) => string.Join(" ", Texts(property.Modifiers, OfProperty));

    /// <summary>The accessors with their modifiers, such as <c>private set</c>.</summary>
    public static EquatableArray<string> OfAccessors(PropertyDeclarationSyntax property) => new(
        (property.AccessorList?.Accessors ?? [])
            .Where(each => each.Keyword.Kind() is SyntaxKind.GetKeyword or SyntaxKind.SetKeyword or SyntaxKind.InitKeyword)
            .GroupBy(each => each.Keyword.IsKind(SyntaxKind.GetKeyword)).Select(each => each.First())
            .Select(each => string.Join(" ", [.. Texts(each.Modifiers, Accessibility), each.Keyword.Text])).ToImmutableArray());

    private static IEnumerable<string> Texts(SyntaxTokenList written, SyntaxKind[] allowed) => allowed.Where(kind => written.Any(kind)).Select(SyntaxFacts.GetText);
}
