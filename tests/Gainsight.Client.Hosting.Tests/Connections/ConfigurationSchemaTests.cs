using System.Text.Json.Nodes;
using System.Xml.Linq;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Hosting.Tests.Connections;

/// <summary>Editors merge the schema of this package into that of Gainsight.Client: both describe the section of a client.</summary>
public sealed class ConfigurationSchemaTests
{
    private const string Hosting = "src/Gainsight.Client.Hosting";

    [Fact]
    public void The_schema_has_exactly_the_settings_of_the_host()
    {
        var settings = Properties(Hosting);

        // A connection string has a section of its own.
        settings.Select(setting => setting.Key).Append(nameof(GainsightClientSettings.ConnectionString))
            .Should().BeEquivalentTo(typeof(GainsightClientSettings).GetProperties().Select(property => property.Name));
        foreach (var (name, setting) in settings)
        {
            setting!["type"]!.GetValue<string>().Should().Be("boolean", name);
            setting["default"]!.GetValue<bool>().Should().Be((bool)typeof(GainsightClientSettings).GetProperty(name)!.GetValue(new GainsightClientSettings())!, name);
            setting["description"]!.GetValue<string>().Should().EndWith(".", name);
        }
    }

    [Fact]
    public void The_schema_adds_to_the_definition_of_a_client_and_replaces_nothing()
    {
        var schema = Schema(Hosting);

        schema.Select(member => member.Key).Should().Equal("definitions");
        schema["definitions"]!.AsObject().Select(definition => definition.Key).Should().Equal("gainsightClient");
        schema["definitions"]!["gainsightClient"]!.AsObject().Select(member => member.Key).Should().Equal("properties");
        Properties("src/Gainsight.Client").Select(setting => setting.Key).Should().NotBeEmpty().And.NotIntersectWith(Properties(Hosting).Select(setting => setting.Key));
    }

    [Fact]
    public void The_schema_of_jobs_has_the_settings_that_every_job_has()
    {
        var schema = Schema("src/Gainsight.Client.Jobs");

        schema["properties"]!.AsObject().Select(setting => setting.Key).Should().Equal("Jobs", "StateFolder");
        schema["properties"]!["Jobs"]!["additionalProperties"]!["$ref"]!.GetValue<string>().Should().Be("#/definitions/gainsightJob");
        schema["definitions"]!["gainsightJob"]!["properties"]!.AsObject().Select(setting => setting.Key).Should().Equal("Schedule");
    }

    [Theory]
    [InlineData("Gainsight.Client.Hosting")]
    [InlineData("Gainsight.Client.Jobs")]
    public void The_package_gives_the_schema_to_editors(string package)
    {
        XDocument.Parse(ApprovedFile.Read($"src/{package}/buildTransitive/{package}.targets")).Descendants("JsonSchemaSegment").Should().ContainSingle()
            .Which.Attributes().Select(attribute => attribute.Value).Should().Equal("$(MSBuildThisFileDirectory)../ConfigurationSchema.json", @"appsettings\..*json");
        XDocument.Parse(ApprovedFile.Read($"src/{package}/{package}.csproj")).Descendants("None")
            .Where(file => file.Attribute("Pack")?.Value == "true").Select(file => (file.Attribute("Include")?.Value, file.Attribute("PackagePath")?.Value))
            .Should().Contain([("ConfigurationSchema.json", "/"), ($"buildTransitive/{package}.targets", "buildTransitive/")]);
    }

    private static JsonObject Schema(string project) => JsonNode.Parse(ApprovedFile.Read($"{project}/ConfigurationSchema.json"))!.AsObject();

    private static JsonObject Properties(string project) => Schema(project)["definitions"]!["gainsightClient"]!["properties"]!.AsObject();
}
