using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Gainsight.Client.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gainsight.Client.Tests.DependencyInjection;

/// <summary>The schema that editors use for appsettings.json describes the settings that the client reads.</summary>
public sealed class ConfigurationSchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(ApprovedFile.Read("src/Gainsight.Client/ConfigurationSchema.json")).RootElement;
    private static readonly JsonElement Client = Schema.GetProperty("definitions").GetProperty("gainsightClient");
    private static readonly IReadOnlyDictionary<string, JsonElement> Settings =
        Client.GetProperty("properties").EnumerateObject().ToDictionary(setting => setting.Name, setting => setting.Value);

    [Fact]
    public void The_schema_has_exactly_the_settings_that_the_client_reads()
    {
        Settings.Keys.Should().BeEquivalentTo(GainsightSettings.All.Keys);
        Settings.Where(setting => setting.Value.TryGetProperty("additionalProperties", out _)).Select(setting => setting.Key)
            .Should().BeEquivalentTo(GainsightSettings.All.Where(setting => setting.Value.IsGroup).Select(setting => setting.Key));
        Settings.Values.Should().OnlyContain(setting => setting.GetProperty("description").GetString()!.EndsWith('.'));
    }

    [Fact]
    public void A_name_that_is_no_setting_can_only_be_the_section_of_a_client()
    {
        Client.GetProperty("type").GetString().Should().Be("object");
        Client.GetProperty("additionalProperties").GetProperty("$ref").GetString().Should().Be("#/definitions/gainsightClient");
        Schema.GetProperty("properties").GetProperty("Gainsight").GetProperty("$ref").GetString().Should().Be("#/definitions/gainsightClient");
    }

    [Fact]
    public void Names_and_defaults_are_those_of_the_options()
    {
        var defaults = Options();
        var options = new object[] { defaults, defaults.Quota, defaults.Retry }
            .SelectMany(holder => holder.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => (property, holder)))
            .DistinctBy(pair => pair.property.Name).ToDictionary(pair => pair.property.Name, pair => (pair.property.PropertyType, Value: pair.property.GetValue(pair.holder)));

        foreach (var (name, setting) in Settings)
        {
            if (setting.TryGetProperty("enum", out var names))
            {
                names.EnumerateArray().Select(item => item.GetString()).Should().Equal(Enum.GetNames(options[name].PropertyType), name);
            }

            if (setting.TryGetProperty("default", out var value))
            {
                value.ToString().Should().Be(string.Format(CultureInfo.InvariantCulture, "{0}", options[name].Value), name);
            }
            else
            {
                (options.GetValueOrDefault(name).Value as ValueType).Should().BeNull("the default of {0} is missing", name);
            }
        }
    }

    [Fact]
    public void Ranges_are_those_that_the_client_accepts()
    {
        var ranged = Settings.Where(setting => setting.Value.TryGetProperty("maximum", out _)).ToList();

        ranged.Should().HaveCountGreaterThan(2);
        foreach (var (name, setting) in ranged)
        {
            var step = setting.GetProperty("type").GetString() == "integer" ? 1m : 0.001m;
            var excludesMinimum = setting.TryGetProperty("exclusiveMinimum", out var minimum);
            var least = excludesMinimum ? minimum.GetDecimal() + step : setting.GetProperty("minimum").GetDecimal();
            var most = setting.GetProperty("maximum").GetDecimal();

            IsAccepted(name, least).Should().BeTrue(name);
            IsAccepted(name, most).Should().BeTrue(name);
            IsAccepted(name, least - step).Should().BeFalse(name);
            IsAccepted(name, most + step).Should().BeFalse(name);
        }
    }

    [Theory]
    [InlineData("MaxQueueWait", "00:30:00", true)]
    [InlineData("MaxQueueWait", "00:00:00.5", true)]
    [InlineData("AttemptTimeout", "1.00:00:00", true)]
    [InlineData("AttemptTimeout", "30 s", false)]
    [InlineData("AttemptTimeout", "30", false)]
    [InlineData("MaxQueueWait", "1", false)]
    [InlineData("MetadataLifetime", "24:00:00", false)]
    [InlineData("MetadataLifetime", "00:60:00", false)]
    [InlineData("MetadataLifetime", "1:02:03:04", false)]
    [InlineData("MetadataLifetime", "0:30", true)]
    public void Times_have_the_form_that_the_client_reads(string name, string time, bool isValid)
    {
        Regex.IsMatch(time, Settings[name].GetProperty("pattern").GetString()!).Should().Be(isValid);
        IsAccepted(name, time).Should().Be(isValid);
    }

    [Fact]
    public void The_package_gives_the_schema_to_editors()
    {
        XDocument.Parse(ApprovedFile.Read("src/Gainsight.Client/buildTransitive/Gainsight.Client.targets")).Descendants("JsonSchemaSegment").Should().ContainSingle()
            .Which.Attributes().Select(attribute => attribute.Value).Should().Equal("$(MSBuildThisFileDirectory)../ConfigurationSchema.json", @"appsettings\..*json");
        XDocument.Parse(ApprovedFile.Read("src/Gainsight.Client/Gainsight.Client.csproj")).Descendants("None")
            .Where(file => file.Attribute("Pack")?.Value == "true").Select(file => (file.Attribute("Include")?.Value, file.Attribute("PackagePath")?.Value))
            .Should().Contain([("ConfigurationSchema.json", "/"), ("buildTransitive/Gainsight.Client.targets", "buildTransitive/")]);
    }

    private static GainsightClientOptions Options(params (string, string?)[] values)
    {
        using var services = new Services();
        services.Collection.AddGainsightClient(Services.Configuration([("Tenant", "acme"), ("AccessKey", "key"), .. values]));
        return services.Provider.GetRequiredService<IOptionsFactory<GainsightClientOptions>>().Create(string.Empty);
    }

    private static bool IsAccepted(string name, decimal value) => IsAccepted(name, value.ToString(CultureInfo.InvariantCulture));

    private static bool IsAccepted(string name, string value)
    {
        try
        {
            return Options((name, value)) is not null;
        }
        catch (OptionsValidationException)
        {
            return false;
        }
    }
}
