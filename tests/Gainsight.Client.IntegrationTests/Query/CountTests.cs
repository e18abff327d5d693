namespace Gainsight.Client.IntegrationTests.Query;

public sealed class CountTests
{
    [Fact]
    public async Task Rows_are_counted_by_their_ids_alone()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 7_000);
        (var gainsight, var hook) = QueryHook.CreateClient(tenant);
        var query = gainsight.Companies.Query().Select(CompanyFields.Name).OrderBy(CompanyFields.Name);

        (await query.CountAsync()).Should().Be(7_000);
        (await query.Where(CompanyFields.Name.EqualTo("nobody")).CountAsync()).Should().Be(0);
        (await query.Take(10).CountAsync()).Should().Be(10);
        (await query.Skip(6_990).CountAsync()).Should().Be(10);

        hook.Bodies.Should().OnlyContain(body => body.Contains("\"select\":[\"Gsid\"]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Any_reads_one_row()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 100);
        (var gainsight, var hook) = QueryHook.CreateClient(tenant);

        (await gainsight.Companies.Query().AnyAsync()).Should().BeTrue();
        (await gainsight.Companies.Query().Where(CompanyFields.Name.EqualTo("nobody")).AnyAsync()).Should().BeFalse();

        hook.Bodies.Should().HaveCount(2).And.OnlyContain(body => body.Contains("\"limit\":1,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Objects_without_a_GSID_and_objects_by_name_are_counted()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 3);
        var numbered = tenant.Emulator.Object("customer_health_scorecard_fact_1");
        numbered.Insert(("trend__gc", 1));
        var gainsight = tenant.CreateClient();

        (await gainsight.Objects("Company").Query().CountAsync()).Should().Be(3);
        (await gainsight.Objects(numbered.Name).Query().CountAsync()).Should().Be(numbered.Count);
    }

    [Fact]
    public async Task Deleted_CTAs_and_other_lists_are_counted()
    {
        await using var tenant = await Tenant.StartAsync();
        var ctas = tenant.CreateClient().Ctas;

        (await ctas.List().CountAsync()).Should().Be(0);
        (await ctas.List().AnyAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task Skipped_rows_are_left_out_before_rows_are_taken()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 1_000);
        (var gainsight, var hook) = QueryHook.CreateClient(tenant);
        var query = gainsight.Companies.Query().Select(CompanyFields.Name).OrderBy(CompanyFields.Name);
        var all = await query.ToListAsync();
        hook.Bodies.Clear();

        var page = await query.Skip(20).Take(10).ToListAsync();
        var same = await query.Take(10).Skip(10).Skip(10).ToListAsync();
        var rest = await gainsight.Companies.Query().Skip(995).ToListAsync();
        var none = await query.Skip(1_000).ToListAsync();

        page.Select(row => row.Name).Should().Equal(all.Skip(20).Take(10).Select(row => row.Name));
        same.Select(row => row.Name).Should().Equal(page.Select(row => row.Name));
        rest.Should().HaveCount(5);
        none.Should().BeEmpty();
        hook.Bodies.Count(body => body.Contains("\"offset\":1000000000", StringComparison.Ordinal)).Should().Be(1, "the tenant is asked once whether it honours offsets");
    }

    [Fact]
    public async Task A_tenant_that_ignores_offsets_cannot_skip_rows_silently()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 30);
        (var gainsight, _) = QueryHook.CreateClient(tenant, change: query => query["offset"] = 0);

        await FluentActions.Awaiting(() => gainsight.Companies.Query().Skip(10).ToListAsync())
            .Should().ThrowAsync<GainsightProtocolException>().WithMessage("*no rows can be skipped*");
    }

    [Fact]
    public async Task Skip_is_refused_where_it_means_nothing()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var skipping = gainsight.Companies.Query().Skip(1);

        FluentActions.Invoking(() => gainsight.Companies.Query().Skip(-1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => gainsight.Bulk.ExportAsync(skipping)).Should().Throw<ArgumentException>().WithMessage("*Remove Skip*");
        FluentActions.Invoking(() => gainsight.Changes.ReadAsync(skipping, ChangeCheckpoint.Beginning)).Should().Throw<ArgumentException>().WithMessage("*Remove Skip*");
        tenant.Emulator.Requests.Count.Should().Be(0);
    }
}
