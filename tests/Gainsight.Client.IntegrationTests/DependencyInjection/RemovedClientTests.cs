using Gainsight.Client.IntegrationTests.Writes;
using Gainsight.Client.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace Gainsight.Client.IntegrationTests.DependencyInjection;

/// <summary>What happens to the work of a client that the factory removes.</summary>
public sealed class RemovedClientTests
{
    [Fact]
    public async Task A_list_write_in_progress_returns_its_report_and_the_call_in_flight_counts()
    {
        await using var tenant = await Tenant.StartAsync();
        await using var services = Services(tenant, removeAt: 3);
        var gainsight = services.GetRequiredService<IGainsightClientFactory>().Create("t1");

        var report = await gainsight.Companies.InsertAsync(Rows.Companies(500), new WriteOptions { MaxConcurrency = 1 });

        (report.Inserted.Count, report.Unknown.Count, report.NotAttempted.Count).Should().Be((150, 0, 350));
        report.StoppedBy!.Message.Should().StartWith("The client was disposed while the write was running");
        report.StoppedBy.InnerException.Should().BeOfType<ObjectDisposedException>();
        tenant.Companies.Count.Should().Be(150);
    }

    [Fact]
    public async Task A_stream_in_progress_returns_the_known_outcomes_and_then_throws()
    {
        await using var tenant = await Tenant.StartAsync();
        await using var services = Services(tenant, removeAt: 3);
        var gainsight = services.GetRequiredService<IGainsightClientFactory>().Create("t1");
        var outcomes = new List<RowOutcome<Company>>();

        Func<Task> write = async () =>
        {
            await foreach (var outcome in gainsight.Companies.InsertStreamAsync(Rows.Companies(500), new WriteOptions { MaxConcurrency = 1 }))
            {
                outcomes.Add(outcome);
            }
        };

        (await write.Should().ThrowAsync<GainsightException>()).Which.Message.Should().StartWith("The client was disposed while the write was running");
        outcomes.Count(outcome => outcome.Status == RowStatus.Inserted).Should().Be(150);
        outcomes.Skip(150).Should().OnlyContain(outcome => outcome.Status == RowStatus.NotAttempted);
    }

    [Fact]
    public async Task New_writes_and_reads_throw_ObjectDisposedException()
    {
        await using var tenant = await Tenant.StartAsync();
        await using var services = Services(tenant);
        var factory = services.GetRequiredService<IGainsightClientFactory>();
        var gainsight = factory.Create("t1");
        factory.Remove("t1");

        Func<Task>[] calls =
        [
            () => gainsight.Companies.InsertAsync(Rows.Companies(5)),
            () => gainsight.Companies.UpsertAsync(new Company { Name = "Acme" }, CompanyFields.Name),
            () => gainsight.Companies.InsertStreamAsync(Rows.Companies(5), new WriteOptions()).GetAsyncEnumerator().MoveNextAsync().AsTask(),
            () => gainsight.Companies.Query().ToListAsync(),
            () => gainsight.SendAsync(new GainsightRequest(HttpMethod.Get, "/v1/any")),
        ];
        foreach (var call in calls)
        {
            (await call.Should().ThrowAsync<ObjectDisposedException>()).Which.Message.Should().Contain("The client was disposed");
        }

        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_read_in_progress_gives_the_page_in_flight_and_throws_at_the_next()
    {
        await using var tenant = await Tenant.StartAsync();
        for (var i = 0; i < 300; i++)
        {
            tenant.Companies.Insert(("Name", $"Company {i}"));
        }

        await using var services = Services(tenant, removeAt: 2);
        var gainsight = services.GetRequiredService<IGainsightClientFactory>().Create("t1");
        var rows = 0;

        Func<Task> read = async () =>
        {
            await foreach (var row in gainsight.Companies.Query().Select(CompanyFields.Name).ReadAsync(new ReadOptions { PageSize = 100 }))
            {
                rows++;
            }
        };

        await read.Should().ThrowAsync<ObjectDisposedException>();
        rows.Should().Be(200);
    }

    private static ServiceProvider Services(Tenant tenant, int? removeAt = null)
    {
        var services = new ServiceCollection();
        ServiceProvider? provider = null;
        services.AddSingleton<TimeProvider>(tenant.Clock);
        services.AddGainsightClientFactory().ConfigurePrimaryHttpMessageHandler(() => new Intercept(new InFlightHandler(tenant.Clock, PrimaryHandler.Create()))
        {
            Before = number =>
            {
                if (number == removeAt)
                {
                    provider!.GetRequiredService<IGainsightClientFactory>().Remove("t1").Should().BeTrue();
                }
            },
        });
        services.Configure<GainsightClientOptions>("t1", options => (options.BaseAddress, options.Credential) = (tenant.BaseAddress, new AccessKeyCredential(tenant.Emulator.AccessKey)));
        return provider = services.BuildServiceProvider();
    }
}
