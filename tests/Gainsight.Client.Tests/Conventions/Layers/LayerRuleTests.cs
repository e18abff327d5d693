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

    [Theory]
    [InlineData("foreach (var each in 5) { }")]
    [InlineData("var (first, second) = this;")]
    [InlineData("await this;")]
    [InlineData("_ = from each in this select each;")]
    [InlineData("_ = new Report { 1 };")]
    [InlineData("_ = this + this;")]
    [InlineData("_ = this[0];")]
    [InlineData("int number = this;")]
    [InlineData("_ = nameof(Several);")]
    [InlineData("List? list = null;")]
    [InlineData("_ = this is (1, 2);")]
    [InlineData("_ = this is var (first, second);")]
    [InlineData("Report list = [1];")]
    [InlineData("int[] all = [.. 5];")]
    [InlineData("_ = (long)this;")]
    [InlineData("_ = this?[0];")]
    [InlineData("_ = new Report { [0] = 1 };")]
    [InlineData("if (this) { }")]
    [InlineData("await foreach (var each in this) { }")]
    [InlineData("foreach (long each in new Report[0]) { }")]
    [InlineData("int other = 1; other += this;")]
    [InlineData("(long, int) pair = (1, this);")]
    [InlineData("int Inner() => this;")]
    public void What_the_compiler_uses_without_a_name_of_the_type_is_a_reference_up(string statement)
    {
        const string Above = """
            global using static N.Names;
            global using List = System.Collections.Generic.List<N.Names.Item[]>;
            namespace N;
            static class Names
            {
                public class Item;
                public static void Several() { }
                public static void Several(int number) { }
                public static System.Collections.Generic.IEnumerator<int> GetEnumerator(this int number) => null!;
                public static void Deconstruct(this Report report, out int first, out int second) => first = second = 1;
                public static System.Runtime.CompilerServices.TaskAwaiter GetAwaiter(this Report report) => default;
                public static int Select(this Report report, System.Func<int, int> select) => 1;
                public static void Add(this Report report, int number) { }
                public static System.Collections.Generic.IAsyncEnumerator<int> GetAsyncEnumerator(this Report report) => null!;
            }
            partial class Report
            {
                public static Report operator +(Report left, Report right) => left;
                public int this[int index] { get => index; set { } }
                public static implicit operator int(Report report) => 1;
                public static explicit operator long(Report report) => 1;
                public static bool operator true(Report report) => true;
                public static bool operator false(Report report) => false;
            }
            """;
        var below = $"namespace N; partial class Report : System.Collections.IEnumerable {{ System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!; async System.Threading.Tasks.Task Run() {{ {statement} }} }}";

        (string Path, string Text)[] files = [.. Sound, ("People/Names.cs", Above), ("Writes/Report.cs", below)];

        SourceMap.Unresolved(files).Should().BeEmpty();
        LayerRules.Violations(Picture, SourceMap.Resolve(files))
            .Should().Contain(violation => violation.StartsWith("Writes/Report.cs:1 (Writes) uses ") && violation.EndsWith("(People), which points up"));
    }

    [Theory]
    [InlineData("[Mark] class Report;")]
    [InlineData("class Report { void Run() { var mark = Sound.Make(); } }")]
    [InlineData("class Report { System.Collections.Generic.List<MarkAttribute[]>? Marks; }")]
    [InlineData("class Report { string Name => nameof(MarkAttribute); }")]
    [InlineData("class Report : MarkAttribute;")]
    [InlineData("class Report<T> where T : MarkAttribute;")]
    [InlineData("class Report { object Run(object mark) => mark is MarkAttribute { Text.Length: 1 }; }")]
    public void Each_way_to_name_a_type_above_is_a_reference_up(string code)
    {
        var references = SourceMap.Resolve(
            [.. Sound, ("People/MarkAttribute.cs", "namespace N; class MarkAttribute : System.Attribute { public string Text = \"\"; }"), ("Companies/Sound.cs", "namespace N; static class Sound { public static MarkAttribute Make() => new(); }"), ("Writes/Report.cs", "namespace N; " + code)]);

        LayerRules.Violations(Picture, references).Should().Contain("Writes/Report.cs:1 (Writes) uses MarkAttribute (People), which points up");
    }

    [Fact]
    public void Names_of_the_framework_are_known_without_a_using()
    {
        var references = SourceMap.Resolve(
            [.. Sound, ("People/Names.cs", "namespace N; static class Names { public static int Count(this IEnumerable<string> all) => 1; }"), ("Writes/Report.cs", "namespace N; class Report { int Of(List<string> all) => all.Count(); }")]);

        LayerRules.Violations(Picture, references).Should().ContainSingle().Which.Should().StartWith("Writes/Report.cs:1 (Writes) uses Names (People)");
    }

    [Theory]
    [InlineData("#if NET10_0_OR_GREATER")]
    [InlineData("#if !NET10_0_OR_GREATER")]
    public void Code_for_one_framework_only_is_read_too(string directive)
    {
        var references = SourceMap.Resolve([.. Sound, ("Writes/Report.cs", $"namespace N;\n{directive}\nclass Report {{ Companies? Last; }}\n#endif\n")]);

        LayerRules.Violations(Picture, references).Should().Equal("Writes/Report.cs:3 (Writes) uses Companies (Companies), which points up");
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
        SourceMap.UsesOf(["HttpClient"], [("Users/User.cs", "class User { System.Net.Http.HttpClient? Http; }")], _ => true)
            .Should().Contain("Users/User.cs:1 uses HttpClient");
    }

    [Theory]
    [InlineData("class User { Http? Http; }")]
    [InlineData("class User { object Get() => Transport.Http; }")]
    [InlineData("class User { void Send() { var http = Transport.Make(); } }")]
    [InlineData("class User { void Send() => Transport.Make().CancelPendingRequests(); }")]
    [InlineData("class User { void Send() => Transport.With(http => { }); }")]
    [InlineData("class User { object Make() => new Own(); }")]
    [InlineData("class User { string Name => nameof(Http); }")]
    public void Http_is_found_in_an_area_by_whatever_name(string code)
    {
        const string Below = """
            global using Http = System.Net.Http.HttpClient;
            class Own : HttpClient;
            static class Transport
            {
                public static HttpClient Http => null!;
                public static HttpClient Make() => null!;
                public static void With(Action<HttpClient> use) { }
            }
            """;

        SourceMap.UsesOf(["HttpClient"], [("Pipeline/Transport.cs", Below), ("Users/User.cs", code)], path => path == "Users/User.cs")
            .Should().Contain(use => use.StartsWith("Users/User.cs:1 uses "));
    }

    [Fact]
    public void A_name_that_cannot_be_resolved_is_reported()
    {
        SourceMap.Unresolved([("Users/User.cs", "class User\n{\n    Missing? Field;\n    partial class Log { public static partial void Written(); }\n}")])
            .Should().ContainSingle().Which.Should().StartWith("Users/User.cs(3,5): error CS0246");
    }

    [Theory]
    [InlineData("<ProjectReference Include='..\\Gainsight.Client\\Gainsight.Client.csproj' />")]
    [InlineData("<PackageReference Include='Gainsight.Client' />")]
    [InlineData("<Reference Include='Client'><HintPath>../Gainsight.Client/bin/Gainsight.Client.dll</HintPath></Reference>")]
    [InlineData("<Compile Include='../Gainsight.Client/Wire/*.cs' LinkBase='Wire' />")]
    [InlineData("<Compile Include='a.cs;../Gainsight.Client/Wire/Operation.cs' />")]
    [InlineData("<ProjectReference Include='$(MSBuildThisFileDirectory)../Gainsight.Client/Gainsight.Client.csproj' />")]
    public void A_link_to_another_project_is_found(string item) =>
        ProjectLinks.In($"<Project><ItemGroup>{item}</ItemGroup></Project>", "Gainsight.Client").Should().ContainSingle();

    [Theory]
    [InlineData("<ProjectReference Include='../Gainsight.Client.Emulator/Gainsight.Client.Emulator.csproj' />")]
    [InlineData("<InternalsVisibleTo Include='Gainsight.Client.Emulator.Tests' />")]
    public void A_link_to_a_project_with_a_longer_name_is_another_one(string item) =>
        ProjectLinks.In($"<Project><ItemGroup>{item}</ItemGroup></Project>", "Gainsight.Client").Should().BeEmpty();
}
