using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Gainsight.Client.Hosting.Tests.Connections;

public sealed class ConnectionStringTests
{
    private const string Secret = "s3cret-4711";

    [Theory]
    [InlineData($"Endpoint=https://acme.us2.gainsightcloud.com;AccessKey={Secret}")]
    [InlineData($"endpoint = https://acme.us2.gainsightcloud.com/ ; ACCESSKEY = {Secret};")]
    public void An_endpoint_and_an_access_key_are_read(string text)
    {
        var options = OptionsOf(("ConnectionStrings:gainsight", text));

        options.BaseAddress.Should().Be(new Uri("https://acme.us2.gainsightcloud.com"));
        options.Credential.Should().BeOfType<AccessKeyCredential>();
    }

    [Fact]
    public void An_endpoint_and_a_client_are_read() =>
        OptionsOf(("ConnectionStrings:gainsight", $"Endpoint=https://acme.gainsightcloud.com;ClientId=id;ClientSecret={Secret}"))
            .Credential.Should().BeOfType<ClientCredentialsCredential>();

    [Fact]
    public void A_key_may_contain_the_signs_of_the_format_if_it_is_quoted() =>
        OptionsOf(("ConnectionStrings:gainsight", "Endpoint=https://acme.gainsightcloud.com;AccessKey='a;b='"))
            .Credential.Should().BeOfType<AccessKeyCredential>();

    [Fact]
    public void A_connection_string_replaces_address_and_credential_of_the_section_and_keeps_the_rest()
    {
        var options = OptionsOf(
            ("ConnectionStrings:gainsight", $"Endpoint=http://localhost:5099;AccessKey={Secret}"),
            ("Gainsight:Tenant", "acme"),
            ("Gainsight:ClientId", "id"),
            ("Gainsight:ClientSecret", "secret"),
            ("Gainsight:Limits:sync-minute", "7"));

        options.Tenant.Should().BeNull();
        options.BaseAddress.Should().Be(new Uri("http://localhost:5099"));
        options.Credential.Should().BeOfType<AccessKeyCredential>();
        options.Quota.Buckets[QuotaBuckets.Sync][0].Limit.Should().Be(7);
    }

    [Fact]
    public void A_connection_string_may_have_only_the_endpoint_and_the_section_the_key()
    {
        var options = OptionsOf(("ConnectionStrings:gainsight", "Endpoint=http://localhost:5099"), ("Gainsight:AccessKey", Secret));

        options.BaseAddress.Should().Be(new Uri("http://localhost:5099"));
        options.Credential.Should().BeOfType<AccessKeyCredential>();
    }

    [Fact]
    public void A_section_alone_is_enough()
    {
        var options = OptionsOf(("Gainsight:Tenant", "acme"), ("Gainsight:AccessKey", Secret), ("Gainsight:DisableTracing", "true"));

        options.Tenant.Should().Be("acme");
        options.Credential.Should().NotBeNull();
    }

