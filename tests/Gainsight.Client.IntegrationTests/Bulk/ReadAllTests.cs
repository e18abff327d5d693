using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Bulk;

public sealed class ReadAllTests
{
    [Fact]
    public async Task A_small_number_of_rows_is_read_by_pages()
    {
        await using var tenant = await Tenant.StartAsync();
        Query.KeysetTests.Insert(tenant, 30);
        var gainsight = tenant.CreateClient();

        var read = await gainsight.Bulk.ReadAllAsync(gainsight.Companies.Query().Select(CompanyFields.Name));

        read.Method.Should().Be(BulkReadMethod.Query);
        read.Reason.Should().Contain("100000");
        (await ExportTests.ListAsync(read.Rows)).Should().HaveCount(30);
        (tenant.Calls(EmulatorOperations.Query), tenant.Calls(EmulatorOperations.ExportSubmit)).Should().Be((3, 0));
    }

    [Fact]
    public async Task A_query_with_Take_is_not_counted_before_the_read()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();

        var read = await gainsight.Bulk.ReadAllAsync(gainsight.Companies.Query().Select(CompanyFields.Name).Take(5000));

        read.Method.Should().Be(BulkReadMethod.Query);
        tenant.Calls(EmulatorOperations.Query).Should().Be(0);
    }

    [Fact]
    public async Task Rows_that_an_export_would_cut_off_are_read_by_pages()
    {
        await using var tenant = await Tenant.StartAsync();
        Query.KeysetTests.Insert(tenant, 30);

        // The tenant seems to have a row at every requested offset.
        (var gainsight, _) = Query.QueryHook.CreateClient(tenant, change: query => query["offset"] = 0);

        var read = await gainsight.Bulk.ReadAllAsync(gainsight.Companies.Query().Select(CompanyFields.Name));

        (read.Method, read.Reason).Should().Be((BulkReadMethod.Query, "there are 1000000 rows or more, and Gainsight stops an export there"));
        (await ExportTests.ListAsync(read.Rows)).Should().HaveCount(30);
        tenant.Calls(EmulatorOperations.ExportSubmit).Should().Be(0);
    }

    [Fact]
    public async Task Many_rows_are_exported_while_the_hour_has_a_call_left_and_memory_does_not_grow()
    {
        const int Count = 250_000;
        await using var tenant = await Tenant.StartAsync();
        Query.KeysetTests.Insert(tenant, Count);
        var gainsight = tenant.CreateClient();
        var query = gainsight.Companies.Query().Select(CompanyFields.Gsid, CompanyFields.Name, CompanyFields.Employees);

        var read = await gainsight.Bulk.ReadAllAsync(query);
        read.Method.Should().Be(BulkReadMethod.Export);

        // Measured by what can be collected, because other tests share the heap.
        List<WeakReference> seen = [];
        List<int> alive = [];
        long rows = 0, employees = 0;
        await foreach (var row in read.Rows)
        {
            employees += row.Employees!.Value;
            if (rows++ % 500 == 0)
            {
                seen.Add(new WeakReference(row));
            }

            if (rows % 50_000 == 0)
            {
                GC.Collect();
                alive.Add(seen.Count(reference => reference.IsAlive));
            }
        }

        (rows, employees).Should().Be((Count, Enumerable.Range(0, Count).Sum(i => (long)(i % 100))));
        alive.Should().HaveCount(5).And.OnlyContain(count => count <= 4, "only the current block of rows is held");
        tenant.Calls(EmulatorOperations.ExportSubmit).Should().Be(1);
        tenant.Calls(EmulatorOperations.ExportChunk).Should().Be(13);
        tenant.Calls(EmulatorOperations.Query).Should().Be(2);

        for (var i = 0; i < 9; i++)
        {
            await gainsight.Bulk.StartExportAsync(query.Take(1));
        }

        var later = await gainsight.Bulk.ReadAllAsync(query);
        (later.Method, later.Reason).Should().Be((BulkReadMethod.Query, "there are more than 100000 rows, and no asynchronous call is left for an export now"));
    }
}
