using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Gainsight.Client.Hosting.Tests.HealthChecks;

/// <summary>Health checks that cannot work are found when the host starts.</summary>
public sealed class HealthCheckSetupTests
{
    [Theory]
    [InlineData(null, "Call services.AddGainsightClient(...)")]
    [InlineData("emea", "Call services.AddGainsightClient(\"emea\", ...)")]
    public async Task A_check_without_its_client_stops_the_start_with_the_remedy(string? name, string remedy)
    {
        var builder = NewBuilder();
        builder.Services.AddHealthChecks().AddGainsight(name);
        using var host = builder.Build();

        var start = () => host.StartAsync();

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().Contain(remedy);
    }

    [Fact]
    public async Task A_misspelt_name_is_found_although_another_client_has_a_name()
    {
        var builder = NewBuilder();
        builder.Services.AddKeyedSingleton<GainsightClient>("emea", new KnownClient());
        builder.Services.AddKeyedSingleton<GainsightClient>(KeyedService.AnyKey, (_, _) => throw new InvalidOperationException());
        builder.Services.AddHealthChecks().AddGainsight("emae");
        using var host = builder.Build();

        var start = () => host.StartAsync();

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().Contain("no client with the name 'emae'");
    }

    [Fact]
    public async Task Without_a_start_the_check_itself_names_the_missing_client()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddHealthChecks().AddGainsight("emea");
        await using var provider = services.BuildServiceProvider();

        var entry = (await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["gainsight:emea"];

        entry.Status.Should().Be(HealthStatus.Unhealthy);
        entry.Description.Should().Contain("no client with the name 'emea'").And.Contain("Call services.AddGainsightClient(\"emea\", ...)");
    }

    [Fact]
    public async Task Options_that_cannot_be_used_stop_the_start_and_are_all_named()
    {
        var builder = NewBuilder();
        builder.Services.AddSingleton<GainsightClient>(new KnownClient());
        builder.Services.AddHealthChecks().AddGainsight(configure: options =>
        {
            options.FailuresUntilUnhealthy = 0;
            options.FailuresExpireAfter = TimeSpan.Zero;
            options.DayNearlySpent = 1.1;
            options.ProbeAfter = TimeSpan.Zero;
        });
        using var host = builder.Build();

        var start = () => host.StartAsync();

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().HaveCount(4)
            .And.OnlyContain(failure => failure.StartsWith("The options of the health check gainsight cannot be used. ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_start_with_a_usable_check_creates_no_client()
    {
        var created = false;
        var builder = NewBuilder();
        builder.Services.AddSingleton<GainsightClient>(_ =>
        {
            created = true;
            return new KnownClient();
        });
        builder.Services.AddHealthChecks().AddGainsight();
        using var host = builder.Build();

        await host.StartAsync();

        created.Should().BeFalse();
    }

    private static HostApplicationBuilder NewBuilder() => Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
}
