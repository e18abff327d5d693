using System.Net;
using Gainsight.Client;
using Gainsight.Client.Emulator;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Worker;

namespace Samples.Tests;

/// <summary>The whole worker, with an emulated tenant in place of the network.</summary>
public sealed class WorkerTests : IDisposable
{
    private readonly GainsightEmulator _emulator = new();

    public void Dispose() => _emulator.Dispose();

    [Fact]
    public async Task The_good_customers_are_written_and_the_worker_is_healthy()
    {
        await using var worker = Start();

        var report = await Sync(worker).SyncAsync(CancellationToken.None);

        Assert.Equal(["Stage"], Assert.Single(report.Failed).Errors.Select(error => error.Field));
        Assert.Equal(["Brightwater Labs", "Larch Mills"], _emulator.Object("Company").Rows.Select(row => row["Name"]).Order());
        Assert.Equal("Healthy", await worker.CreateClient().GetStringAsync(new Uri("/health", UriKind.Relative)));
    }

    [Fact]
    public async Task The_worker_is_unhealthy_when_its_key_is_revoked()
    {
        await using var worker = Start();
        _emulator.RevokeAccessKey();

        await Assert.ThrowsAsync<GainsightAuthenticationException>(() => Sync(worker).SyncAsync(CancellationToken.None));

        using var health = await worker.CreateClient().GetAsync(new Uri("/health", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
    }

    private WebApplicationFactory<CompanySync> Start() => new WebApplicationFactory<CompanySync>().WithWebHostBuilder(host => host
        .UseSetting("ConnectionStrings:gainsight", $"Endpoint={_emulator.BaseAddress};AccessKey={_emulator.AccessKey}")
        .ConfigureTestServices(services => services.PostConfigure<GainsightClientOptions>(options => options.PrimaryHandler = _emulator.CreateHandler())));

    private static CompanySync Sync(WebApplicationFactory<CompanySync> worker) => worker.Services.GetServices<IHostedService>().OfType<CompanySync>().Single();
}
