using FsCheck;
using FsCheck.Fluent;
using Gainsight.Client.IntegrationTests.Changes;
using Gainsight.Client.IntegrationTests.Writes;
using Microsoft.FSharp.Core;

namespace Gainsight.Client.IntegrationTests.Query;

/// <summary>Reads of tenants that return fewer or more rows than requested: every row comes once, and the end is proved.</summary>
public sealed class EndOfDataTests
{
    private const int OneLess = -1;

    private static readonly Field<string> Serial = Field.Custom<string>("Serial_Number__gc");

    public static TheoryData<int> Sizes => [1, 2, 100, 250, 777, OneLess];

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task A_tenant_that_returns_short_pages_is_read_to_its_end(int size)
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = KeysetTests.Insert(tenant, size is > 0 and < 10 ? 30 : 2000);
        (var gainsight, _) = ShortPages.CreateClient(tenant, Short(size));
        var query = gainsight.Companies.Query().Select(CompanyFields.Name);

        var byKey = await query.ToListAsync();
        var byOffset = await query.OrderBy(CompanyFields.Name).ToListAsync();
        var taken = await query.Take(20).ToListAsync();
        var again = await query.ToListAsync();

        byKey.Select(row => row.Gsid).Order(StringComparer.Ordinal).Should().Equal(gsids.Order(StringComparer.Ordinal));
        byOffset.Select(row => row.Gsid).Order(StringComparer.Ordinal).Should().Equal(gsids.Order(StringComparer.Ordinal));
        again.Select(row => row.Gsid).Should().Equal(byKey.Select(row => row.Gsid));
        taken.Select(row => row.Gsid).Should().Equal(byKey.Take(20).Select(row => row.Gsid));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task A_feed_of_short_pages_delivers_every_row_and_every_deletion(int size)
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = KeysetTests.Insert(tenant, size is > 0 and < 10 ? 30 : 900);
        tenant.Clock.Advance(Feed.Settled);
        (var gainsight, _) = ShortPages.CreateClient(tenant, Short(size));
        var first = await Feed.ReadAsync(gainsight, ChangeCheckpoint.Beginning, new ReadOptions());
        for (var i = 0; i < gsids.Count; i++)
        {
            tenant.Clock.Advance(TimeSpan.FromMilliseconds(170));
            if (i % 3 == 0)
            {
                tenant.Companies.Delete(gsids[i]);
            }
            else
            {
                tenant.Companies.Update(gsids[i], ("Employees", -1));
            }
        }

        tenant.Clock.Advance(Feed.Settled);
        var second = await Feed.ReadAsync(gainsight, first[^1].Checkpoint, new ReadOptions());

