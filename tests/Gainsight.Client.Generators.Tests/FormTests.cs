namespace Gainsight.Client.Generators.Tests;

/// <summary>Odd forms of declarations: generated right, or refused in words.</summary>
public sealed class FormTests
{
    [Fact]
    public void Code_that_is_not_typed_to_its_end_is_left_to_the_compiler()
    {
        var generated = Generated.Of("""
            [GainsightObject("A__gc")] public partial class : GainsightRecord { public partial string? Name { get; set; } }
            [GainsightObject("B__gc")] public partial class : GainsightRecord { public partial string? { get; set; } public partial
            }
            [GainsightFieldsOf<Company>] public static partial class { [GainsightField("A__gc")] public static partial Field<string> { get; } }
            [GainsightFieldsOf<Company>] public static partial class { [GainsightField(
            """);

        generated.Diagnostics.Should().BeEmpty();
        generated.Result.GeneratedTrees.Should().BeEmpty();
    }

    [Fact]
    public void GSC011_A_record_class() => Generated.Of("""
        [GainsightObject("A__gc")] public partial record class [|Asset|] : GainsightRecord { public partial string? Name { get; set; } }
        [GainsightFieldsOf<Company>] public partial record [|Acme|];
        """).ShouldReport("GSC011",
            "Nothing can be generated for 'Asset': it is a 'record': write 'class'",
            "Nothing can be generated for 'Acme': it is a 'record': write 'class'");

    [Fact]
    public void GSC011_A_type_that_inherits_what_no_record_type_can_have() => Generated.Of("""
        [GainsightObject("A__gc")] public partial class First : GainsightRecord;
        public class Between : First;
        [GainsightObject("B__gc")] public partial class [|Last|] : Between;
        public abstract class Base : GainsightRecord { public required string Plain { get; set; } }
        [GainsightObject("C__gc")] public partial class [|Asset|] : Base { public partial string? Name { get; set; } }
        """).ShouldReport("GSC011",
            "Nothing can be generated for 'Last': 'First' stands for an object of its own: derive 'Last' from GainsightRecord",
            "Nothing can be generated for 'Asset': rows are made by the library, which cannot set required members: remove 'required'");

    [Fact]
    public void GSC011_A_property_of_an_odd_form() => Generated.Of("""
        public interface INamed { string? Name { get; set; } }
        [GainsightObject("A__gc")]
        public partial class Asset : GainsightRecord, INamed
        {
            [GainsightField("A__gc")] partial string? INamed.[|Name|] { get; set; }
            [GainsightField("B__gc")] public abstract partial string? [|B|] { get; set; }
            [GainsightField("C__gc"), System.Diagnostics.CodeAnalysis.NotNull] public partial string? [|C|] { get; set; }
            [GainsightField("D__gc")] public readonly partial string? D { get; set; }
        }
        [GainsightFieldsOf<Company>]
        public static partial class Acme { [GainsightField("A__gc")] private static partial Field<string> [|A|] { get; } [GainsightField("B__gc")] static partial Field<string> [|B|] { get; } }
        """).ShouldReport("GSC011",
            "Nothing can be generated for 'INamed.Name': it implements an interface explicitly: write a property with a name of its own",
            "Nothing can be generated for 'B': its body is generated: remove 'abstract'",
            "Nothing can be generated for 'C': a field may be absent: remove [NotNull]",
            "Nothing can be generated for 'A': generated code outside of the class uses the token: make it 'internal' or 'public'",
            "Nothing can be generated for 'B': generated code outside of the class uses the token: make it 'internal' or 'public'");

