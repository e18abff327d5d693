using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gainsight.Client.Generators.Tests;

public sealed class CachingTests
{
    private const string Source = """
        using Gainsight.Client;
        [GainsightObject("Asset__gc")]
        public partial class Asset : GainsightRecord { public partial string? Name { get; set; } public partial string? Seats { get; set; } }
        [GainsightFieldsOf<Company>]
        public static partial class AcmeCompany { [GainsightField("Region__gc")] public static partial Field<string> Region { get; } }
        [System.Text.Json.Serialization.JsonSerializable(typeof(Asset))]
        public partial class Context : System.Text.Json.Serialization.JsonSerializerContext;
        """;

    [Fact]
    public void An_edit_elsewhere_leaves_every_step_as_it_was()
    {
        var (before, after) = Run(Source, program => program.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Unrelated { int _a; }", (CSharpParseOptions)program.SyntaxTrees[0].Options)));

        after.Should().NotBeEmpty().And.OnlyContain(reason => reason == IncrementalStepRunReason.Cached || reason == IncrementalStepRunReason.Unchanged);
        before.Should().OnlyContain(reason => reason == IncrementalStepRunReason.New);
    }

    [Fact]
    public void A_line_above_writes_no_source_anew()
    {
        var (_, after) = Run(Source, program => Replace(program, "// A comment.\n" + Source), outputsOnly: true);

        // The diagnostics move along: one of a name without suffix, one of the context.
        after.Count(reason => reason == IncrementalStepRunReason.Modified).Should().Be(2);
        after.Count(reason => reason == IncrementalStepRunReason.Cached).Should().BeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public void Another_name_of_a_field_writes_its_source_anew()
    {
        var (_, after) = Run(Source, program => Replace(program, Source.Replace("Region__gc", "Area__gc", StringComparison.Ordinal)), outputsOnly: true);

        after.Should().Contain(IncrementalStepRunReason.Modified);
    }

    private static CSharpCompilation Replace(CSharpCompilation program, string source) =>
        program.ReplaceSyntaxTree(program.SyntaxTrees[0], program.SyntaxTrees[0].WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(source)));

    private static (IReadOnlyList<IncrementalStepRunReason> Before, IReadOnlyList<IncrementalStepRunReason> After) Run(
        string source, Func<CSharpCompilation, CSharpCompilation> edit, bool outputsOnly = false)
    {
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp14);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var program = CSharpCompilation.Create("Program", [CSharpSyntaxTree.ParseText(source, options, "Program.cs")], references, new(OutputKind.DynamicallyLinkedLibrary));
        var driver = Generated.Driver(options).RunGenerators(program);
        var before = Reasons(driver, outputsOnly);
        return (before, Reasons(driver.RunGenerators(edit(program)), outputsOnly));
    }

    private static IReadOnlyList<IncrementalStepRunReason> Reasons(GeneratorDriver driver, bool outputsOnly)
    {
        var result = driver.GetRunResult().Results[0];
        var steps = outputsOnly
            ? result.TrackedOutputSteps.SelectMany(each => each.Value)
            : new[] { RecordGenerator.Records, RecordGenerator.Extensions, RecordGenerator.Contexts }.SelectMany(name => result.TrackedSteps[name]).Concat(result.TrackedOutputSteps.SelectMany(each => each.Value));
        return [.. steps.SelectMany(step => step.Outputs).Select(output => output.Reason)];
    }
}
