using Gainsight.Client.Emulator;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.IntegrationTests.Query;

/// <summary>Reads while others write.</summary>
public sealed class KeysetTests
{
    private static readonly ReadOptions Pages = new() { PageSize = 500 };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Changes_between_pages_neither_lose_nor_duplicate_a_row_that_stays(int seed)
    {
        await using var tenant = await Tenant.StartAsync(seed: seed);
        var live = Insert(tenant, 5000);
        HashSet<string> stayed = [.. live];
        var random = new Random(seed);
        var inserted = 0;
        (var gainsight, var hook) = QueryHook.CreateClient(tenant, _ =>
        {
            for (var i = 0; i < 60; i++)
            {
                live.Add(tenant.Companies.Insert(("Name", $"New {inserted++}"), ("Employees", 7)));
                tenant.Companies.Update(live[random.Next(live.Count)], ("Employees", random.Next(100)));
                var index = random.Next(live.Count);
                tenant.Companies.Delete(live[index]);
                stayed.Remove(live[index]);
                live.RemoveAt(index);
            }
        });

        var read = await ReadAsync(gainsight.Companies.Query().Select(CompanyFields.Name));

        read.Should().OnlyHaveUniqueItems();
        stayed.Except(read).Should().BeEmpty();
        hook.Bodies.Count.Should().BeInRange(10, 12);
        hook.Bodies.Should().OnlyContain(body => body.Contains("\"offset\":0"));
    }

    [Fact]
    public async Task A_filter_is_combined_with_the_keyset()
    {
        await using var tenant = await Tenant.StartAsync();
        Insert(tenant, 2200);

        var read = await ReadAsync(tenant.CreateClient().Companies.Query()
            .Where(CompanyFields.Employees.GreaterThanOrEqualTo(40) & CompanyFields.Name.StartsWith("Company")));

        read.Order(StringComparer.Ordinal).Should().Equal(
            tenant.Companies.Rows.Where(row => (decimal)row["Employees"]! >= 40).Select(row => row.Gsid).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(OperatorSupport.Ignored)]
    [InlineData(OperatorSupport.Refused)]
    public async Task A_tenant_that_ignores_the_condition_on_the_id_is_logged_once_and_read_by_offset(OperatorSupport support)
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = Insert(tenant, 2200);
        tenant.Emulator.Switches.GsidGreaterThan = support;
        using var logs = new Logs();

        var read = await ReadAsync(tenant.CreateClient(options => options.LoggerFactory = logs).Companies.Query());

        read.Order(StringComparer.Ordinal).Should().Equal(gsids.Order(StringComparer.Ordinal));
        logs.Ids.Should().ContainSingle(id => id == 401);
        tenant.Emulator.Requests.Count.Should().Be(6, "five pages, and the page that showed it");
    }

    [Fact]
    public async Task Rows_that_move_behind_the_switch_from_keyset_to_offset_are_returned_once()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = Insert(tenant, 2200);
        tenant.Emulator.Switches.GsidGreaterThan = OperatorSupport.Ignored;
        (var gainsight, _) = QueryHook.CreateClient(tenant, query =>
        {
            if (query == 3)
            {
                Insert(tenant, 100);
            }
        });

        var read = await ReadAsync(gainsight.Companies.Query());

        read.Should().OnlyHaveUniqueItems();
        gsids.Except(read).Should().BeEmpty();
    }

    [Theory]
    [InlineData("Company", "Name")]
    [InlineData("customer_health_scorecard_fact_1", "trend__gc")]
    public async Task A_tenant_whose_condition_on_the_id_finds_the_last_row_again_is_read_by_offset_without_duplicates(string name, string field)
    {
        await using var tenant = await Tenant.StartAsync();
        var rows = tenant.Emulator.Object(name);
        for (var i = 0; i < 55; i++)
        {
            rows.Insert((field, name == "Company" ? $"{i}" : i));
        }

        using var logs = new Logs();
        (var gainsight, var hook) = QueryHook.CreateClient(
            tenant,
            change: body =>
            {
                if (body["where"]?["conditions"]?[0] is { } condition)
                {
                    condition["operator"] = "GTE";
                }
            },
            configure: options => options.LoggerFactory = logs);

        List<string> read = [];
        await foreach (var row in gainsight.Objects(name).Query().Select(field).ReadAsync(new ReadOptions { PageSize = 10 }))
        {
            read.Add($"{row[field]}");
        }

        read.Should().BeEquivalentTo(Enumerable.Range(0, 55).Select(i => $"{i}"));
        hook.Bodies.Should().Contain(body => body.Contains("\"GTE\""));
        logs.Ids.Should().ContainSingle(id => id == 401);
    }

    [Fact]
    public async Task A_tenant_that_ignores_the_order_is_read_by_offset_from_its_first_page_on()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = Insert(tenant, 2200);
        using var logs = new Logs();
        (var gainsight, var hook) = QueryHook.CreateClient(
            tenant, change: body => body.Remove("orderBy"), configure: options => options.LoggerFactory = logs);

        var read = await ReadAsync(gainsight.Companies.Query());

        read.Order(StringComparer.Ordinal).Should().Equal(gsids.Order(StringComparer.Ordinal));
        hook.Bodies.Should().HaveCount(5, "the first page is also used as the first page by offset");
        logs.Ids.Should().ContainSingle(id => id == 401);
    }

    [Theory]
    [InlineData(2200)]
    [InlineData(2000)]
    [InlineData(1000)]
    public async Task A_tenant_that_returns_fewer_rows_than_requested_is_read_to_its_end(int rows)
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = Insert(tenant, rows);
        tenant.Emulator.Limits.RowsPerQuery = 1000;
        tenant.Emulator.Switches.OverLimit = OverLimitForm.Clamped;

        var read = await tenant.CreateClient().Companies.Query().ToListAsync();

        read.Select(row => row.Gsid).Order(StringComparer.Ordinal).Should().Equal(gsids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_requested_page_is_larger_than_the_limit_of_the_tenant()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = Insert(tenant, 5001);

        var read = await tenant.CreateClient().Companies.Query().Select(CompanyFields.Name).ToListAsync();

        read.Select(row => row.Gsid).Order(StringComparer.Ordinal).Should().Equal(gsids.Order(StringComparer.Ordinal));
        tenant.Emulator.Requests.Snapshot().Select(entry => (entry.Status, entry.RecordCount)).Should().Equal((200, 5000), (200, 1));
    }

    internal static List<string> Insert(Tenant tenant, int count)
    {
        List<string> gsids = new(count);
        for (var i = 0; i < count; i++)
        {
            gsids.Add(tenant.Companies.Insert(("Name", $"Company {i:0000}"), ("Employees", i % 100)));
        }

        return gsids;
    }

    private static async Task<List<string>> ReadAsync(RecordQuery<Company> query)
    {
        List<string> gsids = [];
        await foreach (var row in query.ReadAsync(Pages))
        {
            gsids.Add(row.Gsid!);
        }

        return gsids;
    }
}
