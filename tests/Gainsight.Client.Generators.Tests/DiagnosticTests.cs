using Microsoft.CodeAnalysis.CSharp;

namespace Gainsight.Client.Generators.Tests;

/// <summary>What is wrong with a declaration is said at its place, in words that say what to write instead.</summary>
public sealed class DiagnosticTests
{
    [Fact]
    public void GSC001_A_type_that_is_not_partial() => Generated.Of("""
        [GainsightObject("Asset__gc")] public class [|Asset|] : GainsightRecord;
        [GainsightFieldsOf<Company>] public static class [|AcmeCompany|];
        """).ShouldReport("GSC001",
            "'Asset' must be partial so that its fields can be generated: write 'partial class Asset'",
            "'AcmeCompany' must be partial so that its fields can be generated: write 'partial class AcmeCompany'");

    [Fact]
    public void GSC002_A_property_that_is_not_partial() => Generated.Of("""
        [GainsightObject("Asset__gc")]
        public partial class Asset : GainsightRecord
        {
            [GainsightField("Seats__gc")] public decimal? [|Seats|] { get; set; }
            public string? NoField { get; set; }
        }
        [GainsightFieldsOf<Company>]
        public static partial class AcmeCompany { [GainsightField("Region__gc")] public static Field<string>? [|Region|] { get; } }
        """).ShouldReport("GSC002",
            "'Seats' must be partial so that its body can be generated: write 'public partial decimal? Seats { get; set; }'",
            "'Region' must be partial so that its body can be generated: write 'public static partial Field<string> Region { get; }'");

    [Fact]
    public void GSC003_A_type_that_no_field_has() => Generated.Of("""
        [GainsightObject("Asset__gc")]
        public partial class Asset : GainsightRecord
        {
            [GainsightField("A__gc")] public partial DateTime? [|A|] { get; set; }
            [GainsightField("B__gc")] public partial decimal [|B|] { get; set; }
            [GainsightField("C__gc")] public partial string [|C|] { get; set; }
            [GainsightField("D__gc")] public partial Uri? [|D|] { get; set; }
            [GainsightField("E__gc")] public partial float? [|E|] { get; set; }
            [GainsightField("F__gc", LookupTo = "company")] public partial int? [|F|] { get; set; }
            [GainsightField("G__gc")] public partial IReadOnlyList<string?>? [|G|] { get; set; }
        }
        [GainsightFieldsOf<Company>]
        public static partial class AcmeCompany
        {
            [GainsightField("A__gc")] public static partial string [|A|] { get; }
            [GainsightField("B__gc")] public static partial LookupField [|B|] { get; }
            [GainsightField("C__gc")] public static partial Field<Guid> [|C|] { get; }
        }
        """).ShouldReport("GSC003",
            "'A' cannot be of type 'System.DateTime?': use DateTimeOffset? for a point in time or DateOnly? for a day",
            "'B' cannot be of type 'decimal': a field may be absent, so write 'decimal?'",
            "'C' cannot be of type 'string': a field may be absent, so write 'string?'",
            "'D' cannot be of type 'System.Uri?': use string, decimal, int, long, double, bool, DateOnly, DateTimeOffset, JsonElement or IReadOnlyList<string>, each with a question mark",
            "'E' cannot be of type 'float?': use double? or decimal?",
            "'F' cannot be of type 'int?': a lookup holds a GSID, so write 'string?'",
            "'G' cannot be of type 'System.Collections.Generic.IReadOnlyList<string?>?': use string, decimal, int, long, double, bool, DateOnly, DateTimeOffset, JsonElement or IReadOnlyList<string>, each with a question mark",
            "'A' cannot be of type 'string': write Field<T>, where T is string, decimal, int, long, double, bool, DateOnly, DateTimeOffset, JsonElement or IReadOnlyList<string>, or LookupField",
            "'B' cannot be of type 'Gainsight.Client.LookupField': name the object that the lookup points to, such as [GainsightField(\"Owner__gc\", LookupTo = \"gsuser\")]",
            "'C' cannot be of type 'Gainsight.Client.Field<System.Guid>': write Field<T>, where T is string, decimal, int, long, double, bool, DateOnly, DateTimeOffset, JsonElement or IReadOnlyList<string>, or LookupField");

