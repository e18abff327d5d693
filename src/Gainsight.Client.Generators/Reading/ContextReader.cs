using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Gainsight.Client.Generators;

/// <summary>Finds the record types that a <c>JsonSerializerContext</c> names and whose converter its generator cannot see.</summary>
internal static class ContextReader
{
    /// <summary>The value of <c>JsonIgnoreCondition.Always</c>.</summary>
    private const int JsonIgnoreAlways = 1;

    private const int MaxDepth = 32;

    public static EquatableArray<Problem> Read(GeneratorAttributeSyntaxContext context)
    {
        var problems = new List<Problem>();
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var attribute in context.Attributes)
        {
            if (attribute.ConstructorArguments.FirstOrDefault().Value is ITypeSymbol type)
            {
                var place = SourcePlace.Of(attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation());
                foreach (var record in Records(type, seen, 0))
                {
                    problems.Add(new(Rules.ConverterNotSeen, place, new([record.Name])));
                }
            }
        }

        return new(problems.ToImmutableArray());
    }

    private static IEnumerable<ITypeSymbol> Records(ITypeSymbol type, HashSet<ITypeSymbol> seen, int depth)
    {
        // A generic type can hold itself with longer and longer arguments.
        if (depth > MaxDepth || !seen.Add(type))
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
            if (named.HasConverter())
            {
                yield break;
            }

            if (named.Attribute(Names.ObjectAttribute) is not null)
            {
                yield return named;
                yield break;
            }

            parts = named.TypeArguments.Concat(Held(named));
        }

        foreach (var record in parts.SelectMany(part => Records(part, seen, depth + 1)))
        {
            yield return record;
        }
    }

    /// <summary>What a type of the same project holds is written along with it: its members, inherited ones too, and the types that may stand in its place.</summary>
    private static IEnumerable<ITypeSymbol> Held(INamedTypeSymbol type)
    {
        for (var each = type; each is { DeclaringSyntaxReferences.IsEmpty: false } && !each.DerivesFrom(Names.Record); each = each.BaseType)
        {
            foreach (var member in each.GetMembers().Where(IsWritten))
            {
                yield return (member as IPropertySymbol)?.Type ?? ((IFieldSymbol)member).Type;
            }

            foreach (var attribute in each.GetAttributes().Where(attribute => attribute.AttributeClass?.IsNamed(Names.JsonDerivedTypeAttribute) == true))
            {
                if (attribute.ConstructorArguments.FirstOrDefault().Value is ITypeSymbol derived)
                {
                    yield return derived;
                }
            }
        }
    }

    private static bool IsWritten(ISymbol member)
    {
        var isIncluded = member.Attribute(Names.JsonIncludeAttribute) is not null;
        return member is { IsStatic: false } and (IFieldSymbol or IPropertySymbol { IsIndexer: false })
            && (isIncluded || member is IPropertySymbol { DeclaredAccessibility: Accessibility.Public })
            && !IsIgnored(member) && !member.HasConverter();
    }

    /// <summary>Whether the member is never written: [JsonIgnore] without a condition, or with <c>Always</c>.</summary>
    private static bool IsIgnored(ISymbol member) =>
        member.Attribute(Names.JsonIgnoreAttribute) is { } attribute && attribute.NamedArguments.All(each => each is { Key: "Condition", Value.Value: JsonIgnoreAlways });
}