    [Fact]
    public void GSC011_A_field_of_a_class_for_which_nothing_is_generated() => Generated.Of("""
        public abstract partial class Base : GainsightRecord
        {
            [GainsightField("A__gc")] public string? [|A|] { get; set; }
            [GainsightField("B__gc")] public partial string? [|B|] { get; set; }
            [GainsightField("C__gc")] public abstract string? C { get; set; }
            [GainsightField("D__gc")] public string? D { get => null; set => _ = value; }
        }
        public static class Acme { [GainsightField("E__gc")] public static Field<string>? [|E|] { get; } }
        public struct Row { [GainsightField("F__gc")] public string? [|F|] { get; set; } }
        """).ShouldReport("GSC011",
            "Nothing can be generated for 'A': 'Base' has neither [GainsightObject] nor [GainsightFieldsOf<T>]: add one, or remove [GainsightField]",
            "Nothing can be generated for 'B': 'Base' has neither [GainsightObject] nor [GainsightFieldsOf<T>]: add one, or remove [GainsightField]",
            "Nothing can be generated for 'E': 'Acme' has neither [GainsightObject] nor [GainsightFieldsOf<T>]: add one, or remove [GainsightField]",
            "Nothing can be generated for 'F': 'Row' has neither [GainsightObject] nor [GainsightFieldsOf<T>]: add one, or remove [GainsightField]");

    [Fact]
    public void GSC011_A_file_local_record_type() => Generated.Of("""
        file class Local : GainsightRecord;
        [GainsightFieldsOf<Local>] public static partial class [|Acme|] { [GainsightField("A__gc")] public static partial Field<string> A { get; } }
        """).ShouldReport("GSC011", "Nothing can be generated for 'Acme': 'Local' is local to its file: remove 'file'");

    [Fact]
    public void A_generic_record_type_is_as_accessible_as_its_arguments() => Generated.Of("""
        internal class Hidden;
        public class Row<T> : GainsightRecord;
        [GainsightFieldsOf<Row<Hidden>>] public static partial class Acme { [GainsightField("A__gc")] public static partial Field<string> A { get; } }
        """).ShouldCompile();

    [Fact]
    public void A_property_that_is_declared_twice_is_left_to_the_compiler() => Generated.Of("""
        [GainsightObject("A__gc")] public partial class Asset : GainsightRecord { [GainsightField("S__gc")] public partial string? S { get; set; } [GainsightField("T__gc")] public partial string? S { get; set; } }
        """).GeneratedProblems.Where(problem => problem.Contains("error", StringComparison.Ordinal)).Should().BeEmpty();

    [Fact]
    public void Comments_and_directives_between_modifiers_are_left_out() => Generated.Of("""
        [GainsightObject("A__gc")]
        public partial class Asset : GainsightRecord
        {
            public /* a */ // b
        #if ODD
            virtual
        #endif
            partial string? Name { get; /* c */ private
            // d
            set; }
        }
        """).ShouldCompile().Result.GeneratedTrees.Single().ToString().Should().NotContain("ODD").And.Contain("public partial string? Name");

    [Fact]
    public void A_warning_of_a_declaration_reaches_who_uses_the_generated_property() => Generated.Of("""
        [GainsightFieldsOf<Company>]
        public static partial class Acme
        {
            [Obsolete("gone", true), GainsightField("A__gc")] public static partial Field<string> A { get; }
            [Obsolete("use A", DiagnosticId = "ACME1"), GainsightField("B__gc")] public static partial Field<string> B { get; }
            [System.Diagnostics.CodeAnalysis.Experimental("ACME2"), GainsightField("C__gc")] public static partial Field<string> C { get; }
        }
        [Obsolete, GainsightFieldsOf<Company>] public static partial class Old { [GainsightField("D__gc")] public static partial Field<string> D { get; } }
        [Obsolete, GainsightObject("A__gc")] public partial class Asset : GainsightRecord { public partial string? Name { get; set; } }
        #pragma warning disable CS0612
        [GainsightFieldsOf<Asset>] public static partial class OfOld { [GainsightField("E__gc")] public static partial Field<string> E { get; } }
        """).ShouldCompile().Result.GeneratedTrees.Select(tree => tree.ToString()).Should().ContainSingle(text => text.Contains("AcmeProperties"))
        .Which.Should().Contain("[global::System.ObsoleteAttribute(\"use A\", DiagnosticId = \"ACME1\")]").And.Contain("ExperimentalAttribute(\"ACME2\")");