    [Fact]
    public void GSC003_A_hand_written_token_of_another_type() => Generated.Of("""
        [GainsightObject("Asset__gc")]
        public partial class Asset : GainsightRecord { [GainsightField("A__gc")] public partial string? [|A|] { get; set; } }
        public static partial class AssetFields { public static Field<JsonElement> A { get; } = Field.Custom<JsonElement>("A__gc"); }
        """).ShouldReport("GSC003", "'A' cannot be of type 'string?': the token 'AssetFields.A' holds values of another type: write the body of the property by hand");

    [Fact]
    public void GSC004_A_name_that_lacks_the_suffix_of_a_custom_field() => Generated.Of("""
        [GainsightObject("Asset__gc")]
        public partial class Asset : GainsightRecord
        {
            public partial string? Name { get; set; }
            public partial string? CurrencyIsoCode { get; set; }
            [GainsightField("Company__gr.Name")] public partial string? CompanyName { get; }
            public partial decimal? [|Seats|] { get; set; }
            [GainsightField("Tier_gc")] public partial string? [|Tier|] { get; set; }
        }
        [GainsightFieldsOf<Company>]
        public static partial class AcmeCompany
        {
            [GainsightField("AverageNps")] public static partial Field<decimal> AverageNps { get; }
            [GainsightField] public static partial Field<string> [|Region|] { get; }
            [GainsightField("Plan__c")] public static partial Field<string> [|Plan|] { get; }
        }
        [GainsightFieldsOf<TimelineActivity>]
        public static partial class AcmeActivity { [GainsightField("Ant__Seats__c")] public static partial Field<decimal> Seats { get; } }
        [GainsightObject("email_logs")]
        public partial class EmailLog : GainsightRecord { public partial string? Subject { get; set; } }
        """).ShouldReport("GSC004",
            "'Seats' is not the name of a custom field: write [GainsightField(\"Seats__gc\")], or suppress this warning if the tenant has a standard field of that name",
            "'Tier_gc' is not the name of a custom field: write [GainsightField(\"Tier__gc\")], or suppress this warning if the tenant has a standard field of that name",
            "'Region' is not the name of a custom field: write [GainsightField(\"Region__gc\")], or suppress this warning if the tenant has a standard field of that name",
            "'Plan__c' is not the name of a custom field: write [GainsightField(\"Plan__gc\")], or suppress this warning if the tenant has a standard field of that name");

    [Fact]
    public void GSC004_Is_silent_where_a_directive_suppresses_it() => Generated.Of("""
        [GainsightObject("Asset__gc")]
        public partial class Asset : GainsightRecord
        {
        #pragma warning disable GSC004
            public partial decimal? Seats { get; set; }
        #pragma warning restore GSC004
            public partial decimal? [|Places|] { get; set; }
        }
        """).ShouldReport("GSC004", "'Places' is not the name of a custom field: write [GainsightField(\"Places__gc\")], or suppress this warning if the tenant has a standard field of that name");

    [Fact]
    public void GSC005_A_field_that_is_declared_twice() => Generated.Of("""
        [GainsightObject("Asset__gc")]
        public partial class Asset : GainsightRecord
        {
            [GainsightField("Seats__gc")] public partial decimal? Seats { get; set; }
            [GainsightField("SEATS__gc")] public partial decimal? [|Places|] { get; set; }
            [GainsightField("gsid")] public partial string? [|Id|] { get; set; }
        }
        [GainsightFieldsOf<Company>]
        public static partial class AcmeCompany { [GainsightField("Arr")] public static partial Field<decimal> [|Revenue|] { get; } }
        """).ShouldReport("GSC005",
            "The field 'SEATS__gc' is declared twice, as 'Seats' and as 'Places': remove one, or give it the name of another field (case does not count)",
            "The field 'gsid' is declared twice, as 'Gsid' and as 'Id': remove one, or give it the name of another field (case does not count)",
            "The field 'Arr' is declared twice, as 'Company.Arr' and as 'Revenue': remove one, or give it the name of another field (case does not count)");

