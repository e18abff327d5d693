extern alias Warehouse;

using Microsoft.Extensions.Configuration;
using SampleTenants = Warehouse::Samples.SampleTenants;

namespace Gainsight.Client.Samples.Tests;

/// <summary>Which tenant a sample calls, and what is wrong with its settings.</summary>
public sealed class SampleTenantTests
{
    [Theory]
    [InlineData("acme.gainsightcloud.com", "key", "BaseAddress")]
    [InlineData("https://acme.gainsightcloud.com/v1", "key", "Give only scheme and host: https://acme.gainsightcloud.com")]
    [InlineData("http://acme.gainsightcloud.com", "key", "Use https")]
    [InlineData("https://acme.gainsightcloud.com/", " key", "white space")]
    [InlineData("https://acme.gainsightcloud.com", "", "AccessKey")]
    public void A_bad_address_or_key_is_named_before_a_call(string address, string key, string problem)
    {
        var settings = new Dictionary<string, string?> { ["GAINSIGHT_BASE_ADDRESS"] = address, ["GAINSIGHT_ACCESS_KEY"] = key };
        var start = () =>
        {
            using var tenants = new SampleTenants(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
            return tenants.Client();
        };

        start.Should().Throw<Exception>().Which.Message.Should().Contain(problem);
    }

    [Theory]
    [InlineData("acme")]
    [InlineData("emea")]
    public void The_environment_names_the_tenant_whatever_the_settings_have(string other)
    {
        var settings = new Dictionary<string, string?>
        {
            [$"Tenants:{other}:BaseAddress"] = "https://production.example",
            [$"Tenants:{other}:AccessKey"] = "key",
            ["GAINSIGHT_BASE_ADDRESS"] = "https://sandbox.example",
            ["GAINSIGHT_ACCESS_KEY"] = "key",
        };
        using var tenants = new SampleTenants(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());

        tenants.Client().Should().BeSameAs(tenants.Client("default")).And.NotBeSameAs(tenants.Client(other));
    }
}
