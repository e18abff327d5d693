using System.Reflection;
using System.Runtime.Loader;
using Gainsight.Client.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gainsight.Client.Tool.Tests;

/// <summary>Files of a scaffold, compiled with the record generator and a program that uses them.</summary>
internal sealed class CompiledTypes
{
    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly Compilation _output;

    private CompiledTypes(Compilation output) => _output = output;

    /// <summary>Compiles every file of a folder and a program. Warnings are failures, also those on documentation and of the generator, but not those of the program.</summary>
    public static CompiledTypes Of(string folder, string program = "")
    {
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp14).WithDocumentationMode(DocumentationMode.Diagnose);
        var trees = Directory.GetFiles(folder, "*.cs").Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), options, path))
            .Append(CSharpSyntaxTree.ParseText(program, options, "Program.cs"));
        var compilation = CSharpCompilation.Create("Scaffold" + Guid.NewGuid().ToString("N"), trees, References,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _ = CSharpGeneratorDriver.Create([new RecordGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);
        diagnostics.Concat(output.GetDiagnostics())
            .Where(each => !each.IsSuppressed && each.Severity >= (each.Location.SourceTree?.FilePath == "Program.cs" ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning)).Select(each => each.ToString()).Should().BeEmpty();
        return new(output);
    }

    /// <summary>Calls <c>Test.RunAsync(client)</c> of the program.</summary>
    public async Task<string> RunAsync(GainsightClient client)
    {
        using var image = new MemoryStream();
        _output.Emit(image).Success.Should().BeTrue();
        image.Position = 0;
        var context = new AssemblyLoadContext(name: null, isCollectible: true);
        try
        {
            var run = context.LoadFromStream(image).GetType("Test")!.GetMethod("RunAsync", BindingFlags.Public | BindingFlags.Static)!;
            return await (Task<string>)run.Invoke(null, [client])!;
        }
        finally
        {
            context.Unload();
        }
    }
}
