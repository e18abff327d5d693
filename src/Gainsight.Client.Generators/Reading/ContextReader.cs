using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Gainsight.Client.Generators;

/// <summary>Finds the record types that a <c>JsonSerializerContext</c> names and whose converter its generator cannot see.</summary>
internal static class ContextReader
{
    public static EquatableArray<Problem> Read(GeneratorAttributeSyntaxContext context)
    {
        var problems = new List<Problem>();
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var attribute in context.Attributes)
        {
            if (attribute.ConstructorArguments.FirstOrDefault().Value is ITypeSymbol type)
            {
                var place = SourcePlace.Of(attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation());
                foreach (var record in Records(type, seen))
                {
                    problems.Add(new(Rules.ConverterNotSeen, place, new([record.Name])));
                }
            }
        }

        return new(problems.ToImmutableArray());
    }

    private static IEnumerable<ITypeSymbol> Records(ITypeSymbol type, HashSet<ITypeSymbol> seen)
    {
        if (!seen.Add(type))
        {
            yield break;
        }

        IEnumerable<ITypeSymbol> parts = [];
        if (type is IArrayTypeSymbol array)
        {
            parts = [array.ElementType];
        }
        else if (type is INamedTypeSymbol named)
        {
            if (named.Attribute(Names.ObjectAttribute) is not null && named.Attribute(Names.JsonConverterAttribute) is null)
            {
                yield return named;
                yield break;
            }

            // What a type of the same project holds is written along with it.
            parts = named.DeclaringSyntaxReferences.IsEmpty || named.DerivesFrom(Names.Record)
                ? named.TypeArguments
                : named.TypeArguments.Concat(named.GetMembers().OfType<IPropertySymbol>().Where(property => property is { IsStatic: false, DeclaredAccessibility: Accessibility.Public }).Select(property => property.Type));
        }

        foreach (var record in parts.SelectMany(part => Records(part, seen)))
        {
            yield return record;
        }
    }
}
