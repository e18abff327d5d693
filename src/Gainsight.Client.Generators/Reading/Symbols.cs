using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gainsight.Client.Generators;

/// <summary>What declarations are asked for again and again.</summary>
internal static class Symbols
{
    /// <summary>The value of C# 14 in the enumeration of a newer compiler.</summary>
    private const LanguageVersion CSharp14 = (LanguageVersion)1400;

    private static readonly SymbolDisplayFormat TypeFormat = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static AttributeData? Attribute(this ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(each => each.AttributeClass?.OriginalDefinition is { } type && type.IsNamed(name));

    public static bool IsNamed(this ITypeSymbol type, string metadataName)
    {
        var dot = metadataName.LastIndexOf('.');
        return type.MetadataName.Length == metadataName.Length - dot - 1
            && metadataName.EndsWith(type.MetadataName, StringComparison.Ordinal)
            && type.ContainingType is null
            && type.ContainingNamespace.ToDisplayString() == metadataName.Substring(0, dot);
    }

    /// <summary>Whether the type is the named one or derives from it.</summary>
    public static bool DerivesFrom(this ITypeSymbol? type, string metadataName)
    {
        for (var each = type; each is not null; each = each.BaseType)
        {
            if (each.IsNamed(metadataName))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the name of the type, or of a namespace around it, is not typed yet.</summary>
    public static bool IsUnfinished(this INamedTypeSymbol type)
    {
        for (INamespaceOrTypeSymbol each = type; each is not INamespaceSymbol { IsGlobalNamespace: true }; each = each.ContainingNamespace)
        {
            if (each.Name.Length == 0)
            {
                return true;
            }
        }

        return false;
    }

    public static T? Argument<T>(this AttributeData? attribute, string name)
    {
        foreach (var argument in attribute?.NamedArguments ?? [])
        {
            if (argument.Key == name)
            {
                return argument.Value.Value is T value ? value : default;
            }
        }

        return default;
    }

    public static IReadOnlyList<string>? Names(this AttributeData? attribute, string name)
    {
        foreach (var argument in attribute?.NamedArguments ?? [])
        {
            if (argument.Key == name && argument.Value is { Kind: TypedConstantKind.Array, IsNull: false } list)
            {
                return [.. list.Values.Select(each => each.Value).OfType<string>()];
            }
        }

        return null;
    }

    /// <summary>The first argument of the constructor, or null.</summary>
    public static string? FirstArgument(this AttributeData? attribute) =>
        attribute?.ConstructorArguments.FirstOrDefault().Value as string;

    /// <summary>The only type argument, or null.</summary>
    public static ITypeSymbol? Argument(this ITypeSymbol type) => type is INamedTypeSymbol { TypeArguments.Length: 1 } named ? named.TypeArguments[0] : null;

    /// <summary>The type as it is written in generated code.</summary>
    public static string InCode(this ITypeSymbol type) => type.ToDisplayString(TypeFormat);

    /// <summary>The namespace as it is written in generated code, or null for the global one.</summary>
    public static string? NamespaceInCode(this ISymbol symbol) =>
        symbol.ContainingNamespace is { IsGlobalNamespace: false } space
            ? space.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted))
            : null;

    /// <summary>The name as it is written in code: keywords, those of newer compilers too, get an @.</summary>
    public static string InCode(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None || name is "field" or "extension" ? "@" + name : name;

    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>The namespace with <c>global::</c> before it and a dot after it, so that the name of a type can follow.</summary>
    public static string Full(string? space) => "global::" + (space is null ? "" : space + ".");

    /// <summary>Whether the declaration names its converter, by an attribute of the library or of its own.</summary>
    public static bool HasConverter(this ISymbol symbol) => symbol.GetAttributes().Any(each => each.AttributeClass.DerivesFrom(Generators.Names.JsonConverterAttribute));

    /// <summary>Whether the test holds for the type, those that it is nested in, and its type arguments.</summary>
    public static bool All(this ITypeSymbol type, Func<INamedTypeSymbol, bool> test) => type switch
    {
        IArrayTypeSymbol array => array.ElementType.All(test),
        INamedTypeSymbol named => test(named) && named.ContainingType?.All(test) != false && named.TypeArguments.All(each => each.All(test)),
        _ => true,
    };

    public static bool IsPartial(this INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(each => each.GetSyntax() is TypeDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.PartialKeyword));

    public static LanguageVersion LanguageVersionOf(SyntaxNode node) =>
        ((CSharpParseOptions)node.SyntaxTree.Options).LanguageVersion;

    public static bool HasPartialProperties(LanguageVersion version) => version >= LanguageVersion.CSharp13;

    /// <summary>Whether extension properties compile. A compiler of the time before C# 14 knows a preview of them, of another form.</summary>
    public static bool HasExtensionProperties(LanguageVersion version) =>
        version >= CSharp14 && typeof(CSharpCompilation).Assembly.GetName().Version.Major >= 5;

    public static string Text(LanguageVersion version) => version.ToDisplayString();
}