    [Fact]
    public void GSC006_A_language_without_partial_properties() => Generated.Of("""
        [GainsightObject("Asset__gc")] public partial class [|Asset|] : GainsightRecord { public partial string? Name { get; set; } }
        [GainsightFieldsOf<Company>] public static partial class [|AcmeCompany|] { [GainsightField("A__gc")] public static partial Field<string> A { get; } }
        """, LanguageVersion.CSharp12).ShouldReport("GSC006",
            "The fields of 'Asset' are partial properties, which need C# 13, and this project uses C# 12.0: add <LangVersion>13</LangVersion> to the project file (14 for extension properties), or write the tokens by hand with Field.Custom",
            "The fields of 'AcmeCompany' are partial properties, which need C# 13, and this project uses C# 12.0: add <LangVersion>13</LangVersion> to the project file (14 for extension properties), or write the tokens by hand with Field.Custom")
        .Result.GeneratedTrees.Should().BeEmpty();

    [Fact]
    public void GSC008_A_record_in_a_JsonSerializerContext() => Generated.Of("""
        [GainsightObject("Asset__gc")] public partial class Asset : GainsightRecord { public partial string? Name { get; set; } }
        [GainsightObject("Other__gc"), JsonConverter(typeof(RecordJsonConverter<Other>))] public partial class Other : GainsightRecord { public partial string? Name { get; set; } }
        [GainsightObject("Held__gc")] public partial class Held : GainsightRecord { public partial string? Name { get; set; } }
        public class Holder { public Dictionary<string, Held[]>? All { get; set; } }
        [[|JsonSerializable(typeof(List<Asset>))|], JsonSerializable(typeof(Other)), JsonSerializable(typeof(Company)), [|JsonSerializable(typeof(Holder))|], JsonSerializable(typeof(int[]))]
        public abstract partial class Context : JsonSerializerContext { protected Context() : base(null) { } }
        """).ShouldReport("GSC008",
            "The source generator of System.Text.Json does not see the converter that is generated for 'Asset': write [JsonConverter(typeof(RecordJsonConverter<Asset>))] on 'Asset' yourself",
            "The source generator of System.Text.Json does not see the converter that is generated for 'Held': write [JsonConverter(typeof(RecordJsonConverter<Held>))] on 'Held' yourself");

    [Fact]
    public void GSC010_A_name_that_is_empty() => Generated.Of("""
        [GainsightObject(" ")] public partial class [|Asset|] : GainsightRecord;
        [GainsightObject("Other__gc")]
        public partial class Other : GainsightRecord
        {
            [GainsightField("")] public partial string? [|A|] { get; set; }
            [GainsightField("B__gc", LookupTo = " ")] public partial string? [|B|] { get; set; }
            [GainsightField(null!)] public partial string? [|C|] { get; set; }
        }
        """).ShouldReport("GSC010",
            "The name of the object of 'Asset' is empty: write the API name, such as [GainsightObject(\"Asset__gc\")]",
            "The name of the field 'A' is empty: write the API name, such as [GainsightField(\"A\")]",
            "The name of the object that 'B' points to is empty: write the API name, such as [GainsightField(\"B\", LookupTo = \"company\")]",
            "The name of the field 'C' is empty: write the API name, such as [GainsightField(\"C\")]");

    [Fact]
    public void GSC010_A_name_that_no_object_or_field_has() => Generated.Of("""
        [GainsightObject("A__gc ")] public partial class [|Asset|] : GainsightRecord;
        [GainsightObject("Other__gc")]
        public partial class Other : GainsightRecord
        {
            [GainsightField(" A__gc")] public partial string? [|A|] { get; set; }
            [GainsightField("B__gc", LookupTo = "gsuser\n")] public partial string? [|B|] { get; set; }
            [GainsightField("\uD800__gc")] public partial string? [|C|] { get; set; }
        }
        """).ShouldReport("GSC010",
            "The name of the object of 'Asset' begins or ends with white space: write the API name, such as [GainsightObject(\"Asset__gc\")]",
            "The name of the field 'A' begins or ends with white space: write the API name, such as [GainsightField(\"A\")]",
            "The name of the object that 'B' points to begins or ends with white space: write the API name, such as [GainsightField(\"B\", LookupTo = \"company\")]",
            "The name of the field 'C' has a character that no name has: write the API name, such as [GainsightField(\"C\")]");

