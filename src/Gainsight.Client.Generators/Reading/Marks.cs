using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gainsight.Client.Generators;

/// <summary>Attributes that warn of the use of a declaration: generated code that uses it repeats them, so that the warning reaches who uses that.</summary>
internal static class Marks
{
    public static EquatableArray<string> Of(params ISymbol[] symbols)
    {
        var marks = new[] { Names.ObsoleteAttribute, Names.ExperimentalAttribute }
            .Select(name => symbols.Select(symbol => symbol.Attribute(name)).FirstOrDefault(each => each is not null)).OfType<AttributeData>().Where(IsValid).Select(Text);
        return new(marks.ToImmutableArray());
    }

    /// <summary>Whether each use of the declaration is an error, which no directive can turn off.</summary>
    public static bool IsForbidden(ISymbol symbol) =>
        symbol.Attribute(Names.ObsoleteAttribute)?.ConstructorArguments.Any(each => each.Value is true) == true;

    /// <summary>The compiler refuses an experimental declaration without a good id.</summary>
    private static bool IsValid(AttributeData attribute) =>
        !attribute.AttributeClass!.IsNamed(Names.ExperimentalAttribute) || SyntaxFacts.IsValidIdentifier(attribute.FirstArgument() ?? "");

    private static string Text(AttributeData attribute)
    {
        var arguments = attribute.ConstructorArguments.Select(each => each.ToCSharpString())
            .Concat(attribute.NamedArguments.Select(each => $"{each.Key} = {each.Value.ToCSharpString()}"));
        return $"[{attribute.AttributeClass!.InCode()}({string.Join(", ", arguments)})]";
    }
}
