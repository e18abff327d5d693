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
        var options = context.TargetSymbol.Attribute(Names.JsonOptionsAttribute);
        var hasFields = options.Argument<bool>("IncludeFields");
        var seen = new HashSet<ITypeSymbol>(Converted(options), SymbolEqualityComparer.Default);
        foreach (var attribute in context.Attributes)
        {
            if (attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Type, Value: ITypeSymbol type })
            {
                var place = attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation();
                foreach (var record in Records(type, hasFields, seen, 0))
                {
                    problems.Add(new(Rules.ConverterNotSeen, place, new([record.Name])));
                }
            }
        }

        return new(problems.ToImmutableArray());
    }

    /// <summary>The records whose converters the context names itself.</summary>
    private static IEnumerable<ITypeSymbol> Converted(AttributeData? options) =>
        (options?.NamedArguments ?? []).Where(each => each is { Key: "Converters", Value: { Kind: TypedConstantKind.Array, IsNull: false } })
            .SelectMany(each => each.Value.Values).Select(each => each.Value).OfType<INamedTypeSymbol>()
            .Where(converter => converter.OriginalDefinition.IsNamed(Names.RecordConverter)).Select(converter => converter.TypeArguments[0]);

    private static IEnumerable<ITypeSymbol> Records(ITypeSymbol type, bool hasFields, HashSet<ITypeSymbol> seen, int depth)
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

            parts = named.TypeArguments.Concat(Items(named)).Concat(Held(named, hasFields));
        }

        foreach (var record in parts.SelectMany(part => Records(part, hasFields, seen, depth + 1)))
        {
            yield return record;
        }
    }

    /// <summary>The items of a type that is written as a list or a dictionary.</summary>
    private static IEnumerable<ITypeSymbol> Items(INamedTypeSymbol type) => type.AllInterfaces
        .Where(each => each.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T || each.OriginalDefinition.IsNamed(Names.AsyncEnumerable))
        .SelectMany(each => each.TypeArguments);

    /// <summary>What a type of the same project holds is written along with it: its members, inherited ones too, and the types that may stand in its place.</summary>
    private static IEnumerable<ITypeSymbol> Held(INamedTypeSymbol type, bool hasFields)
    {
        foreach (var each in Bases(type).Where(each => !each.DeclaringSyntaxReferences.IsEmpty && !each.DerivesFrom(Names.Record)))
        {
            foreach (var member in each.GetMembers().Where(member => IsWritten(member, hasFields)))
            {
                yield return (member as IPropertySymbol)?.Type ?? ((IFieldSymbol)member).Type;
            }

            foreach (var attribute in each.GetAttributes().Where(attribute => attribute.AttributeClass?.IsNamed(Names.JsonDerivedTypeAttribute) == true))
            {
                if (attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Type, Value: ITypeSymbol derived })
                {
                    yield return derived;
                }
            }
        }
    }

    /// <summary>The type and what it inherits members from.</summary>
    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var each = type; each is not null; each = each.BaseType)
        {
            yield return each;
        }

        foreach (var each in type.TypeKind == TypeKind.Interface ? type.AllInterfaces : [])
        {
            yield return each;
        }
    }

    private static bool IsWritten(ISymbol member, bool hasFields)
    {
        var isIncluded = member.Attribute(Names.JsonIncludeAttribute) is not null;
        return member is { IsStatic: false } and (IFieldSymbol or IPropertySymbol { IsIndexer: false })
            && (isIncluded || (member.DeclaredAccessibility == Accessibility.Public && (hasFields || member is IPropertySymbol)))
            && !IsIgnored(member) && !member.HasConverter();
    }

    /// <summary>Whether the member is never written: [JsonIgnore] without a condition, or with <c>Always</c>.</summary>
    private static bool IsIgnored(ISymbol member) =>
        member.Attribute(Names.JsonIgnoreAttribute) is { } attribute && attribute.NamedArguments.All(each => each is { Key: "Condition", Value.Value: JsonIgnoreAlways });
}
