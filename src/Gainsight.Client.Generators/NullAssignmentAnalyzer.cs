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
                start.RegisterOperationAction(Analyze, OperationKind.SimpleAssignment);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        var value = assignment.Value;
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        if (value is ILiteralOperation { ConstantValue: { HasValue: true, Value: null } }
            && assignment.Target is IPropertyReferenceOperation target
            && TokenOf(target.Property) is { } token)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.NullAssigned, assignment.Syntax.GetLocation(), target.Property.Name, token));
        }
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
