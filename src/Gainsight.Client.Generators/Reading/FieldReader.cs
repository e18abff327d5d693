using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gainsight.Client.Generators;

/// <summary>Reads the properties of one type as fields, and keeps what is wrong with them.</summary>
internal sealed class FieldReader(List<Problem> problems)
{
    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _properties = new(StringComparer.Ordinal);

    public List<FieldModel> Fields { get; } = [];

    /// <summary>Takes the name for a field that the type has already.</summary>
    public void Take(string apiName, string declaredAs) => _names[apiName] = declaredAs;

    /// <summary>Reads a property of a record type; <paramref name="part"/> is the hand-written part of the class of its fields.</summary>
    public void ReadProperty(IPropertySymbol property, INamedTypeSymbol? part, string fieldsName)
    {
        var attribute = property.Attribute(Names.FieldAttribute);
        var isOpen = IsOpen(property);
        if ((attribute is null && !isOpen) || IsUnfinished(property, isOpen) || IsRepeated(property))
        {
            return;
        }

        var members = part?.GetMembers(property.Name) ?? [];
        var hasToken = members.Any(IsToken);
        if (!isOpen && !hasToken)
        {
            problems.Add(Problem.Of(Rules.PropertyNotPartial, property, property.Name, Suggestion(property)));
            return;
        }

        if ((FormProblem(property) ?? (members.Any(Marks.IsForbidden) ? $"'{fieldsName}.{property.Name}' is [Obsolete] as an error, and generated code uses it: make it a warning" : null)) is { } form)
        {
            problems.Add(Problem.Of(Rules.FormNotSupported, property, property.Name, form));
            return;
        }

        if (property.Name == fieldsName || Names.IsReserved(property.Name) || (!hasToken && !members.IsEmpty))
        {
            problems.Add(Problem.Of(Rules.NameTaken, property, property.Name, property.Name, $"'{fieldsName}' has a member or name of its own like it: rename it, and give the API name in [GainsightField]"));
            return;
        }

        var isNullable = property.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
        var type = property.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : property.Type;
        var valueType = ValueTypes.Of(type);
        if (isOpen && TypeProblem(property, type, valueType, isNullable) is { } problem)
        {
            problems.Add(Problem.Of(Rules.TypeNotSupported, property, property.Name, property.Type.ToDisplayString(), problem));
            return;
        }

        if (isOpen && hasToken && !members.Any(token => TypeOf(token) is { } held && Holds(held, type)))
        {
            problems.Add(Problem.Of(Rules.TypeNotSupported, property, property.Name, property.Type.ToDisplayString(), $"the token '{fieldsName}.{property.Name}' holds values of another type: write the body of the property by hand"));
            return;
        }

        if (NameOf(property, attribute) is { } name && !IsTwice(property, name) && !IsBadLookup(property, attribute, valueType))
        {
            Fields.Add(Model(property, attribute, name, valueType ?? "string", isOpen) with { HasToken = hasToken });
        }
    }

    /// <summary>Reads a partial property of a class of a tenant's own fields, whose type is that of the token.</summary>
    public void ReadToken(IPropertySymbol property, string propertiesName)
    {
        var attribute = property.Attribute(Names.FieldAttribute);
        var isOpen = IsOpen(property);
        if ((attribute is null && !isOpen) || IsUnfinished(property, isOpen) || IsRepeated(property))
        {
            return;
        }

        if (!isOpen)
        {
            problems.Add(Problem.Of(Rules.PropertyNotPartial, property, property.Name, $"public static partial {property.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)} {property.Name} {{ get; }}"));
            return;
        }

        if (!property.IsStatic || property.SetMethod is not null || property.GetMethod is null || property.IsIndexer)
        {
            problems.Add(Problem.Of(Rules.FormNotSupported, property, property.Name, $"a token is a static property without a setter: write 'public static partial Field<string> {property.Name} {{ get; }}'"));
            return;
        }

        if (property.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal) || property.GetMethod.DeclaredAccessibility != property.DeclaredAccessibility)
        {
            problems.Add(Problem.Of(Rules.FormNotSupported, property, property.Name, "generated code outside of the class uses the token: make it 'internal' or 'public'"));
            return;
        }

