using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests.Conventions.Layers;

/// <summary>Holds the pictures of <c>docs/architecture.md</c>: code uses what stands below it, and nothing above.</summary>
public sealed class LayerTests(LayerFixture sources) : IClassFixture<LayerFixture>
{
    private const string Page = "docs/architecture.md";

    public static TheoryData<string> Projects => ["Gainsight.Client", "Gainsight.Client.Emulator"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_reference_points_up(string project) =>
        LayerRules.Violations(PictureOf(project), sources.ReferencesOf(project)).Should().BeEmpty();

    /// <summary>A name that is not resolved is a reference that nobody sees.</summary>
    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_name_is_resolved(string project) => sources.UnresolvedIn(project).Should().BeEmpty();

    /// <summary>Every project under <c>src</c>, also those that are too small for layers.</summary>
    public static TheoryData<string> AllProjects => [.. ApprovedFile.Folders("src")];

    [Theory]
    [MemberData(nameof(AllProjects))]
    public void No_folder_stands_in_a_cycle(string project) =>
        LayerRules.Cycles(sources.ReferencesOf(project)).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_folder_has_a_layer_and_every_layer_has_its_folders(string project)
    {
        var folders = sources.FilesOf(project).Select(file => SourceMap.FolderOf(file.Path)).Distinct();
        var picture = PictureOf(project);

        folders.Where(folder => picture.PlaceOf(folder) is null).Should().BeEmpty();
        picture.Layers.SelectMany(layer => layer.Folders).Except(folders).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_diagram_shows_the_same_layers_as_the_list(string project) =>
        ApprovedFile.Read(Page).Should().Contain($"```mermaid\n{PictureOf(project).ToMermaid()}```");

    [Fact]
    public void Areas_do_not_see_http()
    {
        var picture = PictureOf("Gainsight.Client");
        var lowest = picture.Layers.ToList().FindIndex(layer => layer.Name == "shared");
        bool IsArea(string file) => picture.PlaceOf(SourceMap.FolderOf(file)) is > 1 and { } place && place <= lowest;

        sources.FilesOf("Gainsight.Client").Select(file => file.Path).Where(IsArea).Should().NotBeEmpty();
        sources.HttpUsesIn("Gainsight.Client", IsArea).Should().BeEmpty("areas send calls through the transport");
    }

    [Theory]
    [InlineData("Gainsight.Client.Emulator", "Gainsight.Client")]
    [InlineData("Gainsight.Client.Emulator.Server", "Gainsight.Client")]
    [InlineData("Gainsight.Client", "Gainsight.Client.Emulator")]
    public void Client_and_emulator_share_no_code(string project, string other)
    {
        string[] files = [$"src/{project}/{project}.csproj", "src/Directory.Build.props", "src/Directory.Build.targets", "Directory.Build.props"];

        files.SelectMany(file => ProjectLinks.In(ApprovedFile.Read(file), other).Select(link => $"{file}: {link}")).Should().BeEmpty();
    }

    private static LayerPicture PictureOf(string project) => LayerPicture.Read(ApprovedFile.Read(Page), project);
}
