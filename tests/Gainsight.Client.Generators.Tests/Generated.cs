using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Gainsight.Client.Generators.Tests;

/// <summary>A program, what is generated for it, and what the compiler says of both.</summary>
internal sealed class Generated
{
    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private const string Usings = "using System; using System.Collections.Generic; using System.Text.Json; using System.Text.Json.Serialization; using Gainsight.Client;\n";

    /// <summary>Warnings about what generated code uses, not about how it is written: they are told where that is declared.</summary>
    private static readonly string[] WarningsOfUse = ["CS0435", "CS0436", "CS0437", "CS0612", "CS0618"];

    private readonly CSharpCompilation _program;
    private readonly IReadOnlyList<TextSpan> _marks;

    private Generated(CSharpCompilation program, IReadOnlyList<TextSpan> marks)
    {
        (_program, _marks) = (program, marks);
        var driver = Driver((CSharpParseOptions)program.SyntaxTrees[0].Options).RunGeneratorsAndUpdateCompilation(program, out var output, out var diagnostics);
        Result = driver.GetRunResult();
        Output = output;
        Diagnostics = [.. diagnostics.Where(each => !each.IsSuppressed)];
    }

    public GeneratorDriverRunResult Result { get; }

    public Compilation Output { get; }

    /// <summary>What the generator reported.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>What the compiler finds wrong with generated code: also the warnings that generated code turns off, if they are about how it is written.</summary>
    public IEnumerable<string> GeneratedProblems => Output.GetDiagnostics()
        .Where(each => each.Severity >= DiagnosticSeverity.Warning && each.Location.SourceTree is { } tree && tree.FilePath != "Program.cs" && !(each.IsSuppressed && IsOfUse(each.Id)))
        .Select(each => each.ToString());

    public IEnumerable<string> Errors => Output.GetDiagnostics().Where(each => each is { Severity: DiagnosticSeverity.Error, IsSuppressed: false }).Select(each => each.ToString());

    /// <summary>Generates for a source text; places between <c>[|</c> and <c>|]</c> are where diagnostics are expected.</summary>
    public static Generated Of(string source, LanguageVersion version = LanguageVersion.CSharp14, bool isNullable = true)
    {
        var (text, marks) = Marked(Usings + source);
        var tree = CSharpSyntaxTree.ParseText(text, CSharpParseOptions.Default.WithLanguageVersion(version).WithDocumentationMode(DocumentationMode.Diagnose), "Program.cs");
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: isNullable ? NullableContextOptions.Enable : NullableContextOptions.Disable, reportSuppressedDiagnostics: true);
        return new(CSharpCompilation.Create("Program" + Guid.NewGuid().ToString("N"), [tree], References, options), marks);
    }

    /// <summary>Generates for another text in place of this one. Faster than <see cref="Of"/>, as the references are known.</summary>
    public Generated With(string source)
    {
        var tree = _program.SyntaxTrees[0];
        return new(_program.ReplaceSyntaxTree(tree, tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(Usings + source))), []);
    }

    public static GeneratorDriver Driver(CSharpParseOptions options) => CSharpGeneratorDriver.Create(
        [new RecordGenerator().AsSourceGenerator()], parseOptions: options, driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Asserts that the program compiles as it is, without a word of the generator or of the compiler on generated code.</summary>
    public Generated ShouldCompile()
    {
        Diagnostics.Select(each => each.ToString()).Should().BeEmpty();
        Errors.Should().BeEmpty();
        GeneratedProblems.Should().BeEmpty();
        return this;
    }

    /// <summary>Asserts the diagnostics of an id: their message, at the marked places. Generated code is never at fault.</summary>
    public Generated ShouldReport(string id, params string[] messages)
    {
        var reported = Diagnostics.Where(each => each.Id == id).ToList();
        reported.Select(each => each.GetMessage(System.Globalization.CultureInfo.InvariantCulture)).Should().Equal(messages, string.Join('\n', Diagnostics));
        reported.Select(each => each.Location.SourceSpan).Should().Equal(_marks);
        reported.Should().OnlyContain(each => each.Location.GetLineSpan().Path == "Program.cs");
        GeneratedProblems.Should().BeEmpty();
        return this;
    }

    /// <summary>Asserts what the analyzer of null literals finds.</summary>
    public async Task ShouldWarnOfNullAsync(params string[] messages)
    {
        Errors.Should().BeEmpty();
        var found = await Output.WithAnalyzers([new NullAssignmentAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        var ordered = found.OrderBy(each => each.Location.SourceSpan.Start).ToList();
        ordered.Select(each => $"{each.Id}: {each.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}").Should().Equal(messages);
        ordered.Select(each => each.Location.SourceSpan).Should().Equal(_marks);
    }

    /// <summary>Compiles the program and calls <c>Test.Run()</c> in it.</summary>
    public object? Run()
    {
        using var image = new MemoryStream();
        Output.Emit(image).Success.Should().BeTrue(string.Join('\n', Errors));
        image.Position = 0;
        var context = new AssemblyLoadContext(name: null, isCollectible: true);
        try
        {
            return context.LoadFromStream(image).GetType("Test")!.GetMethod("Run", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null);
        }
        finally
        {
            context.Unload();
        }
    }

    private static bool IsOfUse(string id) => WarningsOfUse.Contains(id) || id.StartsWith("CS30", StringComparison.Ordinal) || !id.StartsWith("CS", StringComparison.Ordinal);

    private static (string Text, IReadOnlyList<TextSpan> Marks) Marked(string source)
    {
        var marks = new List<TextSpan>();
        int start;
        while ((start = source.IndexOf("[|", StringComparison.Ordinal)) >= 0)
        {
            var end = source.IndexOf("|]", StringComparison.Ordinal) - 2;
            source = source.Remove(start, 2).Remove(end, 2);
            marks.Add(TextSpan.FromBounds(start, end));
        }

        return (source, marks);
    }
}