        if (property.Name == Names.Tokens || property.Name == propertiesName || (property.Name != "All" && Names.IsReserved(property.Name)))
        {
            problems.Add(Problem.Of(Rules.NameTaken, property, property.Name, property.Name, "generated code has that name: rename it"));
            return;
        }

        var isLookup = property.Type.IsNamed("Gainsight.Client.LookupField");
        var value = property.Type.OriginalDefinition.IsNamed("Gainsight.Client.Field`1") ? property.Type.Argument() : null;
        var valueType = isLookup ? "string" : value is { NullableAnnotation: not NullableAnnotation.Annotated } ? ValueTypes.Of(value) : null;
        if (valueType is null || property.NullableAnnotation == NullableAnnotation.Annotated || property.RefKind != RefKind.None)
        {
            problems.Add(Problem.Of(Rules.TypeNotSupported, property, property.Name, property.Type.ToDisplayString(),
                $"write Field<T>, where T is {ValueTypes.Supported}, or LookupField"));
            return;
        }

        if (isLookup && string.IsNullOrWhiteSpace(attribute.Argument<string>("LookupTo")))
        {
            problems.Add(Problem.Of(Rules.TypeNotSupported, property, property.Name, property.Type.ToDisplayString(),
                "name the object that the lookup points to, such as [GainsightField(\"Owner__gc\", LookupTo = \"gsuser\")]"));
            return;
        }

