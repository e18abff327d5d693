namespace Gainsight.Client.Generators.Tests;

public sealed class NullAssignmentTests
{
    [Fact]
    public Task A_null_literal_on_a_field_is_told_of_Clear() => Generated.Of("""
        [GainsightObject("Asset__gc")]
        public partial class Asset : GainsightRecord { public partial string? Name { get; set; } public string? Plain { get; set; } }
        [GainsightFieldsOf<Company>]
        public static partial class AcmeCompany { [GainsightField("Region__gc")] public static partial Field<string> Region { get; } }
        public static class Program
        {
            public static void Use(Company company, Asset asset, string? text)
            {
                [|company.Arr = null|];
                [|asset.Name = null|];
                asset.Name = text;
                asset.Plain = null;
                company.Gsid = null;
                company["Region__gc"] = null;
                company.Set(CompanyFields.Arr, null);
                company.Clear(CompanyFields.Arr);
                _ = new Company { Name = "Acme", [|Arr = null|] };
                [|company.Region = null|];
            }
        }
        """).ShouldWarnOfNullAsync(
            Warning("Arr", "CompanyFields.Arr"), Warning("Name", "AssetFields.Name"), Warning("Arr", "CompanyFields.Arr"), Warning("Region", "AcmeCompany.Region"));

    [Fact]
    public Task A_null_is_found_in_each_form_that_writes_it_out() => Generated.Of("""
        [GainsightObject("Asset__gc")]
        public partial class Asset : GainsightRecord { public partial string? Name { get; set; } [GainsightField("N__gc")] public partial int? N { get; set; } [GainsightField("M__gc")] public partial int? M { get; set; } }
        public class Holder { public Asset Asset { get; } = new(); }
        public static class Program
        {
            public static void Use(Asset? asset, bool flag, string? text)
            {
                [|asset!.Name = null!|];
                [|asset.Name = (null)|];
                [|asset.Name = (string?)null|];
                [|asset.Name = default|];
                [|asset.N = default(int?)|];
                [|asset.Name = flag ? null : default|];
                asset.N = default(int);
                asset.Name = flag ? text : null;
                (asset.Name, asset.N) = (text, 1);
                [|(asset.Name, (asset.N, asset.M)) = (text, (1, null))|];
                _ = new Holder { Asset = { [|Name = null|] } };
                asset?[|.Name = null|];
            }
        }
        """).ShouldWarnOfNullAsync(
            Warning("Name", "AssetFields.Name"), Warning("Name", "AssetFields.Name"), Warning("Name", "AssetFields.Name"), Warning("Name", "AssetFields.Name"),
            Warning("N", "AssetFields.N"), Warning("Name", "AssetFields.Name"), Warning("M", "AssetFields.M"), Warning("Name", "AssetFields.Name"), Warning("Name", "AssetFields.Name"));

    [Fact]
    public Task Hand_written_types_are_left_alone() => Generated.Of("""
        public sealed class Asset : GainsightRecord
        {
            public static readonly Field<decimal> SeatsField = Field.Custom<decimal>("Seats__gc");
            public decimal? Seats { get => Get(SeatsField); set => Set(SeatsField, value); }
            public void Empty() => Seats = null;
        }
        """).ShouldWarnOfNullAsync();

    private static string Warning(string property, string token) =>
        $"GSC009: Assigning null to '{property}' empties the field only if the record was read with a value there: call Clear({token}) to empty it in Gainsight, or leave the assignment out";
}
