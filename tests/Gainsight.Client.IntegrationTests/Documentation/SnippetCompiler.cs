using System.Reflection;
using System.Runtime.Loader;
using Gainsight.Client.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Gainsight.Client.IntegrationTests.Documentation;

/// <summary>Compiles a snippet as the body of a method, together with the types and functions that the document declares before it.</summary>
internal static class SnippetCompiler
{
    private const string Usings = """
        using System; using System.Collections.Generic; using System.Data.Common; using System.Globalization; using System.IO; using System.Linq;
        using System.Net.Http; using System.Runtime.CompilerServices; using System.Text.Json; using System.Text.Json.Serialization;
        using System.Threading; using System.Threading.Tasks;
        using FluentAssertions; using Gainsight.Client; using Gainsight.Client.Emulator;
        using Microsoft.AspNetCore.Builder; using Microsoft.Extensions.Configuration; using Microsoft.Extensions.DependencyInjection; using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Http.Resilience; using Microsoft.Extensions.Logging; using Polly;
        using OpenTelemetry.Metrics; using OpenTelemetry.Trace;

        """;

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    private static readonly ISourceGenerator[] Generators = [new RecordGenerator().AsSourceGenerator(), .. JsonGenerators()];

    /// <summary>Compiles the snippet and returns the errors, or the assembly.</summary>
    public static (IReadOnlyList<string> Errors, byte[] Assembly) Compile(Snippet snippet, IEnumerable<Snippet> before)
    {
        var unit = Parse(snippet.Code);
        HashSet<string> own = [.. Types(unit).Select(Name)];
        CompilationUnitSyntax[] earlier = [.. before.Select(one => Parse(one.Code))];
        var types = earlier.SelectMany(Types).Where(type => !own.Contains(Name(type))).DistinctBy(Name)
            .Concat(Types(unit)).Select(type => type.ToFullString());
        var functions = earlier.SelectMany(Functions).DistinctBy(function => function.Identifier.ValueText).Select(function => function.ToFullString());
        var code = $$"""
            #nullable enable
            {{Usings}}{{string.Concat(earlier.Append(unit).SelectMany(each => each.Usings).Select(use => use.ToString()).Distinct())}}
            namespace Gainsight.Client.Snippets;
            {{string.Join('\n', types)}}
            public sealed class Program : {{typeof(SnippetContext).FullName}}
            {
            {{string.Concat(functions)}}
                public override async Task RunAsync()
                {
                    await Task.CompletedTask;
            #line {{snippet.Line}}
            {{string.Concat(unit.Members.OfType<GlobalStatementSyntax>().Select(statement => statement.ToFullString()))}}
                }
            }
            """;
        var compilation = CSharpCompilation.Create(
            $"Snippet.{Path.GetFileName(snippet.Document)}.{snippet.Line}", [CSharpSyntaxTree.ParseText(code)], References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _ = CSharpGeneratorDriver.Create(Generators).RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        using var stream = new MemoryStream();
        string[] errors = [.. generated.Emit(stream).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString())];
        return (errors, stream.ToArray());
    }

    /// <summary>Loads a compiled snippet.</summary>
    public static SnippetContext Load(byte[] assembly)
    {
        var loaded = AssemblyLoadContext.Default.LoadFromStream(new MemoryStream(assembly));
        return (SnippetContext)Activator.CreateInstance(loaded.GetType("Gainsight.Client.Snippets.Program", throwOnError: true)!)!;
    }

    /// <summary>The generator of System.Text.Json, from the path that the project file notes.</summary>
    private static ISourceGenerator[] JsonGenerators()
    {
        var path = typeof(SnippetCompiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "JsonGenerator").Value!;
        return [.. new AnalyzerFileReference(path, new Loader()).GetGenerators(LanguageNames.CSharp)];
    }

    private static CompilationUnitSyntax Parse(string code) => (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(code).GetRoot();

    private static IEnumerable<BaseTypeDeclarationSyntax> Types(CompilationUnitSyntax unit) => unit.Members.OfType<BaseTypeDeclarationSyntax>();

    private static IEnumerable<LocalFunctionStatementSyntax> Functions(CompilationUnitSyntax unit) =>
        unit.Members.OfType<GlobalStatementSyntax>().Select(member => member.Statement).OfType<LocalFunctionStatementSyntax>();

    private static string Name(BaseTypeDeclarationSyntax type) => type.Identifier.ValueText;

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => AssemblyLoadContext.Default.LoadFromAssemblyPath(fullPath);
    }
}
