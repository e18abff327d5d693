using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Gainsight.Client.Generators;

/// <summary>Finds a literal null that is assigned to a field of a record, where <c>Clear</c> says what is meant.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NullAssignmentAnalyzer : DiagnosticAnalyzer
{
    private const string ExtensionSuffix = "Properties";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.NullAssigned];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        if (context is null)
        {
            throw new ArgumentNullException(nameof(context));
        }

        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(Names.Record) is not null)
            {
                start.RegisterOperationAction(Analyze, OperationKind.SimpleAssignment, OperationKind.DeconstructionAssignment);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        foreach (var property in Emptied(assignment.Target, assignment.Value))
        {
            if (TokenOf(property) is { } token)
            {
                context.ReportDiagnostic(Diagnostic.Create(Rules.NullAssigned, assignment.Syntax.GetLocation(), property.Name, token));
            }
        }
    }

    /// <summary>The properties that are set to a null that is written out. Tuples are taken apart.</summary>
    private static IEnumerable<IPropertySymbol> Emptied(IOperation target, IOperation value) => (target, WithoutConversion(value)) switch
    {
        (ITupleOperation targets, ITupleOperation values) => targets.Elements.Zip(values.Elements, Emptied).SelectMany(static each => each),
        (IPropertyReferenceOperation { Property: var property }, var written) when IsNull(written) => [property],
        _ => [],
    };

    private static bool IsNull(IOperation value) => WithoutConversion(value) switch
    {
        ILiteralOperation { ConstantValue: { HasValue: true, Value: null } } => true,
        IDefaultValueOperation { Type: { } type } => type.IsReferenceType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T,
        IConditionalOperation { WhenFalse: { } other } choice => IsNull(choice.WhenTrue) && IsNull(other),
        _ => false,
    };

    private static IOperation WithoutConversion(IOperation value)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return value;
    }

    /// <summary>The token of the property as it is written in code, or null where the property is no field.</summary>
    private static string? TokenOf(IPropertySymbol property)
    {
        var type = property.ContainingType;
        if (type.DerivesFrom(Names.Record))
        {
            return TokenOf(type, type.Name + "Fields", property.Name);
        }

        // An extension property stands in a block inside of the generated class.
        return type.ContainingType is { IsStatic: true } outer && outer.Name.EndsWith(ExtensionSuffix, StringComparison.Ordinal)
            ? TokenOf(outer, outer.Name.Substring(0, outer.Name.Length - ExtensionSuffix.Length), property.Name)
            : null;
    }

    private static string? TokenOf(INamedTypeSymbol type, string tokens, string name) =>
        type.ContainingNamespace.GetTypeMembers(tokens, 0).SelectMany(each => each.GetMembers(name)).OfType<IPropertySymbol>()
            .Any(token => token.IsStatic && token.Type.DerivesFrom(Names.Field)) ? $"{tokens}.{name}" : null;
}