    [Fact]
    public void A_hand_written_token_that_warns_of_its_use_is_used() => Generated.Of("""
        [GainsightObject("A__gc")]
        public partial class Asset : GainsightRecord { [Obsolete] public partial string? Name { get; set; } [GainsightField("B__gc")] public partial string? B { get; set; } }
        public static partial class AssetFields
        {
            [Obsolete("x", DiagnosticId = "ACME1")] public static Field<string> Name { get; } = Field.Custom<string>("Name");
            [System.Diagnostics.CodeAnalysis.Experimental("ACME2")] public static Field<string> B { get; } = Field.Custom<string>("B__gc");
        }
        """).ShouldCompile();

    [Fact]
    public void GSC011_A_hand_written_token_whose_use_is_an_error() => Generated.Of("""
        [GainsightObject("A__gc")] public partial class Asset : GainsightRecord { public partial string? [|Name|] { get; set; } }
        public static partial class AssetFields { [Obsolete("gone", true)] public static Field<string> Name { get; } = Field.Custom<string>("Name"); }
        """).ShouldReport("GSC011", "Nothing can be generated for 'Name': 'AssetFields.Name' is [Obsolete] as an error, and generated code uses it: make it a warning");

    [Fact]
    public void A_generic_type_that_holds_itself_with_longer_arguments_ends() => Generated.Of("""
        public class Grows<T> { public Grows<Grows<T>>? Next { get; set; } }
        [JsonSerializable(typeof(Grows<int>))] public abstract partial class Context : JsonSerializerContext { protected Context() : base(null) { } }
        """).ShouldCompile();

    [Fact]
    public void A_converter_attribute_of_ones_own_is_the_only_one() => Generated.Of("""
        public sealed class OwnAttribute : JsonConverterAttribute { public override JsonConverter? CreateConverter(Type type) => new RecordJsonConverter<Asset>(); }
        [GainsightObject("A__gc"), Own] public partial class Asset : GainsightRecord { public partial string? Name { get; set; } }
        [JsonSerializable(typeof(Asset))] public abstract partial class Context : JsonSerializerContext { protected Context() : base(null) { } }
        public static class Test { public static object? Run() => JsonSerializer.Serialize(new Asset { Name = "x" }); }
        """).Run().Should().Be("""{"Name":"x"}""");

    [Fact]
    public void GSC008_Finds_what_is_written_and_nothing_else() => Generated.Of("""
        [GainsightObject("A__gc")] public partial class Asset : GainsightRecord { public partial string? Name { get; set; } }
        public class Base { public Asset? A { get; set; } }
        public class Inherits : Base;
        public class Includes { [JsonInclude] internal Asset? A; }
        [JsonDerivedType(typeof(Inherits))] public class Poly { public int N { get; set; } }
        public class Ignores { [JsonIgnore] public Asset? A { get; set; } [JsonConverter(typeof(RecordJsonConverter<Asset>))] public Asset? B { get; set; } internal Asset? C { get; set; } }
        public class SometimesIgnores { [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public Asset? A { get; set; } }
        [[|JsonSerializable(typeof(Inherits))|]] public abstract partial class C1 : JsonSerializerContext { protected C1() : base(null) { } }
        [[|JsonSerializable(typeof(Includes))|]] public abstract partial class C2 : JsonSerializerContext { protected C2() : base(null) { } }
        [[|JsonSerializable(typeof(Poly))|]] public abstract partial class C3 : JsonSerializerContext { protected C3() : base(null) { } }
        [[|JsonSerializable(typeof(SometimesIgnores))|]] public abstract partial class C4 : JsonSerializerContext { protected C4() : base(null) { } }
        [JsonSerializable(typeof(Ignores))] public abstract partial class C5 : JsonSerializerContext { protected C5() : base(null) { } }
        """).ShouldReport("GSC008", [.. Enumerable.Repeat(
            "The source generator of System.Text.Json does not see the converter that is generated for 'Asset': write [JsonConverter(typeof(RecordJsonConverter<Asset>))] on 'Asset' yourself", 4)]);