    [Fact]
    public void GSC011_A_form_for_which_nothing_can_be_generated() => Generated.Of("""
        public partial class Outer { [GainsightObject("A__gc")] public partial class [|Nested|] : GainsightRecord; }
        [GainsightObject("A__gc")] public partial class [|Generic|]<T> : GainsightRecord;
        [GainsightObject("A__gc")] file partial class [|Local|] : GainsightRecord;
        [GainsightObject("A__gc")] public partial class [|NoRecord|];
        [GainsightObject("A__gc")] public abstract partial class [|Abstract|] : GainsightRecord;
        [GainsightObject("A__gc")] public partial class [|NoConstructor|](string name) : GainsightRecord { public string OwnName => name; }
        [GainsightObject("A__gc")] public partial class [|Required|] : GainsightRecord { public required partial string? Name { get; set; } }
        [GainsightObject("A__gc")] public partial class Base : GainsightRecord;
        [GainsightObject("B__gc")] public partial class [|Derived|] : Base;
        [GainsightObject("C__gc")] public partial class Shapes : GainsightRecord { public static partial string? [|Static|] { get; set; } public partial string? [|this|][int index] { get; set; } }
        [GainsightFieldsOf<Company>] public partial class [|NotStatic|];
        [GainsightFieldsOf<Company>] public static partial class Tokens { [GainsightField("A__gc")] public static partial Field<string> [|A|] { get; set; } }
        """).ShouldReport("GSC011",
            "Nothing can be generated for 'Nested': it is nested in 'Outer': move it out",
            "Nothing can be generated for 'Generic': it is generic: write a type for each object",
            "Nothing can be generated for 'Local': it is local to its file: remove 'file'",
            "Nothing can be generated for 'NoRecord': it is no record: derive it from GainsightRecord",
            "Nothing can be generated for 'Abstract': rows of it cannot be made: remove 'abstract', and put [GainsightObject] on the types that derive from it",
            "Nothing can be generated for 'NoConstructor': rows are made by a public constructor without parameters: add one",
            "Nothing can be generated for 'Required': rows are made by the library, which cannot set required members: remove 'required'",
            "Nothing can be generated for 'Derived': 'Base' stands for an object of its own: derive 'Derived' from GainsightRecord",
            "Nothing can be generated for 'Static': a field is a property of a row: remove 'static'",
            "Nothing can be generated for 'this[]': an indexer is no field: use a property",
            "Nothing can be generated for 'NotStatic': it holds tokens only: write 'static partial class'",
            "Nothing can be generated for 'A': a token is a static property without a setter: write 'public static partial Field<string> A { get; }'");

    [Fact]
    public void GSC012_A_name_that_generated_code_has() => Generated.Of("""
        [GainsightObject("A__gc")] public partial class [|Asset|] : GainsightRecord;
        public class AssetFields;
        [GainsightObject("B__gc")] public partial class Other : GainsightRecord { [GainsightField("All__gc")] public partial string? [|All|] { get; set; } }
        [GainsightFieldsOf<Company>] public static partial class [|AcmeCompany|];
        public class AcmeCompanyProperties;
        [GainsightFieldsOf<Company>] public static partial class More { [GainsightField("Name__gc")] public static partial Field<string> [|Name|] { get; } }
        """).ShouldReport("GSC012",
            "'Asset' cannot be called 'Asset', as the class of its fields is generated as 'AssetFields', which exists: make that 'static partial', or rename it",
            "'All' cannot be called 'All', as 'OtherFields' has a member or name of its own like it: rename it, and give the API name in [GainsightField]",
            "'AcmeCompany' cannot be called 'AcmeCompany', as generated code has the names 'AcmeCompanyProperties' and 'GeneratedTokens', which exist: rename those",
            "'Name' cannot be called 'Name', as 'Company' has a property of that name, which would be used instead: rename it");

    [Fact]
    public void What_the_compiler_refuses_by_itself_is_left_to_it() => Generated.Of("""
        [GainsightObject("A__gc"), GainsightObject("B__gc")] public partial class Twice : GainsightRecord { public partial string? Name { get; set; } }
        [GainsightFieldsOf<string>] public static partial class NoRecord { [GainsightField("A__gc")] public static partial Field<string> A { get; } }
        [GainsightFieldsOf<Missing>] public static partial class Unknown { [GainsightField("A__gc")] public static partial Field<string> A { get; } }
        [GainsightObject("C__gc")] public partial class Odd : Missing;
        """).GeneratedProblems.Should().BeEmpty();
}
