using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.DependencyInjection;

namespace Gainsight.Client.Aspire.Hosting.Tests;

public sealed class EmulatorResourceTests
{
    private static IDistributedApplicationBuilder NewBuilder() => DistributedApplication.CreateBuilder(new DistributedApplicationOptions { DisableDashboard = true });

    [Fact]
    public void The_connection_string_has_the_endpoint_and_the_key()
    {
        var emulator = NewBuilder().AddGainsightEmulator("gainsight").Resource;

        emulator.ConnectionStringExpression.ValueExpression.Should().Be("Endpoint={gainsight.bindings.http.url};AccessKey=emulator-access-key");
    }

    [Fact]
    public async Task Seed_limits_and_faults_are_arguments_of_the_tool()
    {
        var builder = NewBuilder();
        var emulator = builder.AddGainsightEmulator("gainsight").WithSeed("tenant.json").WithLimit("CallsPerMinute", 1000).WithFault("ServerError,Count=1");

        var arguments = await ArgumentsOf(emulator.Resource);

        arguments.Should().ContainInOrder(
            "--port", "--access-key", "emulator-access-key", "--seed", Path.Combine(builder.AppHostDirectory, "tenant.json"), "--limit", "CallsPerMinute=1000", "--fault", "ServerError,Count=1");
    }

    [Theory]
    [InlineData("gainsight-emulator-that-nobody-has")]
    [InlineData("./tools/gainsight-emulator")]
    public async Task A_tool_that_is_missing_stops_the_start_with_the_way_to_install_it(string command)
    {
        var builder = NewBuilder();
        var emulator = builder.AddGainsightEmulator("gainsight", command: command).Resource;
        await using var app = builder.Build();

        var start = () => app.Services.GetRequiredService<IDistributedApplicationEventing>().PublishAsync(new BeforeResourceStartedEvent(emulator, app.Services));

        (await start.Should().ThrowAsync<DistributedApplicationException>()).Which.Message.Should().Contain($"'{command}' was not found").And.Contain("dotnet tool install --global Gainsight.Client.Emulator.Server");
    }

    [Fact]
    public void A_tool_is_found_by_name_on_the_path_and_by_path()
    {
        var directory = Path.GetDirectoryName(Environment.ProcessPath)!;

        EmulatorTool.IsInstalled("dotnet", directory).Should().BeTrue();
        EmulatorTool.IsInstalled(Environment.ProcessPath!, Path.GetTempPath()).Should().BeTrue();
    }

    [Fact]
    public void The_emulator_is_left_out_when_the_app_host_is_published() =>
        NewBuilder().AddGainsightEmulator("gainsight").Resource.Annotations.OfType<ManifestPublishingCallbackAnnotation>().Should().ContainSingle().Which
            .Should().BeSameAs(ManifestPublishingCallbackAnnotation.Ignore);

    private static async Task<List<string>> ArgumentsOf(GainsightEmulatorResource emulator)
    {
        List<object> arguments = [];
        foreach (var callback in emulator.Annotations.OfType<CommandLineArgsCallbackAnnotation>())
        {
            await callback.Callback(new CommandLineArgsCallbackContext(arguments));
        }

        return [.. arguments.OfType<string>()];
    }
}