    [Fact]
    public void GSC008_Finds_the_items_of_collections_and_what_interfaces_and_fields_hold() => Generated.Of("""
        [GainsightObject("A__gc")] public partial class Asset : GainsightRecord { public partial string? Name { get; set; } }
        public class Assets : List<Asset>;
        public class ByName : Dictionary<string, Asset>;
        public abstract class Stream : IAsyncEnumerable<Asset> { public abstract IAsyncEnumerator<Asset> GetAsyncEnumerator(System.Threading.CancellationToken token); }
        public interface IBase { Asset? A { get; } }
        public interface IHolder : IBase { int B { get; } }
        public class WithField { public Asset? A; }
        public class Compares : IComparable<Asset> { public int CompareTo(Asset? other) => 0; }
        public class Explicit : IBase { Asset? IBase.A => null; }
        public record Row(Asset A);
        [[|JsonSerializable(typeof(Assets))|]] public abstract partial class C1 : JsonSerializerContext { protected C1() : base(null) { } }
        [[|JsonSerializable(typeof(ByName))|]] public abstract partial class C2 : JsonSerializerContext { protected C2() : base(null) { } }
        [[|JsonSerializable(typeof(Stream))|]] public abstract partial class C3 : JsonSerializerContext { protected C3() : base(null) { } }
        [[|JsonSerializable(typeof(IHolder))|]] public abstract partial class C4 : JsonSerializerContext { protected C4() : base(null) { } }
        [JsonSourceGenerationOptions(IncludeFields = true), [|JsonSerializable(typeof(WithField))|]] public abstract partial class C5 : JsonSerializerContext { protected C5() : base(null) { } }
        [[|JsonSerializable(typeof(Row))|]] public abstract partial class C7 : JsonSerializerContext { protected C7() : base(null) { } }
        [JsonSerializable(typeof(WithField)), JsonSerializable(typeof(Compares)), JsonSerializable(typeof(Explicit))] public abstract partial class C6 : JsonSerializerContext { protected C6() : base(null) { } }
        """).ShouldReport("GSC008", [.. Enumerable.Repeat(
            "The source generator of System.Text.Json does not see the converter that is generated for 'Asset': write [JsonConverter(typeof(RecordJsonConverter<Asset>))] on 'Asset' yourself", 6)]);

    [Fact]
    public void GSC008_Is_silent_where_the_context_names_the_converter() => Generated.Of("""
        [GainsightObject("A__gc")] public partial class Asset : GainsightRecord { public partial string? Name { get; set; } }
        [GainsightObject("B__gc")] public partial class Other : GainsightRecord { public partial string? Name { get; set; } }
        [JsonSourceGenerationOptions(Converters = new[] { typeof(RecordJsonConverter<Asset>) }), JsonSerializable(typeof(Asset)), [|JsonSerializable(typeof(List<Other>))|]]
        public abstract partial class Context : JsonSerializerContext { protected Context() : base(null) { } }
        """).ShouldReport("GSC008",
            "The source generator of System.Text.Json does not see the converter that is generated for 'Other': write [JsonConverter(typeof(RecordJsonConverter<Other>))] on 'Other' yourself");

    [Fact]
    public void Warnings_of_the_program_itself_do_not_come_again_in_generated_code() => Generated.Of("""
        #pragma warning disable CS3001, CS3003, CS3009
        [assembly: CLSCompliant(true)]
        namespace Gainsight.Client.Company
        {
            [GainsightObject("A__gc")] public partial class Asset : GainsightRecord { public partial string? Name { get; set; } }
            [GainsightFieldsOf<Asset>] public static partial class Acme { [GainsightField("B__gc")] public static partial Field<string> B { get; } }
        }
        """).ShouldCompile().Output.GetDiagnostics().Where(each => !each.IsSuppressed && each.Location.SourceTree!.FilePath != "Program.cs").Should().BeEmpty();
}
