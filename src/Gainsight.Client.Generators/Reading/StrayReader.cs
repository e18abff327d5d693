using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gainsight.Client.Generators;

/// <summary>Finds fields of a type for which nothing is generated, whose values would be kept nowhere.</summary>
internal static class StrayReader
{
    public static EquatableArray<Problem> Read(GeneratorAttributeSyntaxContext context)
    {
        var property = (IPropertySymbol)context.TargetSymbol;
        var type = property.ContainingType;
        var isRead = type.Attribute(Names.ObjectAttribute) is not null || type.Attribute(Names.FieldsOfAttribute) is not null;
        return isRead || property.IsAbstract || HasBody((PropertyDeclarationSyntax)context.TargetNode)
            ? EquatableArray<Problem>.Empty
            : new([Problem.Of(Rules.FormNotSupported, property, property.Name, $"'{type.Name}' has neither [GainsightObject] nor [GainsightFieldsOf<T>]: add one, or remove [GainsightField]")]);
    }

    private static bool HasBody(PropertyDeclarationSyntax property) =>
        property.ExpressionBody is not null || property.AccessorList?.Accessors.Any(each => each.Body is not null || each.ExpressionBody is not null) == true;
}
