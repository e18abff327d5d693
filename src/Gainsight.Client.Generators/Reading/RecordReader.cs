using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gainsight.Client.Generators;

/// <summary>Reads a type that names its object.</summary>
internal static class RecordReader
{
    /// <summary>What the hand-written part of the fields of a library's own type may say of the definition.</summary>
    private static readonly string[] DefinitionParts = ["Routes", "CallSize"];

    public static Read<RecordModel>? Read(GeneratorAttributeSyntaxContext context)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var attribute = type.Attribute(Names.ObjectAttribute);
        if (type.IsUnfinished() || attribute?.AttributeConstructor is null
            || attribute.ApplicationSyntaxReference?.GetSyntax().FirstAncestorOrSelf<TypeDeclarationSyntax>() != context.TargetNode)
        {
            // The attribute stands twice or has wrong arguments, or the name is not typed yet, which the compiler refuses.
            return null;
        }

        var problems = new List<Problem>();
        if (TypeProblem(type, Symbols.LanguageVersionOf(context.TargetNode), attribute) is { } problem)
        {
            return new(null, new([problem]));
        }

        var model = Model(type, attribute, context.SemanticModel.Compilation, problems);
        return new(model, new(problems.ToImmutableArray()));
    }

    private static Problem? TypeProblem(INamedTypeSymbol type, LanguageVersion version, AttributeData attribute)
    {
        var fieldsName = type.Name + "Fields";
        var form = Forms.Problem(type)
            ?? (!type.DerivesFrom(Names.Record) ? "it is no record: derive it from GainsightRecord"
            : Bases(type).FirstOrDefault(each => each.Attribute(Names.ObjectAttribute) is not null) is { } other ? $"'{other.Name}' stands for an object of its own: derive '{type.Name}' from GainsightRecord"
            : type.IsAbstract ? "rows of it cannot be made: remove 'abstract', and put [GainsightObject] on the types that derive from it"
            : Bases(type).Prepend(type).SelectMany(each => each.GetMembers()).Any(member => member is IFieldSymbol { IsRequired: true } or IPropertySymbol { IsRequired: true }) ? "rows are made by the library, which cannot set required members: remove 'required'"
            : !type.InstanceConstructors.Any(each => each.Parameters.Length == 0 && each.DeclaredAccessibility == Accessibility.Public) ? "rows are made by a public constructor without parameters: add one"
            : null);
        if (form is not null)
        {
            return Problem.Of(Rules.FormNotSupported, type, type.Name, form);
        }

        if (!type.IsPartial())
        {
            return Problem.Of(Rules.TypeNotPartial, type, type.Name);
        }

        if (!Symbols.HasPartialProperties(version))
        {
            return Problem.Of(Rules.OldLanguage, type, type.Name, Symbols.Text(version));
        }

        if (Names.Fault(attribute.FirstArgument()) is { } fault)
        {
            return Problem.Of(Rules.NameEmpty, type, $"the object of '{type.Name}'", fault, $"GainsightObject(\"{type.Name}__gc\")");
        }

        var part = Part(type);
        return (part is not null && !(part.IsStatic && part.IsPartial())) || type.ContainingNamespace.GetNamespaceMembers().Any(each => each.Name == fieldsName)
            ? Problem.Of(Rules.NameTaken, type, type.Name, type.Name, $"the class of its fields is generated as '{fieldsName}', which exists: make that 'static partial', or rename it")
            : part?.GetMembers("All").FirstOrDefault() is { } list
            ? Problem.Of(Rules.NameTaken, list, list.Name, list.Name, $"the list of all fields is generated as '{fieldsName}.All': rename it")
            : null;
    }

    private static RecordModel Model(INamedTypeSymbol type, AttributeData attribute, Compilation compilation, List<Problem> problems)
    {
        var objectName = attribute.FirstArgument()!;
        var part = Part(type);
        var fieldsName = type.Name + "Fields";
        var isOwn = SymbolEqualityComparer.Default.Equals(compilation.GetTypeByMetadataName(Names.Record)?.ContainingAssembly, compilation.Assembly);
        var facts = type.Attribute(Names.ObjectFactsAttribute);
        var systemFields = facts.Names("SystemFields") ?? Names.SystemFields;
        var reader = new FieldReader(problems);
        foreach (var name in systemFields)
        {
            reader.Take(name, name);
        }

        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
        {
            var count = reader.Fields.Count;
            reader.ReadProperty(property, part, fieldsName);
            if (reader.Fields.Count > count && Suffixes.IsCustom(objectName) && Suffixes.OfObject(property, reader.Fields[count].ApiName) is { } suffix)
            {
                problems.Add(suffix);
            }
        }

        return new RecordModel
        {
            ObjectName = objectName,
            Namespace = type.NamespaceInCode(),
            Name = Symbols.InCode(type.Name),
            FieldsName = fieldsName,
            HintName = HintNames.Of(type),
            Values = type.BaseType!.IsNamed(Names.Record) ? "base" : $"(({Names.Sdk}.GainsightRecord)this)",
            IsPublic = type.DeclaredAccessibility == Accessibility.Public,
            Fields = new(reader.Fields.ToImmutableArray()),
            SystemFields = new(systemFields.Where(name => part?.GetMembers(name).IsEmpty != false && reader.Fields.All(field => field.Name != name)).ToImmutableArray()),
            HasConverter = type.HasConverter(),
            HasObjectName = Declares(type, "ObjectName", static each => each.SpecialType == SpecialType.System_String),
            HasFields = Declares(type, "Fields", static each => each.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IReadOnlyList_T && each.Argument()!.IsNamed(Names.Field)),
            HasFieldsPart = part is not null,
            Definition = !isOwn ? null : new()
            {
                SelectedSystemFields = new((facts.Names("SelectedSystemFields") ?? systemFields).ToImmutableArray()),
                IsDescribed = facts.Argument<bool>("IsDescribed"),
                Parts = new(DefinitionParts.Where(name => part?.GetMembers(name).IsEmpty == false).ToImmutableArray()),
            },
        };
    }

    /// <summary>The class of the fields, as far as it is written by hand.</summary>
    private static INamedTypeSymbol? Part(INamedTypeSymbol type) => type.ContainingNamespace.GetTypeMembers(type.Name + "Fields", 0).FirstOrDefault(each => !each.IsFileLocal && SymbolEqualityComparer.Default.Equals(each.ContainingAssembly, type.ContainingAssembly));

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var each = type.BaseType; each is not null; each = each.BaseType)
        {
            yield return each;
        }
    }

    /// <summary>Whether the type implements the member of the interface. Another member of that name does not matter, as the generated one is explicit.</summary>
    private static bool Declares(INamedTypeSymbol type, string member, Func<ITypeSymbol, bool> isType) =>
        type.GetMembers().OfType<IPropertySymbol>().Any(each => each.IsStatic
            && ((each.Name == member && each.GetMethod?.DeclaredAccessibility == Accessibility.Public && isType(each.Type)) || each.ExplicitInterfaceImplementations.Any(implemented => implemented.Name == member)));
}
