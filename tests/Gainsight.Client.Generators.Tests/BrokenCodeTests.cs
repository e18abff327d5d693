using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Gainsight.Client.Generators.Tests;

/// <summary>Code as it is while somebody types: the compiler says what is missing, and generated code adds no error of its own.</summary>
public sealed class BrokenCodeTests
{
    private const string Source = """
        namespace Acme.Core;
        [GainsightObject("Asset__gc")]
        public sealed partial class Asset : GainsightRecord
        {
            [GainsightField("Seats__gc", IsSelected = false)] internal partial decimal? Seats { get; private set; }
        }
        [GainsightFieldsOf<Asset>]
        public static partial class AcmeAsset { [GainsightField("Owner__gc", LookupTo = "gsuser")] public static partial LookupField Owner { get; } }
        [JsonSerializable(typeof(Asset))] public partial class Context;
        """;

    private static readonly TextSpan[] Tokens = [.. CSharpSyntaxTree.ParseText(Source).GetRoot().DescendantTokens().Select(token => token.Span)];

    [Fact]
    public void A_program_that_ends_after_any_of_its_tokens_is_left_to_the_compiler() => LeavesToTheCompiler(Tokens.Select(token => Source[..token.End]));

    [Fact]
    public void A_program_that_lacks_any_of_its_tokens_is_left_to_the_compiler() => LeavesToTheCompiler(Tokens.Select(token => Source.Remove(token.Start, token.Length)));

    [Fact]
    public void Modifiers_and_accessors_that_the_compiler_refuses_are_not_repeated()
    {
        var generated = Generated.Of("""
            [GainsightObject("A__gc")]
            public partial class Asset : GainsightRecord
            {
                [GainsightField("A__gc")] partial public string? A { readonly get; set; }
                [GainsightField("B__gc")] public async partial string? B { static get; set; }
                [GainsightField("C__gc")] public volatile public partial string? C { get; partial set; }
                [GainsightField("D__gc")] public partial string? D { get; add; }
                [GainsightField("E__gc")] public partial string? E { }
                [GainsightField("F__gc")] public partial string? F { get; get; set; init; }
            }
            """);

        generated.GeneratedProblems.Should().BeEmpty();
        generated.Diagnostics.Should().BeEmpty();
        generated.Errors.Should().NotBeEmpty();
    }

    [Fact]
    public void An_attribute_whose_arguments_the_compiler_refuses_is_left_to_it()
    {
        var generated = Generated.Of("""
            [GainsightObject(new[] { "A__gc" })] public partial class Asset : GainsightRecord { public string? Plain { get; set; } }
            [GainsightObject("B__gc")] public partial class Other : GainsightRecord { [GainsightField("B__gc", DataType = new[] { "b" }, IsSelected = null, LookupTo = 5)] public partial string? B { get; set; } }
            [Obsolete(new[] { "x" }), GainsightFieldsOf<Company>] public static partial class Acme { [Obsolete("x", DiagnosticId = new[] { "x" }), GainsightField("A__gc")] public static partial Field<string> A { get; } }
            [JsonDerivedType(new[] { typeof(int) })] public class Poly { [JsonIgnore(Condition = new[] { 1 })] public int A { get; set; } }
            [JsonSerializable(new[] { typeof(int) }), JsonSerializable(null), JsonSerializable(typeof(Poly)), JsonSerializable(typeof(List<>)), JsonSerializable(typeof(Missing))]
            public abstract partial class Context : JsonSerializerContext { protected Context() : base(null) { } }
            """);

        generated.Diagnostics.Should().BeEmpty();
        generated.GeneratedProblems.Should().BeEmpty();
    }

    private static void LeavesToTheCompiler(IEnumerable<string> programs)
    {
        var whole = Generated.Of(Source);
        foreach (var program in programs)
        {
            var generated = whole.With(program);

            generated.Result.Results.Should().OnlyContain(each => each.Exception == null);
            generated.GeneratedProblems.Where(problem => problem.Contains(": error ", StringComparison.Ordinal)).Should().BeEmpty(program);
        }
    }
}
