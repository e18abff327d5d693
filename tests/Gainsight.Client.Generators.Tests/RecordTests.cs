using Microsoft.CodeAnalysis.CSharp;

namespace Gainsight.Client.Generators.Tests;

public sealed class RecordTests
{
    private const string Asset = """
        namespace Acme;
        /// <summary>An asset.</summary>
        [GainsightObject("Asset__gc")]
        public sealed partial class Asset : GainsightRecord
        {
            /// <summary>The name.</summary>
            public partial string? Name { get; set; }

            /// <summary>The seats.</summary>
            [GainsightField("Seats__gc")]
            public partial decimal? Seats { get; set; }

            /// <summary>The day.</summary>
            [GainsightField("Purchased_On__gc", IsSelected = false)]
            public partial DateOnly? PurchasedOn { get; set; }

            /// <summary>The tier.</summary>
            [GainsightField("Tier__gc", DataType = "PICKLIST")]
            public partial string? Tier { get; set; }

            /// <summary>The regions.</summary>
            [GainsightField("Regions__gc")]
            public partial IReadOnlyList<string>? Regions { get; set; }

            /// <summary>The company.</summary>
            [GainsightField("Company__gc", LookupTo = "company")]
            public partial string? Company { get; set; }

            /// <summary>The score.</summary>
            [GainsightField("Score__gc")]
            public partial double? Score { get; }

            /// <summary>What is not read back.</summary>
            [GainsightField("Code__gc", DataType = "MAGIC")]
            public partial long? Code { get; private set; }
        }

        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.CSharp14)]
    public void A_type_with_every_kind_of_field_compiles(LanguageVersion version) => Generated.Of(Asset, version).ShouldCompile();

    [Fact]
    public void Properties_read_and_write_the_named_fields() => Generated.Of(Program("""
        var asset = new Acme.Asset { Name = "Lathe", Seats = 4m, PurchasedOn = new(2031, 2, 3), Regions = ["EMEA"] };
        return $"{asset["Name"]} {asset["Seats__gc"]} {asset.PurchasedOn:yyyy-MM-dd} {asset.Regions!.Count} {asset.Tier ?? "-"} {string.Join(' ', asset.FieldNames)}";
        """)).ShouldCompile().Run().Should().Be("Lathe 4 2031-02-03 1 - Name Seats__gc Purchased_On__gc Regions__gc");

    [Fact]
    public void Tokens_have_name_type_data_type_and_whether_they_are_sent() => Generated.Of(Program("""
        return string.Join("; ", System.Linq.Enumerable.Select(Acme.AssetFields.All, field => $"{field.Name} {field.DataType} {field.IsReadOnly} {(field as LookupField)?.TargetObject}"));
        """)).ShouldCompile().Run().Should().Be(
            "Gsid GSID True ; Name STRING False ; Seats__gc NUMBER False ; Purchased_On__gc DATE False ; Tier__gc PICKLIST False ; Regions__gc MULTISELECTDROPDOWNLIST False ; "
            + "Company__gc LOOKUP False company; Score__gc NUMBER True ; Code__gc MAGIC False ; CreatedDate DATETIME True ; ModifiedDate DATETIME True ; CreatedBy LOOKUP True gsuser; ModifiedBy LOOKUP True gsuser");

    [Fact]
    public void The_object_names_its_selected_fields() => Generated.Of(Program("""
        static string Of<T>() where T : IGainsightObject => T.ObjectName + ": " + string.Join(' ', T.Fields);
        return Of<Acme.Asset>();
        """)).ShouldCompile().Run().Should().Be("Asset__gc: Name Seats__gc Tier__gc Regions__gc Company__gc Score__gc Code__gc");

    [Fact]
    public void The_converter_keeps_which_fields_are_present() => Generated.Of(Program("""
        var asset = new Acme.Asset { Name = "Lathe", Tier = null };
        asset.Clear(Acme.AssetFields.Seats);
        var json = JsonSerializer.Serialize(asset);
        return json + JsonSerializer.Deserialize<Acme.Asset>(json)!.IsSet(Acme.AssetFields.Seats);
        """)).ShouldCompile().Run().Should().Be("""{"Name":"Lathe","Seats__gc":null}True""");

    [Fact]
    public void What_the_user_wrote_is_not_generated_again() => Generated.Of("""
        [GainsightObject("Asset__gc")]
        [JsonConverter(typeof(RecordJsonConverter<Asset>))]
        internal sealed partial class Asset : GainsightRecord, IGainsightObject
        {
            public static string ObjectName => "Other__gc";
            public static IReadOnlyList<Field> Fields => [AssetFields.Name];
            public partial string? Name { get; set; }
            [GainsightField("Notes__gc")] public string? Notes { get => Get(AssetFields.Notes)?.Trim(); set => Set(AssetFields.Notes, value); }
            [GainsightField("Tier__gc")] public partial string? Tier { get; set; }
        }

