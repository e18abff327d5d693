using System.Text.Json;

namespace Gainsight.Client.Emulator.Tests;

public sealed class PagingSwitchTests
{
    private const int Rows = 23;

    [Theory]
    [InlineData("PageCap", "1", 20, 1)]
    [InlineData("PageCap", "7", 20, 7)]
    [InlineData("PageCap", "100", 20, 20)]
    [InlineData("PageShortBy", "1", 20, 19)]
    [InlineData("PageShortBy", "50", 20, 1)]
    [InlineData("IgnoresLimit", "true", 5, Rows)]
    public async Task A_page_holds_another_number_of_rows_than_asked_for(string name, string value, int limit, int expected)
    {
        using var tenant = Filled();
        tenant.Emulator.Load($$$"""{"switches":{"{{{name}}}":"{{{value}}}"}}""");

        (await QueryAsync(tenant, 0, limit)).Should().HaveCount(expected);
        (await UsersAsync(tenant, 0, limit)).Should().HaveCount(expected);
        (await CtasAsync(tenant, 1, limit)).Should().HaveCount(expected);
        (await DeletedAsync(tenant, 0, limit)).Should().HaveCount(expected);
    }

    [Theory]
    [InlineData("""{"PageCap":7}""")]
    [InlineData("""{"PageShortBy":1}""")]
    [InlineData("""{"RandomPageSizes":3}""")]
    [InlineData("""{"RandomPageSizes":4,"PageCap":9,"PageShortBy":2}""")]
    public async Task Pages_that_are_read_until_one_is_empty_hold_every_row_once(string switches)
    {
        using var tenant = Filled();
        tenant.Emulator.Load($$"""{"switches":{{switches}}}""");

        (await ByOffsetAsync(offset => QueryAsync(tenant, offset, 10))).Should().HaveCount(Rows).And.OnlyHaveUniqueItems();
        (await ByOffsetAsync(offset => DeletedAsync(tenant, offset, 10))).Should().HaveCount(Rows).And.OnlyHaveUniqueItems();
        (await ByPageAsync(page => UsersAsync(tenant, page, 10))).Should().HaveCount(Rows).And.OnlyHaveUniqueItems();
        (await ByPageAsync(page => CtasAsync(tenant, page + 1, 10))).Should().HaveCount(Rows).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Random_pages_differ_in_size_and_the_same_seeds_give_the_same_sizes()
    {
        var first = await SizesAsync();
        var again = await SizesAsync();

        first.Distinct().Count().Should().BeGreaterThan(3);
        first.Should().AllSatisfy(size => size.Should().BeInRange(1, 20));
        again.Should().Equal(first);

        static async Task<List<int>> SizesAsync()
        {
            using var tenant = Filled();
            tenant.Emulator.Switches.RandomPageSizes = 11;
            var sizes = new List<int>();
            for (var i = 0; i < 12; i++)
            {
                sizes.Add((await QueryAsync(tenant, 0, 20)).Count);
            }

            return sizes;
        }
    }

    [Fact]
    public async Task An_ignored_order_is_the_order_of_insertion_but_is_still_checked()
    {
        using var tenant = Filled();
        tenant.Emulator.Switches.IgnoresOrderBy = true;

        var names = (await tenant.QueryAsync("Company", """{"select":["Name"],"orderBy":{"Name":"desc"}}""")).Texts("Name");
        var keyset = await tenant.QueryAsync("Company", """
            {"select":["Gsid"],"where":{"conditions":[{"name":"Gsid","alias":"A","operator":"GT","value":["1P02"]}],"expression":"A"},"orderBy":{"Gsid":"asc"}}
            """);

        names.Should().BeInAscendingOrder(StringComparer.Ordinal);
        keyset.Texts("Gsid").Should().NotBeInAscendingOrder(StringComparer.Ordinal);
        (await tenant.QueryAsync("Company", """{"select":["Name"],"orderBy":{"Nope":"desc"}}""")).Code.Should().Be("GSOBJ_1002");
    }

    [Fact]
    public async Task Switches_of_pages_leave_exports_whole_except_for_an_ignored_limit()
    {
        using var tenant = Filled();
        tenant.Emulator.Load("""{"switches":{"PageCap":5,"RandomPageSizes":1,"PageShortBy":1},"limits":{"JobStep":0}}""");

        var job = await tenant.SendAsync(HttpMethod.Post, "/v3/exports/data/bulk/Company", """{"select":["Name"],"limit":20}""");
        tenant.Emulator.Switches.IgnoresLimit = true;
        var other = await tenant.SendAsync(HttpMethod.Post, "/v3/exports/data/bulk/Company", """{"select":["Name"],"limit":20}""");

        (await TotalAsync(tenant, job)).Should().Be(20);
        (await TotalAsync(tenant, other)).Should().Be(Rows);
    }

    private static async Task<int> TotalAsync(Tenant tenant, Answer job)
    {
        var status = await tenant.SendAsync(HttpMethod.Get, "/" + job.Data.GetProperty("statusURL").GetString());
        return status.Data.GetProperty("totalRecords").GetInt32();
    }

    private static Tenant Filled()
    {
        var tenant = new Tenant();
        for (var i = 0; i < Rows; i++)
        {
            _ = tenant.Companies.Insert(("Name", $"c{i:00}"));
            _ = tenant.Emulator.Object("call_to_action").Insert(("Name", $"t{i:00}"));
            _ = tenant.Assets.Delete(tenant.Assets.Insert(("Name", $"a{i:00}")));
        }

        for (var i = tenant.Users.Count; i < Rows; i++)
        {
            _ = tenant.Users.Insert(("Name", $"u{i:00}"));
        }

        tenant.Emulator.Limits.UserCallsPerHour = int.MaxValue;
        return tenant;
    }

    private static async Task<IReadOnlyList<string>> QueryAsync(Tenant tenant, int offset, int limit) => Ids(
        (await tenant.QueryAsync("Company", $$"""{"select":["Gsid"],"orderBy":{"Name":"asc"},"limit":{{limit}},"offset":{{offset}}}""")).Records, "Gsid");

    private static async Task<IReadOnlyList<string>> DeletedAsync(Tenant tenant, int offset, int limit) => Ids(
        (await tenant.QueryAsync("record_delete_log", $$"""{"select":["RecordId"],"orderBy":{"RecordId":"asc"},"limit":{{limit}},"offset":{{offset}}}""")).Records,
        "RecordId");

    private static async Task<IReadOnlyList<string>> UsersAsync(Tenant tenant, int page, int limit) => Ids(
        (await tenant.SendAsync(HttpMethod.Post, "/v1/users/services/list", $$"""{"select":["Gsid"],"orderBy":{"Gsid":"asc"},"limit":{{limit}},"page":{{page}}}""")).Records,
        "Gsid");

    private static async Task<IReadOnlyList<string>> CtasAsync(Tenant tenant, int page, int limit) => Ids(
        Cockpit.Rows(await tenant.SendAsync(HttpMethod.Post, "/v2/cockpit/cta/list", $$"""{"select":["Name"],"pageSize":{{limit}},"pageNumber":{{page}}}""")),
        "Gsid");

    private static List<string> Ids(IReadOnlyList<JsonElement> rows, string key) => [.. rows.Select(row => row.GetProperty(key).GetString()!)];

    private static async Task<List<string>> ByOffsetAsync(Func<int, Task<IReadOnlyList<string>>> read)
    {
        var all = new List<string>();
        while (await read(all.Count) is { Count: > 0 } page)
        {
            all.AddRange(page);
        }

        return all;
    }

    private static async Task<List<string>> ByPageAsync(Func<int, Task<IReadOnlyList<string>>> read)
    {
        var all = new List<string>();
        for (var number = 0; await read(number) is { Count: > 0 } page; number++)
        {
            all.AddRange(page);
        }

        return all;
    }
}
