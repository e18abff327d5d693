using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gainsight.Client.Generators;

/// <summary>Generates what a record type needs besides its attributes: tokens, bodies of properties, the converter and the object.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class RecordGenerator : IIncrementalGenerator
{
    internal const string Records = nameof(Records);
    internal const string Extensions = nameof(Extensions);
    internal const string Contexts = nameof(Contexts);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var records = context.SyntaxProvider
            .ForAttributeWithMetadataName(Names.ObjectAttribute, IsClass, static (found, _) => RecordReader.Read(found))
            .WithTrackingName(Records);
        Generate(context, records, static record => record.HintName + ".Record.g.cs", RecordSource.Write);

        var extensions = context.SyntaxProvider
            .ForAttributeWithMetadataName(Names.FieldsOfAttribute, IsClass, static (found, _) => ExtensionReader.Read(found))
            .WithTrackingName(Extensions);
        Generate(context, extensions, static extension => extension.HintName + ".FieldsOf.g.cs", ExtensionSource.Write);

        var contexts = context.SyntaxProvider
            .ForAttributeWithMetadataName(Names.JsonSerializableAttribute, IsClass, static (found, _) => ContextReader.Read(found))
            .WithTrackingName(Contexts);
        context.RegisterSourceOutput(contexts, static (output, problems) => Report(output, problems));

        var strays = context.SyntaxProvider
            .ForAttributeWithMetadataName(Names.FieldAttribute, static (node, _) => node is PropertyDeclarationSyntax, static (found, _) => StrayReader.Read(found))
            .Where(static problems => problems.Count > 0);
        context.RegisterSourceOutput(strays, static (output, problems) => Report(output, problems));
    }

    /// <summary>A 'record' is read too, so that it can be refused.</summary>
    private static bool IsClass(SyntaxNode node, CancellationToken cancellationToken) => node.IsKind(SyntaxKind.ClassDeclaration) || node.IsKind(SyntaxKind.RecordDeclaration);

    /// <summary>Source and diagnostics are separate steps: a declaration that only moves within its file is not written anew.</summary>
    private static void Generate<T>(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<Read<T>?> found, Func<T, string> hintName, Func<T, string> write)
        where T : class
    {
        context.RegisterSourceOutput(found.Select(static (read, _) => read?.Model), (output, model) =>
        {
            if (model is not null)
            {
                output.AddSource(hintName(model), write(model));
            }
        });
        context.RegisterSourceOutput(found.Select(static (read, _) => read?.Problems ?? EquatableArray<Problem>.Empty), static (output, problems) => Report(output, problems));
    }

    private static void Report(SourceProductionContext output, EquatableArray<Problem> problems)
    {
        foreach (var problem in problems)
        {
            output.ReportDiagnostic(problem.ToDiagnostic());
        }
    }
}
