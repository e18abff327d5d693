namespace Gainsight.Client.IntegrationTests.Writes;

public sealed class ConcurrencyTests
{
    [Fact]
    public async Task Two_clients_that_upsert_the_same_keys_create_each_row_once()
    {
        await using var tenant = await Tenant.StartAsync();
        (tenant.Emulator.Limits.CallsPerMinute, var limit) = (100_000, 100_000);
        GainsightClient[] clients = [.. Enumerable.Range(0, 2).Select(_ => tenant.CreateClient(options => options.Quota.SetLimit("sync-minute", limit)))];

        for (var round = 0; round < 30; round++)
        {
            // Interleaved, overlapping, and in opposite orders.
            List<Company> forth = [.. Enumerable.Range(round * 40, 60).Select(i => new Company { Name = Rows.Name(i), Employees = 1 })];
            List<Company> back = [.. Enumerable.Range(round * 40, 60).Reverse().Select(i => new Company { Name = Rows.Name(i), Employees = 2 })];
            var reports = await Task.WhenAll(
                clients[0].Companies.UpsertAsync(forth, CompanyFields.Name),
                clients[1].Companies.UpsertAsync(back, CompanyFields.Name),
                clients[0].Companies.UpsertAsync(back.Take(10), CompanyFields.Name));

            reports.Should().OnlyContain(report => report.AllSucceeded);
        }

        tenant.Names().Should().OnlyHaveUniqueItems().And.HaveCount((29 * 40) + 60);
    }

    [Fact]
    public async Task Streams_and_lists_with_the_same_keys_do_not_deadlock()
    {
        await using var tenant = await Tenant.StartAsync();
        (tenant.Emulator.Limits.CallsPerMinute, var limit) = (100_000, 100_000);
        var gainsight = tenant.CreateClient(options => options.Quota.SetLimit("sync-minute", limit));
        var rows = Rows.Companies(1200);

        Task<List<RowOutcome<Company>>>[] streams =
        [
            gainsight.Companies.UpsertStreamAsync(rows.ToStream(), CompanyFields.Name).ToListAsync(),
            gainsight.Companies.UpsertStreamAsync(Rows.Companies(1200).AsEnumerable().Reverse(), CompanyFields.Name).ToListAsync(),
        ];
        var report = await gainsight.Companies.UpsertAsync([.. Rows.Companies(700, first: 300), .. Rows.Companies(700)], CompanyFields.Name);
        await Task.WhenAll(streams);

        report.AllSucceeded.Should().BeTrue();
        tenant.Names().Should().OnlyHaveUniqueItems().And.HaveCount(1200);
    }

    [Fact]
    public async Task A_write_inside_the_loop_of_another_write_with_the_same_keys_does_not_deadlock()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var inner = 0;

        await foreach (var outcome in gainsight.Companies.UpsertStreamAsync(Rows.Companies(120).ToStream(), CompanyFields.Name))
        {
            if (outcome.Index % 40 == 0)
            {
                var report = await gainsight.Companies.UpsertAsync(Rows.Companies(120), CompanyFields.Name);
                inner += report.Updated.Count;
            }
        }

        inner.Should().Be(360);
        tenant.Names().Should().OnlyHaveUniqueItems().And.HaveCount(120);
    }
}
