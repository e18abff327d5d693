using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gainsight.Client.Generators.Tests;

public sealed class ExtensionTests
{
    private const string AcmeCompany = """
        /// <summary>What Acme added.</summary>
        [GainsightFieldsOf<Company>]
        public static partial class [|AcmeCompany|]
        {
            /// <summary>The region.</summary>
            [GainsightField("Region__gc", DataType = "PICKLIST")] public static partial Field<string> Region { get; }
            /// <summary>The seats.</summary>
            [GainsightField("Seats__gc")] public static partial Field<decimal> Seats { get; }
            /// <summary>The owner.</summary>
            [GainsightField("Owner__gc", LookupTo = "gsuser")] public static partial LookupField Owner { get; }
            /// <summary>The tags.</summary>
            [GainsightField("Tags__gc")] public static partial Field<IReadOnlyList<string>> Labels { get; }
            /// <summary>The score.</summary>
            [GainsightField("Score__gc", IsReadOnly = true)] public static partial Field<int> Score { get; }
        }

        """;

    [Fact]
    public void Fields_are_properties_of_the_record_type() => Generated.Of(AcmeCompany + """
        public static class Test
        {
            public static object? Run()
            {
                var acme = new Company { Name = "Acme", Region = "EMEA", Seats = 12m, Labels = ["a", "b"] };
                return $"{acme["Region__gc"]} {acme.Seats} {acme.Labels!.Count} {acme.Owner ?? "-"} {acme.Score} {AcmeCompany.Region.DataType} {AcmeCompany.Owner.TargetObject} {AcmeCompany.Score.IsReadOnly}";
            }
        }
        """).ShouldCompile().Run().Should().Be("EMEA 12 2 -  PICKLIST gsuser True");

    [Fact]
    public void Each_token_is_made_once() => Generated.Of(AcmeCompany + """
        public static class Test { public static object? Run() => ReferenceEquals(AcmeCompany.Region, AcmeCompany.Region); }
        """).ShouldCompile().Run().Should().Be(true);

    [Fact]
    public void With_CSharp_13_tokens_come_and_a_hint_says_why_nothing_else() => Generated.Of(AcmeCompany + """
        public static class Test { public static object? Run() { var acme = new Company(); acme.Set(AcmeCompany.Region, "EMEA"); return acme.Get(AcmeCompany.Region); } }
        """, LanguageVersion.CSharp13).ShouldReport(
            "GSC007",
            "Only the tokens of 'AcmeCompany' are generated, as extension properties need C# 14 and this project uses C# 13.0: use record.Get(AcmeCompany.Region) and record.Set(AcmeCompany.Region, value), or add <LangVersion>14</LangVersion> to the project file")
        .Run().Should().Be("EMEA");

    [Fact]
    public void The_hint_is_no_warning() =>
        Generated.Of(AcmeCompany, LanguageVersion.CSharp13).Diagnostics.Should().OnlyContain(each => each.Severity == DiagnosticSeverity.Info);

    [Fact]
    public void Fields_of_a_record_type_of_ones_own_are_added_likewise() => Generated.Of("""
        [GainsightObject("Asset__gc")]
        public partial class Asset : GainsightRecord { public partial string? Name { get; set; } }
        [GainsightFieldsOf<Asset>]
        static partial class Mine { [GainsightField("Seats__gc")] internal static partial Field<long> Seats { get; } }
        public static class Test { public static object? Run() => new Asset { Seats = 3 }.Seats; }
        """).ShouldCompile().Run().Should().Be(3L);
}
