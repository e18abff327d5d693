using System.Text;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Bulk;

/// <summary>Chunks of an export that differ from what the job announced.</summary>
public sealed class ChangedPartTests
{
    [Fact]
    public async Task Missing_rows_are_detected_in_a_well_formed_file()
    {
        await using var tenant = await Tenant.StartAsync();
        Query.KeysetTests.Insert(tenant, 30);
        var gainsight = CreateClient(tenant, (_, lines) => lines[..^1]);

        Func<Task> export = () => ExportTests.ListAsync(gainsight.Bulk.ExportAsync(gainsight.Companies.Query().Select(CompanyFields.Name)));

        (await export.Should().ThrowAsync<GainsightProtocolException>()).Which.Message.Should().Contain("29 of 30");
    }

    [Fact]
    public async Task A_part_whose_rows_change_order_when_it_is_fetched_again_is_rejected()
    {
        await using var tenant = await Tenant.StartAsync();
        Query.KeysetTests.Insert(tenant, 30);
        var gainsight = CreateClient(tenant, (fetch, lines) => fetch == 1 ? lines[..^10] : [lines[0], .. lines[1..].Reverse()]);
        var names = new List<string?>();

        Func<Task> export = async () =>
        {
            await foreach (var row in gainsight.Bulk.ExportAsync(gainsight.Companies.Query().Select(CompanyFields.Name)))
            {
                names.Add(row.Name);
            }
        };

        (await export.Should().ThrowAsync<GainsightProtocolException>()).Which.Message.Should().Contain("another order");
        names.Should().HaveCount(20).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Too_many_rows_are_detected_at_the_end()
    {
        await using var tenant = await Tenant.StartAsync();
        Query.KeysetTests.Insert(tenant, 30);
        var gainsight = CreateClient(tenant, (_, lines) => [.. lines, lines[1]]);

        Func<Task> export = () => ExportTests.ListAsync(gainsight.Bulk.ExportAsync(gainsight.Companies.Query().Select(CompanyFields.Name)));

        (await export.Should().ThrowAsync<GainsightProtocolException>()).Which.Message.Should().Contain("30 rows").And.Contain("31");
    }

    [Fact]
    public async Task A_failed_poll_of_a_job_is_retried()
    {
        await using var tenant = await Tenant.StartAsync();
        Query.KeysetTests.Insert(tenant, 3);
        tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = EmulatorOperations.ExportStatus, Count = 6 });
        var gainsight = tenant.CreateClient();

        (await ExportTests.ListAsync(gainsight.Bulk.ExportAsync(gainsight.Companies.Query().Select(CompanyFields.Name)))).Should().HaveCount(3);
    }

    private static GainsightClient CreateClient(Tenant tenant, Func<int, string[], string[]> change) =>
        tenant.CreateClient(options => options.PrimaryHandler = new PartHook(options.PrimaryHandler!, change));

    /// <summary>Changes the lines of each chunk during the download.</summary>
    private sealed class PartHook(HttpMessageHandler inner, Func<int, string[], string[]> change) : DelegatingHandler(inner)
    {
        private int _fetches;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (request.RequestUri!.AbsolutePath.Contains("/chunk/", StringComparison.Ordinal))
            {
                var lines = (await response.Content.ReadAsStringAsync(cancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
                response.Content = new StringContent(string.Concat(change(++_fetches, lines).Select(line => $"{line}\r\n")), Encoding.UTF8, "text/csv");
            }

            return response;
        }
    }
}