        first.Of(ChangeKind.Upserted).Should().BeEquivalentTo(gsids);
        second.Of(ChangeKind.Deleted).Should().BeEquivalentTo(gsids.Where((_, i) => i % 3 == 0));
        second.Of(ChangeKind.Upserted).Distinct().Should().BeEquivalentTo(gsids.Where((_, i) => i % 3 != 0));
    }

    [Fact]
    public async Task A_feed_loses_no_row_and_no_deletion_on_a_tenant_whose_full_page_is_followed_by_a_short_one()
    {
        await using var tenant = await Tenant.StartAsync();
        List<string> gsids = [];
        for (var i = 0; i < 12; i++)
        {
            gsids.AddRange(KeysetTests.Insert(tenant, 1000));
            tenant.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        tenant.Clock.Advance(Feed.Settled);
        int[] sizes = [5000, 2100];
        var pages = 0;
        (var gainsight, _) = ShortPages.CreateClient(tenant, limit => limit == 5000 ? sizes[pages++ % sizes.Length] : limit);

        var first = await Feed.ReadAsync(gainsight, ChangeCheckpoint.Beginning, new ReadOptions());
        foreach (var gsid in gsids)
        {
            tenant.Companies.Delete(gsid);
        }

        tenant.Clock.Advance(Feed.Settled);
        var second = await Feed.ReadAsync(gainsight, first[^1].Checkpoint, new ReadOptions());

        first.Of(ChangeKind.Upserted).Distinct().Should().HaveCount(12_000);
        second.Of(ChangeKind.Deleted).Distinct().Should().HaveCount(12_000);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(250)]
    [InlineData(777)]
    [InlineData(OneLess)]
    public async Task An_upsert_inserts_no_company_that_a_short_page_leaves_out(int size)
    {
        await using var tenant = await Tenant.StartAsync();
        var rows = Rows.Companies(1200);
        foreach (var row in rows.Where((_, i) => i % 2 == 0 || i < 600))
        {
            tenant.Companies.Insert(("Name", row.Name));
        }

        (var gainsight, _) = ShortPages.CreateClient(tenant, Short(size));

        var report = await gainsight.Companies.UpsertAsync(rows, CompanyFields.Name);

        (report.Inserted.Count, report.Updated.Count).Should().Be((300, 900));
        tenant.Companies.Rows.Select(row => row["Name"]).Should().OnlyHaveUniqueItems().And.HaveCount(1200);
    }

    [Fact]
    public async Task An_upsert_whose_rows_are_all_there_or_all_missing_needs_no_further_read()
    {
        await using var tenant = await Tenant.StartAsync();
        (var gainsight, var pages) = ShortPages.CreateClient(tenant, limit => limit);

        await gainsight.Companies.UpsertAsync(Rows.Companies(700), CompanyFields.Name);
        var whenMissing = pages.Calls;
        await gainsight.Companies.UpsertAsync(Rows.Companies(700), CompanyFields.Name);

        (whenMissing, pages.Calls - whenMissing).Should().Be((2, 2));
    }

    [Fact]
    public async Task A_field_that_most_rows_share_is_given_up_after_20_pages_and_each_row_is_asked_for_by_all_its_keys()
    {
        await using var tenant = await Tenant.StartAsync();
        var assets = tenant.Emulator.Object("Asset__gc");
        for (var i = 0; i < 600; i++)
        {
            assets.Insert(("Name", "shared"), ("Serial_Number__gc", $"other {i}"));
        }

        assets.Insert(("Name", "shared"), ("Serial_Number__gc", "mine"));
        (var gainsight, var pages) = ShortPages.CreateClient(tenant, _ => 25);
        ObjectRecord[] rows = [New("shared"), New("rare")];

        var report = await gainsight.Objects("Asset__gc").UpsertAsync(rows, [Field.Custom<string>("Name"), Serial]);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Updated, RowStatus.Inserted);
        pages.Calls.Should().BeLessThan(30);

        static ObjectRecord New(string name) => new() { ["Name"] = name, ["Serial_Number__gc"] = "mine", ["Seats__gc"] = 1 };
    }

    [Fact]
    public async Task A_tenant_that_fills_its_pages_is_trusted_when_a_page_is_short()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 5100);
        (var gainsight, var pages) = ShortPages.CreateClient(tenant, limit => limit);
        var query = gainsight.Companies.Query().Select(CompanyFields.Name);

        async Task<int> CallsOfAsync(RecordQuery<Company> read)
        {
            var before = pages.Calls;
            await read.ToListAsync();
            return pages.Calls - before;
        }

        var small = query.Where(CompanyFields.Employees.EqualTo(7));
        (await CallsOfAsync(small)).Should().Be(2, "nothing is known yet");
        (await CallsOfAsync(query)).Should().Be(2, "a full page was followed by rows");
        (await CallsOfAsync(small)).Should().Be(1);
        (await CallsOfAsync(small.Select(CompanyFields.Arr))).Should().Be(2, "other fields may make other pages");
        (await CallsOfAsync(query.Where(CompanyFields.Employees.EqualTo(-1)))).Should().Be(1);
        (await CallsOfAsync(query.Take(1))).Should().Be(1);
    }

    [Theory]
    [InlineData(2, new[] { 2, 2, 1 })]
    [InlineData(5, new[] { 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1 })]
    [InlineData(10, new[] { 10, 10, 3 })]
    [InlineData(90, new[] { 90, 90, 90, 5 })]
    public async Task Small_pages_that_were_full_by_chance_do_not_make_a_shorter_one_the_last(int pageSize, int[] sizes)
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = KeysetTests.Insert(tenant, 4 * sizes.Sum());
        var pages = 0;
        (var gainsight, _) = ShortPages.CreateClient(tenant, limit => Math.Min(limit, sizes[pages++ % sizes.Length]));

        List<string?> read = [];
        await foreach (var row in gainsight.Companies.Query().Select(CompanyFields.Name).ReadAsync(new ReadOptions { PageSize = pageSize }))
        {
            read.Add(row.Gsid);
        }

        read.Order(StringComparer.Ordinal).Should().Equal(gsids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_more_rows_are_returned_than_asked_for_when_the_tenant_ignores_the_limit()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 300);
        (var gainsight, var pages) = ShortPages.CreateClient(tenant, _ => 5000);

        var rows = await gainsight.Companies.Query().Take(10).ToListAsync();
        var ordered = await gainsight.Companies.Query().OrderBy(CompanyFields.Name).Take(10).ToListAsync();

        rows.Should().HaveCount(10);
        ordered.Select(row => row.Name).Should().Equal(Enumerable.Range(0, 10).Select(i => $"Company {i:0000}"));
        pages.Calls.Should().Be(2);
    }

    [Fact]
    public async Task Page_sizes_that_differ_from_page_to_page_lose_and_repeat_no_row()
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20261128), null)));
        var cases = from seed in Gen.Choose(0, 1_000_000)
                    from rows in Gen.Choose(0, 120)
                    from largest in Gen.Choose(2, 60)
                    select (seed, rows, largest);

        await Task.Factory.StartNew(
            () => Check.One(config, Prop.ForAll(cases.ToArbitrary(), one => Task.Run(() => HoldsForAsync(one.seed, one.rows, one.largest)).GetAwaiter().GetResult())),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private static async Task HoldsForAsync(int seed, int count, int largest)
    {
        await using var tenant = await Tenant.StartAsync(seed: seed);
        List<string> gsids = [];
        for (var i = 0; i < count; i++)
        {
            gsids.Add(tenant.Companies.Insert(("Name", Rows.Name(i)), ("Employees", i % 3)));
            tenant.Clock.Advance(TimeSpan.FromMilliseconds(i % 20 == 0 ? 1500 : 10));
        }

        tenant.Clock.Advance(Feed.Settled);
        var random = new Random(seed);
        (var gainsight, _) = ShortPages.CreateClient(tenant, limit => Math.Min(limit, random.Next(1, largest + 1)));
        var query = gainsight.Companies.Query().Select(CompanyFields.Name);

        (await query.ToListAsync()).Select(row => row.Gsid).Should().BeEquivalentTo(gsids);
        (await query.OrderByDescending(CompanyFields.Employees).ToListAsync()).Select(row => row.Gsid).Should().BeEquivalentTo(gsids);
        (await query.Where(CompanyFields.Employees.LessThan(2) | CompanyFields.Employees.GreaterThanOrEqualTo(2)).ToListAsync())
            .Select(row => row.Gsid).Should().BeEquivalentTo(gsids);
        var first = await Feed.ReadAsync(gainsight, ChangeCheckpoint.Beginning, new ReadOptions());
        first.Of(ChangeKind.Upserted).Should().BeEquivalentTo(gsids);

        var report = await gainsight.Companies.UpsertAsync(Rows.Companies(count + 10), CompanyFields.Name);
        (report.Updated.Count, report.Inserted.Count).Should().Be((count, 10));

        gsids.ForEach(gsid => tenant.Companies.Delete(gsid));
        tenant.Clock.Advance(Feed.Settled);
        var second = await Feed.ReadAsync(gainsight, first[^1].Checkpoint, new ReadOptions());
        second.Of(ChangeKind.Deleted).Should().BeEquivalentTo(gsids);
        second.Of(ChangeKind.Upserted).Should().BeEquivalentTo(report.Inserted.Select(row => row.Gsid));
    }

    private static Func<int, int> Short(int size) => limit => size == OneLess ? Math.Max(1, limit - 1) : Math.Min(limit, size);
}