        if (NameOf(property, attribute) is { } name && !IsTwice(property, name) && !IsBadLookup(property, attribute, valueType))
        {
            Fields.Add(Model(property, attribute, name, valueType, isOpen) with { IsReadOnly = attribute.Argument<bool>("IsReadOnly") });
        }
    }

    private static FieldModel Model(IPropertySymbol property, AttributeData? attribute, string name, string valueType, bool isOpen)
    {
        var facts = property.Attribute(Names.FieldFactsAttribute);
        var syntax = property.DeclaringSyntaxReferences.Select(each => each.GetSyntax()).OfType<PropertyDeclarationSyntax>().First();
        var isSelected = attribute?.NamedArguments.FirstOrDefault(each => each.Key == "IsSelected").Value.Value as bool? ?? true;
        return new FieldModel
        {
            Name = Symbols.InCode(property.Name),
            ApiName = name,
            Type = property.Type.InCode(),
            ValueType = valueType,
            DataType = attribute.Argument<string>("DataType") is { } dataType ? ValueTypes.DataType(dataType) : null,
            LookupTo = attribute.Argument<string>("LookupTo"),
            LabelOf = facts.Argument<string>("LabelOf"),
            IsReadOnly = property.SetMethod is null || attribute.Argument<bool>("IsReadOnly"),
            IsSelected = isSelected,
            IsPublic = property.DeclaredAccessibility == Accessibility.Public,
            HasBody = !isOpen,
            Marks = Marks.Of(property),
            Modifiers = Modifiers.Of(syntax),
            Accessors = Modifiers.OfAccessors(syntax),
            IsOblivious = property.Type is { IsReferenceType: true } && property.NullableAnnotation == NullableAnnotation.None,
            IsRequired = facts.Argument<bool>("IsRequired"),
            IsOwner = facts.Argument<bool>("IsOwner"),
            IsModifiedDate = facts.Argument<bool>("IsModifiedDate"),
        };
    }

    /// <summary>Whether the accessors or, of a property that is not partial, the type are still to be typed. The compiler says so.</summary>
    private static bool IsUnfinished(IPropertySymbol property, bool isOpen) =>
        property is { GetMethod: null, SetMethod: null } || (!isOpen && property.Type.TypeKind == TypeKind.Error);

    private static bool IsOpen(IPropertySymbol property) => property is { IsPartialDefinition: true, PartialImplementationPart: null };

    /// <summary>Whether the member is a token that generated code can read.</summary>
    private static bool IsToken(ISymbol member) =>
        member.IsStatic && TypeOf(member) is { NullableAnnotation: not NullableAnnotation.Annotated } type && type.DerivesFrom(Names.Field)
        && (member is IPropertySymbol property ? property.GetMethod : member)?.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal;

    private static ITypeSymbol? TypeOf(ISymbol member) => (member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type;

    private static bool Holds(ITypeSymbol token, ITypeSymbol value) =>
        token.IsNamed("Gainsight.Client.LookupField") ? value.SpecialType == SpecialType.System_String
        : token.Argument() is { NullableAnnotation: not NullableAnnotation.Annotated } held && ValueTypes.Of(held) is not null && SymbolEqualityComparer.Default.Equals(held, value);

    private static string? FormProblem(IPropertySymbol property) =>
        property.IsIndexer ? "an indexer is no field: use a property"
        : property.IsStatic ? "a field is a property of a row: remove 'static'"
        : property.RefKind != RefKind.None ? "a field cannot be returned by reference: remove 'ref'"
        : property.Name.Contains('.') ? "it implements an interface explicitly: write a property with a name of its own"
        : property.IsAbstract ? "its body is generated: remove 'abstract'"
        : property.Attribute(Names.NotNullAttribute) is not null ? "a field may be absent: remove [NotNull]"
        : null;

    private static string? TypeProblem(IPropertySymbol property, ITypeSymbol type, string? valueType, bool isNullable)
    {
        if (type.TypeKind == TypeKind.Error)
        {
            // The compiler says so already.
            return "the type is not known";
        }

        if (valueType is null)
        {
            return type.IsNamed("System.DateTime") ? "use DateTimeOffset? for a point in time or DateOnly? for a day"
                : type.SpecialType == SpecialType.System_Single ? "use double? or decimal?"
                : $"use {ValueTypes.Supported}, each with a question mark";
        }

        return type.IsValueType ? (isNullable ? null : $"a field may be absent, so write '{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}?'")
            : property.NullableAnnotation == NullableAnnotation.NotAnnotated ? $"a field may be absent, so write '{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}?'"
            : null;
    }

    private static string Suggestion(IPropertySymbol property)
    {
        var type = property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        return $"public partial {type} {property.Name} {{ get;{(property.SetMethod is null ? "" : " set;")} }}";
    }

    /// <summary>Whether a property of the name was read already. The compiler refuses the second one.</summary>
    private bool IsRepeated(IPropertySymbol property) => !_properties.Add(property.Name);

    private string? NameOf(IPropertySymbol property, AttributeData? attribute)
    {
        var name = attribute.FirstArgument();
        if (attribute is { ConstructorArguments.Length: > 0 } && Names.Fault(name) is { } fault)
        {
            problems.Add(Problem.Of(Rules.NameEmpty, property, $"the field '{property.Name}'", fault, $"GainsightField(\"{property.Name}\")"));
            return null;
        }

        return name ?? property.Name;
    }

    private bool IsTwice(IPropertySymbol property, string name)
    {
        if (_names.TryGetValue(name, out var first))
        {
            problems.Add(Problem.Of(Rules.DeclaredTwice, property, name, first, property.Name));
            return true;
        }

        _names.Add(name, property.Name);
        return false;
    }

    private bool IsBadLookup(IPropertySymbol property, AttributeData? attribute, string? valueType)
    {
        if (attribute.Argument<string>("LookupTo") is not { } target)
        {
            return false;
        }

        if (Names.Fault(target) is { } fault)
        {
            problems.Add(Problem.Of(Rules.NameEmpty, property, $"the object that '{property.Name}' points to", fault, $"GainsightField(\"{property.Name}\", LookupTo = \"company\")"));
            return true;
        }

        if (valueType is "string")
        {
            return false;
        }

        problems.Add(Problem.Of(Rules.TypeNotSupported, property, property.Name, property.Type.ToDisplayString(), "a lookup holds a GSID, so write 'string?'"));
        return true;
    }
}
