using System.Text;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace Gainsight.Client.Aspire.Hosting.Tests;

/// <summary>App hosts that cannot work, started for real. Each says what to do.</summary>
public sealed class MisuseTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static string Tool => Path.Combine(AppContext.BaseDirectory, "Gainsight.Client.Emulator.Server");

    [Fact]
    public void A_second_emulator_of_one_name_is_refused_with_the_remedy()
    {
        var builder = NewBuilder();
        builder.AddGainsightEmulator("gainsight");

        var again = () => builder.AddGainsightEmulator("Gainsight");

        again.Should().Throw<DistributedApplicationException>().WithMessage("*'Gainsight' already*another name*");
    }

    [Fact]
    public void A_name_that_another_resource_has_is_refused_with_the_remedy()
    {
        var builder = NewBuilder();
        builder.AddParameter("gainsight", "value");

        var add = () => builder.AddGainsightEmulator("gainsight");

        add.Should().Throw<DistributedApplicationException>().WithMessage("*'gainsight' already*another name*");
    }

    [Fact]
    public async Task A_tool_that_is_missing_is_told_in_the_log_of_the_resource()
    {
        var builder = NewBuilder();
        builder.AddGainsightEmulator("gainsight", command: "gainsight-emulator-that-nobody-has");

        (await FailAsync(builder)).Should().Contain("'gainsight-emulator-that-nobody-has' was not found").And.Contain("dotnet tool install --global Gainsight.Client.Emulator.Server");
    }

    [Fact]
    public async Task A_seed_file_that_is_missing_is_told_in_the_log_of_the_resource()
    {
        var builder = NewBuilder();
        builder.AddGainsightEmulator("gainsight", command: Tool).WithSeed("nobody.json");

        (await FailAsync(builder)).Should().Contain(Path.Combine(builder.AppHostDirectory, "nobody.json")).And.Contain("was not found").And.Contain("relative to the directory of the app host");
    }

    [Theory]
    [InlineData("ServerErorr,Count=1", "ServerErorr", "ServerError")]
    [InlineData("ServerError,Cuont=1", "Cuont", "Count")]
    public async Task A_fault_of_an_unknown_name_is_told_in_the_log_of_the_resource(string fault, string wrong, string right)
    {
        var builder = NewBuilder();
        builder.AddGainsightEmulator("gainsight", command: Tool).WithFault(fault);

        (await FailAsync(builder)).Should().Contain(wrong).And.Contain(right);
    }

    [Fact]
    public async Task A_limit_of_an_unknown_name_is_told_in_the_log_of_the_resource()
    {
        var builder = NewBuilder();
        builder.AddGainsightEmulator("gainsight", command: Tool).WithLimit("CallsPerMinut", 5);

        (await FailAsync(builder)).Should().Contain("CallsPerMinut").And.Contain("CallsPerMinute");
    }

    /// <summary>A builder that finds Aspire's own tools as the app host of the sample does.</summary>
    private static IDistributedApplicationBuilder NewBuilder() =>
        DistributedApplication.CreateBuilder(new DistributedApplicationOptions { DisableDashboard = true, AssemblyName = typeof(Projects.AspireHost).Assembly.GetName().Name });

    /// <summary>Starts the app host, waits until the emulator has failed, and returns its log.</summary>
    private static async Task<string> FailAsync(IDistributedApplicationBuilder builder)
    {
        using var patience = new CancellationTokenSource(Patience);
        await using var app = builder.Build();
        await app.StartAsync(patience.Token);
        var failed = await app.ResourceNotifications.WaitForResourceAsync("gainsight", one => KnownResourceStates.TerminalStates.Contains(one.Snapshot.State?.Text), patience.Token);

        failed.Snapshot.ExitCode.Should().NotBe(0);
        var log = new StringBuilder();
        await foreach (var batch in app.Services.GetRequiredService<ResourceLoggerService>().GetAllAsync(failed.ResourceId).WithCancellation(patience.Token))
        {
            foreach (var line in batch)
            {
                log.AppendLine(line.Content);
            }
        }

        return log.ToString();
    }
}