        internal static partial class AssetFields
        {
            public static Field<string> Notes { get; } = Field.Custom<string>("Notes__gc", DataType.RichText);
            public static Field<string> Tier { get; } = Field.Custom<string>("Tier__gc", DataType.Picklist);
        }

        public static class Test
        {
            public static object? Run()
            {
                static string Of<T>() where T : IGainsightObject => T.ObjectName + T.Fields.Count;
                return Of<Asset>() + AssetFields.All[2].DataType + AssetFields.All[3].DataType + new Asset { Notes = " a ", Tier = "b" }.Notes;
            }
        }
        """).ShouldCompile().Run().Should().Be("Other__gc1RICHTEXTAREAPICKLISTa");

    [Fact]
    public void A_hand_written_type_goes_on_working_without_anything_generated() => Generated.Of("""
        [JsonConverter(typeof(RecordJsonConverter<Asset>))]
        public sealed class Asset : GainsightRecord, IGainsightObject
        {
            public static readonly Field<decimal> SeatsField = Field.Custom<decimal>("Seats__gc");
            public static string ObjectName => "Asset__gc";
            public decimal? Seats { get => Get(SeatsField); set => Set(SeatsField, value); }
        }
        """).ShouldCompile().Result.GeneratedTrees.Should().BeEmpty();

    [Fact]
    public void Keywords_serve_as_names() => Generated.Of("""
        namespace @event.@class
        {
            [GainsightObject("Asset__gc")]
            public partial class @object : GainsightRecord
            {
                [GainsightField("Class__gc")] public partial string? @class { get; set; }
                [GainsightField("Field__gc")] public partial string? field { get; set; }
                [GainsightField("Value__gc")] public partial int? value { get; set; }
            }

            [GainsightFieldsOf<@object>]
            public static partial class @static
            {
                [GainsightField("Void__gc")] public static partial Field<string> @void { get; }
            }
        }
        """).ShouldCompile();

    [Fact]
    public void Two_types_of_one_name_stand_in_two_namespaces() =>
        Generated.Of("""
            namespace A { [GainsightObject("Asset__gc")] public partial class Asset : GainsightRecord { public partial string? Name { get; set; } } }
            namespace B { [GainsightObject("Asset__gc")] public partial class Asset : GainsightRecord { public partial string? Name { get; set; } } }
            """).ShouldCompile().Result.GeneratedTrees.Should().HaveCount(2);

    [Fact]
    public void Internal_types_and_properties_stay_internal() => Generated.Of("""
        [GainsightObject("Asset__gc")]
        internal partial class Asset : GainsightRecord { internal partial string? Name { get; set; } }
        [GainsightObject("Other__gc")]
        public partial class Other : GainsightRecord { internal partial string? Name { get; set; } private partial string? CreatedAt { get; init; } protected internal virtual partial string? Id { get; set; } }
        [GainsightFieldsOf<Asset>]
        public static partial class Mine { [GainsightField("A__gc")] internal static partial Field<string> A { get; } [GainsightField("B__gc", IsReadOnly = true)] public static partial Field<int> B { get; } }
        """).ShouldCompile();

    [Fact]
    public void Names_of_the_library_may_be_taken_by_the_program() => Generated.Of("""
        namespace Acme.Gainsight.Client
        {
            public class Field; public class DataType; public class LookupField; public class SystemFields;
            [GainsightObject("Asset__gc")]
            public partial class Asset : GainsightRecord { public partial string? Name { get; set; } [GainsightField("Fields__gc")] public partial string? Fields { get; set; } [GainsightField("Object__gc")] public partial bool? ObjectName { get; set; } }
        }
        """).ShouldCompile();

    [Fact]
    public void A_type_without_nullable_reference_types_compiles() => Generated.Of("""
        [GainsightObject("Asset__gc")]
        public partial class Asset : GainsightRecord { public partial string Name { get; set; } [GainsightField("Tags__gc")] public partial IReadOnlyList<string> Tags { get; set; } [GainsightField("N__gc")] public partial int? N { get; set; } }
        """, isNullable: false).ShouldCompile();

    [Fact]
    public void A_type_in_several_parts_is_generated_once() => Generated.Of("""
        public abstract class Base : GainsightRecord { public string Shout() => ToString() + "!"; }
        [GainsightObject("Asset__gc")]
        public partial class Asset : Base { public partial string? Name { get; set; } }
        public partial class Asset { [GainsightField("More__gc")] public partial JsonElement? More { get; set; } }
        """).ShouldCompile().Result.GeneratedTrees.Should().ContainSingle();

    [Fact]
    public void Text_in_names_is_quoted() => Generated.Of("""
        [GainsightObject("A\"s\\set__gc")]
        public partial class Asset : GainsightRecord { [GainsightField("N\"ame\n__gc")] public partial string? Name { get; set; } }
        """).ShouldCompile();

    private static string Program(string body) =>
        Asset.Replace("namespace Acme;", "namespace Acme {", StringComparison.Ordinal) + "}\npublic static class Test { public static object? Run() { " + body + " } }";
}
