namespace Gainsight.Client.Generators.Tests;

/// <summary>Names that clash with one another, with generated code or with what a type inherits.</summary>
public sealed class NameTests
{
    [Fact]
    public void Names_that_differ_in_case_only_get_files_of_their_own() => Generated.Of("""
        [GainsightObject("A__gc")] public partial class Asset : GainsightRecord { public partial string? Name { get; set; } }
        [GainsightObject("B__gc")] public partial class ASSET : GainsightRecord { public partial string? Name { get; set; } }
        [GainsightFieldsOf<Company>] public static partial class Acme { [GainsightField("A__gc")] public static partial Field<string> A { get; } }
        [GainsightFieldsOf<Company>] public static partial class ACME { [GainsightField("B__gc")] public static partial Field<string> B { get; } }
        namespace Shop { [GainsightObject("C__gc")] public partial class Till : GainsightRecord { public partial string? Name { get; set; } } }
        namespace SHOP { [GainsightObject("D__gc")] public partial class Till : GainsightRecord { public partial string? Name { get; set; } } }
        """).ShouldCompile().Result.GeneratedTrees.Should().HaveCount(6);

    [Fact]
    public void GSC012_A_member_of_the_hand_written_class_of_the_fields() => Generated.Of("""
        [GainsightObject("A__gc")]
        public partial class Asset : GainsightRecord
        {
            [GainsightField("A__gc")] public partial string? [|A|] { get; set; }
            [GainsightField("B__gc")] public partial string? [|B|] { get; set; }
            [GainsightField("C__gc")] public partial string? [|C|] { get; set; }
            [GainsightField("D__gc")] public partial string? [|D|] { get; set; }
            [GainsightField("E__gc")] public partial string? [|E|] { get; set; }
            [GainsightField("F__gc")] public partial string? [|F|] { get; set; }
        }
        public static partial class AssetFields
        {
            public const string A = "A__gc";
            public static void B() { }
            public static class C;
            private static Field<string> D { get; } = Field.Custom<string>("D__gc");
            public static Field<string> E { set => _ = value; }
            public static Field<string>? F { get; } = Field.Custom<string>("F__gc");
        }
        """).ShouldReport("GSC012", [.. "ABCDEF".Select(name => $"'{name}' cannot be called '{name}', as 'AssetFields' has a member or name of its own like it: rename it, and give the API name in [GainsightField]")]);

    [Fact]
    public void GSC012_A_hand_written_list_of_the_fields() => Generated.Of("""
        [GainsightObject("A__gc")] public partial class Asset : GainsightRecord { public partial string? Name { get; set; } }
        public static partial class AssetFields { public static int [|All|] => 1; }
        """).ShouldReport("GSC012", "'All' cannot be called 'All', as the list of all fields is generated as 'AssetFields.All': rename it");

    [Fact]
    public void GSC012_A_namespace_of_the_name_of_a_generated_class() => Generated.Of("""
        [GainsightObject("A__gc")] public partial class [|Asset|] : GainsightRecord { public partial string? Name { get; set; } }
        [GainsightFieldsOf<Company>] public static partial class [|Acme|] { [GainsightField("A__gc")] public static partial Field<string> A { get; } }
        namespace AssetFields { class Any; }
        namespace AcmeProperties { class Any; }
        """).ShouldReport("GSC012",
            "'Asset' cannot be called 'Asset', as the class of its fields is generated as 'AssetFields', which exists: make that 'static partial', or rename it",
            "'Acme' cannot be called 'Acme', as generated code has the names 'AcmeProperties' and 'GeneratedTokens', which exist: rename those");

    [Fact]
    public void GSC012_Names_of_accessors_and_of_object() => Generated.Of("""
        [GainsightObject("A__gc")]
        public partial class Asset : GainsightRecord { [GainsightField("A__gc")] public partial string? [|get_All|] { get; set; } [GainsightField("B__gc")] public partial string? [|set_Gsid|] { get; set; } }
        [GainsightFieldsOf<Company>]
        public static partial class Acme { [GainsightField("A__gc")] public new static partial Field<string> [|ToString|] { get; } [GainsightField("B__gc")] public static partial Field<string> [|get_Arr|] { get; } }
        """).ShouldReport("GSC012",
            "'get_All' cannot be called 'get_All', as 'AssetFields' has a member or name of its own like it: rename it, and give the API name in [GainsightField]",
            "'set_Gsid' cannot be called 'set_Gsid', as 'AssetFields' has a member or name of its own like it: rename it, and give the API name in [GainsightField]",
            "'ToString' cannot be called 'ToString', as generated code has that name: rename it",
            "'get_Arr' cannot be called 'get_Arr', as generated code has that name: rename it");

