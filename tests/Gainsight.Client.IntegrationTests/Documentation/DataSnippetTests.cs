using System.Text;
using System.Text.RegularExpressions;
using Gainsight.Client.Emulator;
using Gainsight.Client.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gainsight.Client.IntegrationTests.Documentation;

/// <summary>The files that the documents show work unchanged.</summary>
public sealed class DataSnippetTests
{
    [Fact]
    public async Task The_settings_in_the_readme_configure_a_client_after_a_key_is_added()
    {
        using var json = new MemoryStream(Encoding.UTF8.GetBytes(Block("README.md", "json")));
        var section = new ConfigurationBuilder().AddJsonStream(json).Build().GetSection("Gainsight");
        section["AccessKey"] = "key-4711";
        var services = new ServiceCollection();
        services.AddGainsightClient(section);
        await using var provider = services.BuildServiceProvider();

        provider.Invoking(each => each.GetRequiredService<GainsightClient>()).Should().NotThrow();
        var options = provider.GetRequiredService<IOptions<GainsightClientOptions>>().Value;
        (options.Tenant, options.Quota.Share, options.Quota.MaxQueueWait, options.Retry.MaxRetries).Should().Be(("acme", 0.5, TimeSpan.FromMinutes(30), 3));
        section.GetChildren().Should().HaveCount(9, "check that a new name exists in the options too");
    }

    [Fact]
    public void The_seed_in_the_emulator_documentation_fills_a_tenant()
    {
        using var emulator = new GainsightEmulator();

        emulator.Load(Block("docs/emulator.md", "jsonc"));

        var contract = emulator.Object("Contract__gc").Rows.Should().ContainSingle().Which;
        var company = emulator.Object("Company").Rows.Should().ContainSingle().Which;
        contract["Company__gc"].Should().Be(company.Gsid);
        emulator.Object("GsUser").Find((string)company["Csm"]!)!["Email"].Should().Be("ada@example.com");
        emulator.EventPublishers.Should().Contain(publisher => publisher.Topic == "Usage");
    }

    private static string Block(string document, string language) =>
        Regex.Match(ApprovedFile.Read(document), $"^```{language}\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline).Groups[1].Value;
}
