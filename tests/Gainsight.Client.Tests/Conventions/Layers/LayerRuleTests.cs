using Gainsight.Client.Generators;

namespace Gainsight.Client.Tests.Conventions.Layers;

/// <summary>Shows that the layer test fails when it must.</summary>
public sealed class LayerRuleTests
{
    private static readonly LayerPicture Picture = LayerPicture.Parse(
        """
        top     .
        areas   Companies People
        engine  Writes
        """);

    private static readonly (string Path, string Text)[] Sound =
    [
        ("Client.cs", "namespace N; class Client { Companies C = new(); }"),
        ("Companies/Companies.cs", "namespace N; class Companies { void Write() => Engine.Send(this); }"),
        ("People/People.cs", "namespace N; class People { Companies? Owner; }"),
        ("Writes/Engine.cs", "namespace N; class Engine { public static void Send(object row) { } }"),
    ];

    [Fact]
    public void References_that_point_down_or_sideways_are_allowed()
    {
        var references = SourceMap.Resolve(Sound);

        references.Should().HaveCountGreaterThan(3);
        LayerRules.Violations(Picture, references).Should().BeEmpty();
        LayerRules.Cycles(references).Should().BeEmpty();
    }

    [Fact]
    public void A_reference_up_is_reported_with_file_line_and_type()
    {
        var references = SourceMap.Resolve([.. Sound, ("Writes/Report.cs", "namespace N;\nclass Report\n{\n    Companies? Last;\n}")]);

        LayerRules.Violations(Picture, references).Should().Equal("Writes/Report.cs:4 (Writes) uses Companies (Companies), which points up");
    }

    [Fact]
    public void A_member_of_a_type_above_is_a_reference_up_though_its_type_is_not_named()
    {
        var references = SourceMap.Resolve(
            [.. Sound, ("People/Names.cs", "namespace N; static class Names { public static int Length(this string text) => 1; }"), ("Writes/Report.cs", "namespace N; class Report { int Of(string text) => text.Length(); }")]);

        LayerRules.Violations(Picture, references).Should().ContainSingle().Which.Should().StartWith("Writes/Report.cs:1 (Writes) uses Names (People)");
    }

    [Fact]
    public void Two_folders_of_one_layer_that_use_each_other_are_a_cycle()
    {
        var references = SourceMap.Resolve([.. Sound, ("Companies/Contact.cs", "namespace N; class Contact { People? Person; }")]);

        LayerRules.Violations(Picture, references).Should().BeEmpty();
        LayerRules.Cycles(references).Should().HaveCount(2).And.Contain(cycle => cycle.StartsWith("Companies is in a cycle: Companies/Contact.cs:1"));
    }

    [Fact]
    public void A_cycle_through_a_subfolder_is_found()
    {
        var references = SourceMap.Resolve([.. Sound, ("Writes/Checks/Check.cs", "namespace N; class Check { Engine? E; }"), ("Writes/Run.cs", "namespace N; class Run { Check? C; }")]);

        LayerRules.Cycles(references).Should().HaveCount(2);
    }

    [Fact]
    public void A_folder_that_the_picture_does_not_show_is_reported()
    {
        var references = SourceMap.Resolve([.. Sound, ("Users/User.cs", "namespace N; class User { Companies? C; }")]);

        LayerRules.Violations(Picture, references).Should().Equal("The folder Users has no layer.");
    }

    [Fact]
    public void A_member_of_a_partial_type_belongs_to_the_folder_of_its_part()
    {
        (string Path, string Text)[] files =
        [
            ("Writes/Limits.cs", "namespace N; partial class Limits { int Calls; }"),
            ("People/Limits.People.cs", "namespace N; partial class Limits { public int People; }"),
            ("Writes/Report.cs", "namespace N;\nclass Report\n{\n    Limits? L;\n    int? Most => L?.People;\n}"),
        ];

        LayerRules.Violations(Picture, SourceMap.Resolve(files)).Should().Equal("Writes/Report.cs:5 (Writes) uses Limits (People), which points up");
    }

    [Fact]
    public void A_generated_type_stands_in_the_folder_of_its_record()
    {
        (string Path, string Text)[] files =
        [
            ("Base.cs", "namespace Gainsight.Client; class GainsightRecord; [System.AttributeUsage(System.AttributeTargets.Class)] class GainsightObjectAttribute(string name) : System.Attribute;"),
            ("People/Person.cs", "namespace Gainsight.Client; [GainsightObject(\"person\")] sealed partial class Person : GainsightRecord { public partial string? Email { get; set; } }"),
            ("Writes/Report.cs", "namespace Gainsight.Client; class Report { object Key => PersonFields.Email; }"),
        ];

        var references = SourceMap.Resolve(files, new RecordGenerator());

        LayerRules.Violations(Picture, references).Should().Contain("Writes/Report.cs:1 (Writes) uses PersonFields (People), which points up");
    }

    [Fact]
    public void A_name_of_http_in_an_area_is_found()
    {
        var names = SourceMap.NamesIn([("Users/User.cs", "class User { System.Net.Http.HttpClient? Http; }")], "HttpClient");

        names.Should().Equal("Users/User.cs:1 names HttpClient");
    }
}