    [Fact]
    public void GSC012_An_added_field_with_the_name_of_a_member_that_the_record_has() => Generated.Of("""
        [GainsightObject("A__gc")]
        public partial class Asset : GainsightRecord { [GainsightField("Seats__gc")] internal partial int? Seats { get; set; } public string Shout() => ""; }
        [GainsightFieldsOf<Asset>]
        public static partial class Acme
        {
            [GainsightField("A__gc")] public static partial Field<string> [|Clear|] { get; }
            [GainsightField("B__gc")] public static partial Field<string> [|Shout|] { get; }
            [GainsightField("C__gc")] public static partial Field<string> [|Seats|] { get; }
        }
        """).ShouldReport("GSC012",
            "'Clear' cannot be called 'Clear', as 'Asset' has a member of that name, which would be used instead: rename it",
            "'Shout' cannot be called 'Shout', as 'Asset' has a member of that name, which would be used instead: rename it",
            "'Seats' cannot be called 'Seats', as 'Asset' has a property of that name, which would be used instead: rename it");

    [Fact]
    public void A_token_may_be_a_read_only_field() => Generated.Of("""
        [GainsightObject("A__gc")]
        public partial class Asset : GainsightRecord
        {
            public partial string? Name { get; set; }
            [GainsightField("Notes__gc")] public string? Notes { get => Get(AssetFields.Notes); set => Set(AssetFields.Notes, value); }
        }
        public static partial class AssetFields
        {
            public static readonly Field<string> Name = Field.Custom<string>("Name");
            public static readonly Field<string> Notes = Field.Custom<string>("Notes__gc");
        }
        """).ShouldCompile();

    [Fact]
    public void A_file_local_class_of_the_name_of_the_class_of_the_fields_is_another_one() => Generated.Of("""
        [GainsightObject("A__gc")] public partial class Asset : GainsightRecord { public partial string? Name { get; set; } }
        file class AssetFields;
        """).ShouldCompile();

    [Fact]
    public void Methods_of_a_class_between_do_not_get_in_the_way_of_the_values() => Generated.Of("""
        public abstract class Base : GainsightRecord { public string? Get(object field) => null; public void Set(object field, object? value) { } }
        [GainsightObject("A__gc")] public partial class Asset : Base { public partial string? Name { get; set; } }
        public static class Test { public static object? Run() { var asset = new Asset { Name = "Lathe" }; return $"{asset["Name"]} {asset.Name}"; } }
        """).ShouldCompile().Run().Should().Be("Lathe Lathe");

    [Fact]
    public void Other_static_members_with_the_names_of_the_interface_stay_as_they_are() => Generated.Of("""
        [GainsightObject("A__gc")] public partial class Asset : GainsightRecord { public static int Fields => 3; private static string ObjectName => "x"; public partial string? Name { get; set; } }
        public static class Test { static string Of<T>() where T : IGainsightObject => T.ObjectName + T.Fields.Count; public static object? Run() => Of<Asset>(); }
        """).ShouldCompile().Run().Should().Be("A__gc1");

    [Fact]
    public void A_class_of_added_fields_may_have_the_name_of_a_parameter() => Generated.Of("""
        [GainsightFieldsOf<Company>] public static partial class @record { [GainsightField("A__gc")] public static partial Field<string> A { get; } }
        [GainsightFieldsOf<Company>] public static partial class value { [GainsightField("B__gc")] public static partial Field<string> B { get; } }
        public static class Test { public static object? Run() { var company = new Company { A = "a", B = "b" }; return company.A + company.B; } }
        """).ShouldCompile().Run().Should().Be("ab");
}
