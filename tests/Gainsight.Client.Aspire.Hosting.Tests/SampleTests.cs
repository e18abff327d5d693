using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;

namespace Gainsight.Client.Aspire.Hosting.Tests;

/// <summary>Runs the sample under its app host, without containers.</summary>
public sealed class SampleTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task The_worker_of_the_sample_writes_to_the_emulator_by_the_connection_string_that_the_app_host_hands_over()
    {
        using var patience = new CancellationTokenSource(Patience);
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AspireHost>(patience.Token);
        await using var app = await builder.BuildAsync(patience.Token);
        await app.StartAsync(patience.Token);

        var worker = await app.ResourceNotifications.WaitForResourceAsync(
            "worker", one => KnownResourceStates.TerminalStates.Contains(one.Snapshot.State?.Text), patience.Token);

        worker.Snapshot.ExitCode.Should().Be(0);
        var connection = await app.GetConnectionStringAsync("gainsight", patience.Token);
        connection.Should().MatchRegex("^Endpoint=http://localhost:[0-9]+;AccessKey=emulator-access-key$");
        using var gainsight = new GainsightClient(new GainsightClientOptions
        {
            BaseAddress = app.GetEndpoint("gainsight"),
            Credential = new AccessKeyCredential("emulator-access-key"),
        });
        var companies = await gainsight.Companies.Query().ToListAsync(patience.Token);
        companies.Select(company => (company.Name, company.Arr)).Should().BeEquivalentTo([("Brightwater Labs", (decimal?)125_000m), ("Larch Mills", 80_000m), ("Northwind", 240_000m)]);
    }
}
