using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gainsight.Client.Generators;

/// <summary>Reads a class of fields that a tenant added to a record type.</summary>
internal static class ExtensionReader
{
    public static Read<ExtensionModel>? Read(GeneratorAttributeSyntaxContext context)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var attributes = type.GetAttributes().Where(each => each.AttributeClass?.OriginalDefinition.IsNamed(Names.FieldsOfAttribute) == true).ToList();
        if (type.IsUnfinished()
            || attributes[0].ApplicationSyntaxReference?.GetSyntax().FirstAncestorOrSelf<TypeDeclarationSyntax>() != context.TargetNode
            || attributes[0].AttributeClass!.TypeArguments[0] is not INamedTypeSymbol record || !record.DerivesFrom(Names.Record))
        {
            // The compiler refuses a type that is no record, and a class whose name is not typed yet.
            return null;
        }

        var version = Symbols.LanguageVersionOf(context.TargetNode);
        var problems = new List<Problem>();
        if (TypeProblem(type, record, version, attributes.Count) is { } problem)
        {
            problems.Add(problem);
            return new(null, new(problems.ToImmutableArray()));
        }

        return new(Model(type, record, context.SemanticModel.Compilation, version, problems), new(problems.ToImmutableArray()));
    }

    private static Problem? TypeProblem(INamedTypeSymbol type, INamedTypeSymbol record, LanguageVersion version, int records)
    {
        var propertiesName = type.Name + "Properties";
        var form = Forms.Problem(type)
            ?? (records > 1 ? "it names two record types: write a class for each"
            : !type.IsStatic ? "it holds tokens only: write 'static partial class'"
            : !record.All(static each => !each.IsFileLocal) ? $"'{record.Name}' is local to its file: remove 'file'"
            : null);
        return form is not null ? Problem.Of(Rules.FormNotSupported, type, type.Name, form)
            : !type.IsPartial() ? Problem.Of(Rules.TypeNotPartial, type, type.Name)
            : !Symbols.HasPartialProperties(version) ? Problem.Of(Rules.OldLanguage, type, type.Name, Symbols.Text(version))
            : type.ContainingNamespace.GetMembers(propertiesName).Any(static each => each is not INamedTypeSymbol { Arity: > 0 }) || !type.GetMembers(Names.Tokens).IsEmpty
                ? Problem.Of(Rules.NameTaken, type, type.Name, type.Name, $"generated code has the names '{propertiesName}' and '{Names.Tokens}', which exist: rename those")
            : null;
    }

    private static ExtensionModel Model(INamedTypeSymbol type, INamedTypeSymbol record, Compilation compilation, LanguageVersion version, List<Problem> problems)
    {
        var reader = new FieldReader(problems);
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var each = record; each is not null; each = each.BaseType)
        {
            foreach (var member in each.GetMembers().Where(member => member.CanBeReferencedByName && compilation.IsSymbolAccessibleWithin(member, type)))
            {
                taken[member.Name] = member is IPropertySymbol ? "property" : "member";
            }

            foreach (var property in each.GetMembers().OfType<IPropertySymbol>().Where(property => property is { IsStatic: false, IsIndexer: false } && taken.ContainsKey(property.Name)))
            {
                reader.Take(property.Attribute(Names.FieldAttribute).FirstArgument() ?? property.Name, $"{each.Name}.{property.Name}");
            }
        }

        var propertiesName = type.Name + "Properties";
        var isTimeline = record.Name == "TimelineActivity";
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
        {
            var count = reader.Fields.Count;
            reader.ReadToken(property, propertiesName);
            if (reader.Fields.Count == count)
            {
                continue;
            }

            if (taken.TryGetValue(property.Name, out var kind))
            {
                problems.Add(Problem.Of(Rules.NameTaken, property, property.Name, property.Name, $"'{record.Name}' has a {kind} of that name, which would be used instead: rename it"));
            }

            var isWritten = property.Attribute(Names.FieldAttribute).FirstArgument() is not null;
            if (Suffixes.OfExtension(property, reader.Fields[count].ApiName, isWritten, isTimeline) is { } suffix)
            {
                problems.Add(suffix);
            }
        }

        var hasProperties = Symbols.HasExtensionProperties(version);
        if (!hasProperties && reader.Fields.Count > 0)
        {
            problems.Add(Problem.Of(Rules.TokensOnly, type, type.Name, Symbols.Text(version), reader.Fields[0].Name));
        }

        return new ExtensionModel
        {
            Namespace = type.NamespaceInCode(),
            Name = Symbols.InCode(type.Name),
            HintName = HintNames.Of(type),
            PropertiesName = propertiesName,
            Record = record.InCode(),
            IsPublic = type.DeclaredAccessibility == Accessibility.Public && record.All(static each => each.DeclaredAccessibility == Accessibility.Public),
            HasProperties = hasProperties,
            Marks = Marks.Of(type, record),
            Fields = new(reader.Fields.ToImmutableArray()),
        };
    }
}
