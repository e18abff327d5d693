using System.Text;
using Gainsight.Client.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gainsight.Client.IntegrationTests.DependencyInjection;

/// <summary>Clients from a dependency injection container, used against a tenant.</summary>
public sealed class ContainerTests
{
    private const string Secret = "client-secret-4711";

    [Fact]
    public async Task A_client_from_a_configuration_section_works_and_uses_a_rotated_key_from_it()
    {
        await using var tenant = await Tenant.StartAsync();
        var configuration = Configure(tenant, ("AccessKey", tenant.Emulator.AccessKey));
        await using var provider = Build(tenant, configuration);
        var gainsight = provider.GetRequiredService<GainsightClient>();
        (await gainsight.CheckConnectionAsync()).ObjectCount.Should().BePositive();

        var key = tenant.Emulator.RotateAccessKey("second-key");
        await ((Func<Task>)(() => gainsight.CheckConnectionAsync())).Should().ThrowAsync<GainsightAuthenticationException>();
        configuration["AccessKey"] = key;
        configuration.Reload();

        (await gainsight.CheckConnectionAsync()).ObjectCount.Should().BePositive();
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task At_trace_level_no_log_of_any_library_contains_a_secret_or_a_value(bool m2m, bool hasHttpClientLogs)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.AddClient("client-0815", Secret);
        using var logs = new Logs();
        var configuration = m2m
            ? Configure(tenant, ("ClientId", "client-0815"), ("ClientSecret", Secret))
            : Configure(tenant, ("AccessKey", tenant.Emulator.AccessKey));
        await using var provider = Build(tenant, configuration, logs, hasHttpClientLogs);
        var gainsight = provider.GetRequiredService<GainsightClient>();

        await gainsight.Companies.InsertAsync([new Company { Name = "value-acme" }, new Company { Name = "value-bad", Stage = "value-orbiting" }]);
        await gainsight.Companies.Query().Where(CompanyFields.Name.EqualTo("value-acme")).ToListAsync();
        await ((Func<Task>)(() => gainsight.Companies.Query().Where(Field.Custom<string>("Nothing__gc").EqualTo("value-filter")).ToListAsync()))
            .Should().ThrowAsync<GainsightValidationException>();
        tenant.Emulator.RotateAccessKey();
        tenant.Emulator.RemoveClient("client-0815");
        tenant.Emulator.ExpireTokens();
        await ((Func<Task>)(() => gainsight.CheckConnectionAsync())).Should().ThrowAsync<GainsightAuthenticationException>();

        var levels = logs.Records
            .Where(entry => entry.Category!.StartsWith("System.Net.Http.HttpClient.Gainsight.Client", StringComparison.Ordinal))
            .Select(entry => entry.Level).Distinct();
        levels.Should().BeEquivalentTo(hasHttpClientLogs ? [LogLevel.Information] : Array.Empty<LogLevel>());
        var basic = Convert.ToBase64String(Encoding.ASCII.GetBytes($"client-0815:{Secret}"));
        logs.Text.Should().NotContain("emulator-access-key").And.NotContain(Secret).And.NotContain(basic)
            .And.NotContain("Bearer ").And.NotContain("value-");
    }

    private static IConfigurationRoot Configure(Tenant tenant, params (string Key, string? Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection([KeyValuePair.Create("BaseAddress", (string?)tenant.BaseAddress.ToString()), .. values.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))])
        .Build();

    private static ServiceProvider Build(Tenant tenant, IConfiguration configuration, Logs? logs = null, bool hasHttpClientLogs = false)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(tenant.Clock);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace));
        if (logs is not null)
        {
            services.AddSingleton<ILoggerProvider>(logs.Provider);
        }

        // An application that considers only its own headers.
        services.ConfigureHttpClientDefaults(builder => builder.RedactLoggedHeaders(["X-Own"]));
        var chain = services.AddGainsightClient(configuration)
            .ConfigurePrimaryHttpMessageHandler(() => new InFlightHandler(tenant.Clock, PrimaryHandler.Create()));
        if (hasHttpClientLogs)
        {
            chain.AddDefaultLogger();
        }

        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
