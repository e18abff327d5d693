using Gainsight.Client.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gainsight.Client.Tests.DependencyInjection;

/// <summary>A section that changes while clients are in use.</summary>
public sealed class ReloadTests
{
    [Fact]
    public async Task A_new_access_key_is_sent_from_the_next_call_on()
    {
        using var services = new Services().AnswerAll();
        var configuration = Services.Configuration(("G:Tenant", "acme"), ("G:AccessKey", "old-key"));
        services.OnStub(services.Collection.AddGainsightClient(configuration.GetSection("G")));
        await services.Client.CheckConnectionAsync();

        Change(configuration, "new-key");
        await services.Client.CheckConnectionAsync();
        Change(configuration, "newer-key");
        await services.Client.CheckConnectionAsync();

        services.KeysSent.Should().Equal("old-key", "new-key", "newer-key");
        services.LogIds.Where(id => id == 203).Should().HaveCount(2);
        services.Logs.Records.Should().OnlyContain(entry => !entry.Text().Contains("-key", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("bad key")]
    [InlineData("")]
    public async Task A_key_that_cannot_be_used_leaves_the_old_one_and_is_logged_without_it(string bad)
    {
        using var services = new Services().AnswerAll();
        var configuration = Services.Configuration(("G:Tenant", "acme"), ("G:AccessKey", "old-key"));
        services.OnStub(services.Collection.AddGainsightClient(configuration.GetSection("G")));
        await services.Client.CheckConnectionAsync();

        Change(configuration, bad);
        await services.Client.CheckConnectionAsync();

        services.KeysSent.Should().Equal("old-key", "old-key");
        services.Logs.Records.Should().ContainSingle(entry => entry.Id == 204).Which.Text().Should().NotContain("bad key");
    }

    [Fact]
    public async Task Nothing_happens_when_the_key_is_as_before_or_gone()
    {
        using var services = new Services().AnswerAll();
        var configuration = Services.Configuration(("G:Tenant", "acme"), ("G:AccessKey", "old-key"));
        services.OnStub(services.Collection.AddGainsightClient(configuration.GetSection("G")));
        await services.Client.CheckConnectionAsync();

        Change(configuration, "old-key");
        Change(configuration, null);
        await services.Client.CheckConnectionAsync();

        services.KeysSent.Should().Equal("old-key", "old-key");
        services.LogIds.Should().NotContain([203, 204]);
    }

    [Fact]
    public async Task A_key_that_code_has_set_stays_when_another_setting_changes()
    {
        using var services = new Services().AnswerAll();
        var configuration = Services.Configuration(("G:Tenant", "acme"), ("G:AccessKey", "old-key"));
        services.OnStub(services.Collection.AddGainsightClient(configuration.GetSection("G")));
        services.Collection.PostConfigure<GainsightClientOptions>(options => options.Credential = new AccessKeyCredential("vault-key"));
        await services.Client.CheckConnectionAsync();

        configuration["Other"] = "changed";
        configuration.Reload();
        await services.Client.CheckConnectionAsync();

        services.KeysSent.Should().Equal("vault-key", "vault-key");
    }

    [Fact]
    public async Task A_key_that_changes_while_the_client_is_built_is_used()
    {
        using var services = new Services().AnswerAll();
        var configuration = Services.Configuration(("G:Tenant", "acme"), ("G:AccessKey", "old-key"));
        services.OnStub(services.Collection.AddGainsightClient(configuration.GetSection("G")));
        services.Collection.PostConfigure<GainsightClientOptions>(_ => Change(configuration, "new-key"));
        await services.Client.CheckConnectionAsync();

        Change(configuration, "newer-key");
        await services.Client.CheckConnectionAsync();

        services.KeysSent.Should().Equal("new-key", "newer-key");
    }

    [Fact]
    public async Task A_keyed_client_uses_the_key_of_its_own_section()
    {
        using var services = new Services().AnswerAll();
        var configuration = Services.Configuration(
            ("A:Tenant", "acme"), ("A:AccessKey", "a-1"), ("B:Tenant", "brightwater"), ("B:AccessKey", "b-1"));
        services.OnStub(services.Collection.AddGainsightClient("a", configuration.GetSection("A")));
        services.OnStub(services.Collection.AddGainsightClient("b", configuration.GetSection("B")));
        var a = services.Provider.GetRequiredKeyedService<GainsightClient>("a");
        var b = services.Provider.GetRequiredKeyedService<GainsightClient>("b");

        configuration["B:AccessKey"] = "b-2";
        configuration.Reload();
        await a.CheckConnectionAsync();
        await b.CheckConnectionAsync();

        services.KeysSent.Should().Equal("a-1", "b-2");
    }

    [Fact]
    public async Task A_change_after_the_container_is_disposed_does_nothing()
    {
        var services = new Services().AnswerAll();
        var configuration = Services.Configuration(("G:Tenant", "acme"), ("G:AccessKey", "old-key"));
        services.OnStub(services.Collection.AddGainsightClient(configuration.GetSection("G")));
        await services.Client.CheckConnectionAsync();
        services.Dispose();

        Change(configuration, "new-key");

        services.LogIds.Should().NotContain(203);
    }

    private static void Change(IConfigurationRoot configuration, string? key)
    {
        configuration["G:AccessKey"] = key;
        configuration.Reload();
    }
}
