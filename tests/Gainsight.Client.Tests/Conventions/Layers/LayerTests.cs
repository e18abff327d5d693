using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests.Conventions.Layers;

/// <summary>Holds the pictures of <c>docs/architecture.md</c>: code uses what stands below it, and nothing above.</summary>
public sealed class LayerTests(LayerFixture sources) : IClassFixture<LayerFixture>
{
    private const string Page = "docs/architecture.md";

    private static readonly string[] HttpTypes = ["HttpClient", "HttpRequestMessage", "HttpResponseMessage", "HttpMessageInvoker", "HttpMessageHandler"];

    public static TheoryData<string> Projects => ["Gainsight.Client", "Gainsight.Client.Emulator"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_reference_points_up(string project) =>
        LayerRules.Violations(PictureOf(project), sources.ReferencesOf(project)).Should().BeEmpty();

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
        var areas = sources.FilesOf("Gainsight.Client").Where(file => picture.PlaceOf(SourceMap.FolderOf(file.Path)) is > 1 and { } place && place <= lowest);

        areas.Should().NotBeEmpty();
        SourceMap.NamesIn(areas, HttpTypes).Should().BeEmpty("areas send calls through the transport");
    }

    [Fact]
    public void The_emulator_does_not_refer_to_the_client()
    {
        string[] projects = ["src/Gainsight.Client.Emulator/Gainsight.Client.Emulator.csproj", "src/Gainsight.Client.Emulator.Server/Gainsight.Client.Emulator.Server.csproj"];

        foreach (var project in projects)
        {
            ApprovedFile.Read(project).Should().NotContain("Gainsight.Client.csproj").And.NotContain("Include=\"Gainsight.Client\"");
        }
    }

    private static LayerPicture PictureOf(string project) => LayerPicture.Read(ApprovedFile.Read(Page), project);
}