    [Theory]
    [InlineData(Secret, "It is not a list of names and values.")]
    [InlineData("", "It is empty.")]
    [InlineData($"Endpoint=https://acme.gainsightcloud.com;Password={Secret}", "It has a name that is not expected.")]
    [InlineData($"{Secret}=https://acme.gainsightcloud.com", "It has a name that is not expected.")]
    [InlineData($"Endpoint={Secret};AccessKey={Secret}", "Its Endpoint is not an address with scheme and host.")]
    [InlineData($"Endpoint=https://acme.gainsightcloud.com;AccessKey={Secret};ClientId={Secret}", "AccessKey and ClientId or ClientSecret are both set.")]
    [InlineData($"Endpoint=https://acme.gainsightcloud.com;ClientSecret={Secret}", "ClientId and ClientSecret belong together")]
    [InlineData($"Endpoint=https://acme.gainsightcloud.com;AccessKey='{Secret} x'", "The access key contains white space")]
    [InlineData("Endpoint=https://acme.gainsightcloud.com;AccessKey=", "Its AccessKey is empty.")]
    [InlineData("Endpoint=https://acme.gainsightcloud.com;accesskey = ; ", "Its AccessKey is empty.")]
    [InlineData("Endpoint=https://acme.gainsightcloud.com;AccessKey=''", "The access key is empty.")]
    [InlineData($"Endpoint=https://acme.gainsightcloud.com;AccessKey=;ClientId=id;ClientSecret={Secret}", "Its AccessKey is empty.")]
    [InlineData("Endpoint=https://acme.gainsightcloud.com;ClientId=id;ClientSecret=", "Its ClientSecret is empty.")]
    [InlineData($"Endpoint=;AccessKey={Secret}", "Its Endpoint is empty.")]
    [InlineData($"Endpoint=https://acme.gainsightcloud.com;{Secret}=", "It has a name that is not expected.")]
    public async Task A_connection_string_that_cannot_be_used_stops_the_start_with_its_name_and_without_its_value(string text, string problem)
    {
        using var host = HostWith(("ConnectionStrings:gainsight", text));
        var start = () => host.StartAsync();

        var message = (await start.Should().ThrowAsync<OptionsValidationException>()).Which.ToString();

        message.Should().Contain("The connection string 'gainsight' cannot be used.").And.Contain(problem)
            .And.Contain("Expected 'Endpoint=https://acme.gainsightcloud.com;AccessKey=…'").And.NotContain(Secret);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_cause_alone_is_told_where_a_connection_string_cannot_be_used(bool isSecond)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:emea", "Endpoint=http://localhost:5099;AccessKey=key"), new("ConnectionStrings:apac", "AccessKey=")]);
        if (isSecond)
        {
            builder.AddKeyedGainsightClient("emea");
        }

        builder.AddKeyedGainsightClient("apac");
        using var host = builder.Build();
        var start = () => host.StartAsync();

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Failures
            .Should().ContainSingle().Which.Should().StartWith("The connection string 'apac' cannot be used. Its AccessKey is empty.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_cause_alone_is_told_where_there_is_neither_a_connection_string_nor_a_section(bool isSecond)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:emea", "Endpoint=http://localhost:5099;AccessKey=key")]);
        if (isSecond)
        {
            builder.AddKeyedGainsightClient("emea");
        }

        builder.AddKeyedGainsightClient("apac");
        using var host = builder.Build();
        var start = () => host.StartAsync();

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Failures
            .Should().ContainSingle().Which.Should().StartWith("There is no connection string 'apac'");
    }

    [Fact]
    public async Task Neither_a_connection_string_nor_a_section_stops_the_start_and_names_both()
    {
        using var host = HostWith();
        var start = () => host.StartAsync();

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Message
            .Should().Contain("There is no connection string 'gainsight'").And.Contain("section Gainsight").And.Contain("ConnectionStrings:gainsight");
    }

    [Fact]
    public void Configuration_that_is_added_after_the_registration_counts()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.AddGainsightClient("gainsight");
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("ConnectionStrings:gainsight", (string?)$"Endpoint=http://localhost:5099;AccessKey={Secret}")]);
        using var host = builder.Build();

        host.Services.GetRequiredService<GainsightClient>().Should().NotBeNull();
    }

    [Fact]
    public async Task A_client_that_is_added_twice_is_one_client_with_one_health_check()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("ConnectionStrings:gainsight", (string?)$"Endpoint=http://localhost:5099;AccessKey={Secret}")]);
        builder.AddGainsightClient("gainsight");
        builder.AddGainsightClient("gainsight", configureOptions: options => options.Retry.MaxRetries = 1);
        using var host = builder.Build();
        await host.StartAsync();

        host.Services.GetRequiredService<IOptionsMonitor<GainsightClientOptions>>().CurrentValue.Retry.MaxRetries.Should().Be(1);
        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries.Should().ContainSingle();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_health_check_that_the_application_adds_itself_takes_the_place_of_the_clients_own(bool isFirst)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("ConnectionStrings:gainsight", (string?)$"Endpoint=http://localhost:5099;AccessKey={Secret}")]);
        if (isFirst)
        {
            builder.Services.AddHealthChecks().AddGainsight(tags: ["ready"]);
        }

        builder.AddGainsightClient("gainsight");
        if (!isFirst)
        {
            builder.Services.AddHealthChecks().AddGainsight(tags: ["ready"]);
        }

        using var host = builder.Build();
        await host.StartAsync();

        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries.Should().ContainSingle()
            .Which.Value.Tags.Should().Equal("ready");
    }

    [Fact]
    public void The_name_of_a_connection_string_may_have_any_case()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.AddGainsightClient("gainsight");

        var again = () => builder.AddGainsightClient("Gainsight");

        again.Should().NotThrow();
    }

    [Fact]
    public void Two_connection_strings_for_one_client_are_refused_with_the_remedy()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.AddGainsightClient("gainsight");

        var again = () => builder.AddGainsightClient("emea");

        again.Should().Throw<ArgumentException>().WithMessage("*'gainsight' already*AddKeyedGainsightClient(\"emea\")*");
    }

    [Fact]
    public void A_connection_string_that_code_has_set_replaces_that_of_the_configuration()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("ConnectionStrings:gainsight", (string?)"Endpoint=http://localhost:1;AccessKey=other")]);
        builder.AddGainsightClient("gainsight", settings => settings.ConnectionString = $"Endpoint=http://localhost:5099;AccessKey={Secret}");
        using var host = builder.Build();

        host.Services.GetRequiredService<IOptionsMonitor<GainsightClientOptions>>().CurrentValue.BaseAddress.Should().Be(new Uri("http://localhost:5099"));
    }

    [Fact]
    public void Settings_that_would_have_no_effect_are_refused_with_the_remedy()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.AddKeyedGainsightClient("emea");

        var again = () => builder.AddKeyedGainsightClient("emea", settings => settings.DisableHealthChecks = true);

        again.Should().Throw<ArgumentException>().WithMessage("*'emea' is added already*Pass configureSettings to the first call.*");
    }

    [Fact]
    public void A_switch_that_is_neither_true_nor_false_is_named()
    {
        var register = () => HostWith(("Gainsight:DisableMetrics", "yes"));

        register.Should().Throw<InvalidOperationException>().WithMessage("The setting Gainsight:DisableMetrics must be true or false.");
    }

    [Fact]
    public void A_switch_that_is_misspelt_is_named_with_the_ones_that_exist()
    {
        var register = () => HostWith(("Gainsight:DisableHealthCheck", "true"));

        register.Should().Throw<InvalidOperationException>()
            .WithMessage("Gainsight:DisableHealthCheck is not a setting. The settings that leave parts out are: DisableHealthChecks, DisableTracing, DisableMetrics.");
    }

    private static IHost HostWith(params (string Key, string? Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)));
        builder.AddGainsightClient("gainsight");
        return builder.Build();
    }

    private static GainsightClientOptions OptionsOf(params (string Key, string? Value)[] settings)
    {
        using var host = HostWith(settings);
        return host.Services.GetRequiredService<IOptionsMonitor<GainsightClientOptions>>().CurrentValue;
    }
}
