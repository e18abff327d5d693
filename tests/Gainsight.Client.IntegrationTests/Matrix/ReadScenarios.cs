using System.Globalization;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Matrix;

/// <summary>What the read matrix reads: each scenario returns the rows that the tenant has and the rows that came.</summary>
internal static class ReadScenarios
{
    private static readonly Field<decimal> Seats = Field.Custom<decimal>("Seats__gc");

    public static IReadOnlyDictionary<string, Func<ReadWorld, GainsightClient, Task<ReadResult>>> All { get; } =
        new Dictionary<string, Func<ReadWorld, GainsightClient, Task<ReadResult>>>
        {
            ["query by key"] = async (world, client) => new(Texts(world.Companies), Texts(await Query(client).ToListAsync())),
            ["query by small pages"] = async (world, client) => new(Texts(world.Companies), Texts(await ListAsync(Query(client).ReadAsync(Small(world))))),
            ["query by offset"] = async (world, client) => new(Texts(world.Companies), Texts(await Query(client).OrderBy(CompanyFields.Employees).ToListAsync())),
            ["query with or"] = async (world, client) => new(
                Texts(world.Companies), Texts(await Query(client).Where(CompanyFields.Employees.LessThan(2) | CompanyFields.Employees.GreaterThanOrEqualTo(2)).ToListAsync())),
            ["query with a filter"] = async (world, client) => new(
                Texts(world.Companies, row => Equals(row["Employees"], 3m)), Texts(await Query(client).Where(CompanyFields.Employees.EqualTo(3)).ToListAsync())),
            ["query without rows"] = async (_, client) => new([], Texts(await Query(client).Where(CompanyFields.Employees.EqualTo(99)).ToListAsync())),
            ["query of day"] = async (world, client) => new(
                Texts(world.Companies, row => Equals(row["RenewalDate"], new DateOnly(2027, 1, 3))),
                Texts(await Query(client).Where(CompanyFields.RenewalDate.EqualTo(new DateOnly(2027, 1, 3))).ToListAsync())),
            ["take"] = async (world, client) => Some(world.Companies, world.Companies.Count - 3, await Query(client).Take(world.Companies.Count - 3).ToListAsync()),
            ["take by offset"] = async (world, client) =>
                Some(world.Companies, world.Companies.Count - 3, await Query(client).OrderBy(CompanyFields.Employees).Take(world.Companies.Count - 3).ToListAsync()),
            ["list of CTAs"] = async (world, client) => new(Names(world.Ctas), Names(await client.Ctas.List().Select(CtaFields.Name).ToListAsync(), "Name")),
            ["list of tasks"] = async (world, client) => new(Names(world.Tasks), Names(await client.Tasks.List().Select(CsTaskFields.Name).ToListAsync(), "Name")),
            ["list of plans"] = async (world, client) => new(Names(world.Plans), Names(await client.SuccessPlans.List().Select(SuccessPlanFields.Name).ToListAsync(), "Name")),
            ["list of goals"] = async (world, client) => new(Names(world.Goals), Names(await client.CustomerGoals.List().Select(CustomerGoalFields.Name).ToListAsync(), "Name")),
            ["list by small pages"] = async (world, client) => new(Names(world.Plans), Names(await client.SuccessPlans.List().Select(SuccessPlanFields.Name).PageSize(10).ToListAsync(), "Name")),
            ["tasks of a CTA"] = async (world, client) => new(
                Names(world.Tasks, row => Equals(row["CtaId"], world.Parents.Cta)), Names(await client.Tasks.GetByCtaAsync(world.Parents.Cta), "Name")),
            ["users"] = async (world, client) => new(Names(world.Users), Names(await client.Users.Query().Select(UserFields.Name).ToListAsync(), "Name")),
            ["keys"] = KeysAsync,
            ["feed"] = FeedAsync,
            ["activities of a company"] = async (world, client) => new(
                Names(world.Activities, row => Equals(row["GsCompanyId"], world.Parents.Company), "Subject"),
                Names(await client.Timeline.Query().Select(TimelineActivityFields.Subject).Where(TimelineActivityFields.GsCompanyId.EqualTo(world.Parents.Company)).ToListAsync(), "Subject")),
            ["export"] = async (world, client) => new(Texts(world.Companies), Texts(await ListAsync(client.Bulk.ExportAsync(Query(client))))),
            ["metadata"] = async (world, client) => new(
                [.. world.Companies.Fields.Select(field => field.Name).Order(StringComparer.Ordinal)],
                [.. (await client.Metadata.DescribeAsync("Company")).Fields.Select(field => field.Name).Order(StringComparer.Ordinal)]),
        };

    private static RecordQuery<Company> Query(GainsightClient client) =>
        client.Companies.Query().Select(CompanyFields.Gsid, CompanyFields.Name, CompanyFields.Employees, CompanyFields.Arr, CompanyFields.RenewalDate, CompanyFields.ModifiedDate);

    private static ReadOptions Small(ReadWorld world) => new() { PageSize = Math.Max(10, world.Companies.Count / 20) };

    /// <summary>Looks up half of the companies, and as many that are not there.</summary>
    private static async Task<ReadResult> KeysAsync(ReadWorld world, GainsightClient client)
    {
        var count = world.Companies.Count;
        var rows = Enumerable.Range(count / 2, count).Select(i => new Company { Name = ReadWorld.Name(i), Employees = 77 }).ToList();

        var preview = await client.Companies.PreviewUpsertAsync(rows, CompanyFields.Name);

        return new(
            [.. rows.Select((row, i) => $"{row.Name} {(i < count - (count / 2) ? PreviewStatus.WouldUpdate : PreviewStatus.WouldInsert)}")],
            [.. preview.Rows.Select(row => $"{row.Record.Name} {row.Status}")]);
    }

    /// <summary>Follows an object from the beginning, is stopped in the middle, and goes on after rows were inserted, changed and deleted.</summary>
    private static async Task<ReadResult> FeedAsync(ReadWorld world, GainsightClient client)
    {
        var assets = client.Objects("Asset__gc");
        var query = assets.Query().Select(Field.Custom<string>("Name"), Seats);
        var copy = new Dictionary<string, string>();
        var (checkpoint, taken) = (ChangeCheckpoint.Beginning, 0);
        await foreach (var change in client.Changes.ReadAsync(query, checkpoint, new ReadOptions { PageSize = 100 }))
        {
            Apply(change);
            if (++taken == world.Assets.Count / 2)
            {
                break;
            }
        }

        string[] gsids = [.. world.Assets.Rows.Select(row => row.Gsid)];
        await assets.DeleteAsync(gsids.Where((_, i) => i % 7 == 0));
        await assets.UpdateAsync(gsids.Where((_, i) => i % 7 == 1).Select(gsid => new ObjectRecord { Gsid = gsid, ["Seats__gc"] = -1 }), IdentifierKeys.Gsid);
        await assets.InsertAsync(Enumerable.Range(0, 20).Select(i => new ObjectRecord { ["Name"] = $"new {i}", ["Seats__gc"] = -2 }));
        world.Tenant.Clock.Advance(TimeSpan.FromMinutes(20));
        await foreach (var change in client.Changes.ReadAsync(query, checkpoint))
        {
            Apply(change);
        }

        return new(
            [.. world.Assets.Rows.Select(row => $"{row["Name"]} {row["Seats__gc"]}").Order(StringComparer.Ordinal)],
            [.. copy.Values.Order(StringComparer.Ordinal)]);

        void Apply(Change<ObjectRecord> change)
        {
            checkpoint = change.Checkpoint;
            if (change.Kind == ChangeKind.Deleted)
            {
                copy.Remove(change.Gsid!);
            }
            else if (change.Record is { } record)
            {
                copy[change.Gsid!] = string.Create(CultureInfo.InvariantCulture, $"{record["Name"]} {record.Get(Seats)}");
            }
        }
    }

    /// <summary>A read of some of an object's rows: any, but no row twice and none that is not there.</summary>
    private static ReadResult Some(EmulatedObject all, int count, IReadOnlyList<Company> read)
    {
        var known = Texts(all).ToHashSet(StringComparer.Ordinal);
        var texts = Texts(read);
        return new([$"{count} rows"], [$"{texts.Distinct(StringComparer.Ordinal).Count(known.Contains)} rows", .. texts.Where(text => !known.Contains(text)), .. texts.Skip(count)]);
    }

    private static string[] Names(EmulatedObject all, Func<EmulatedRow, bool>? where = null, string field = "Name") =>
        [.. all.Rows.Where(where ?? (static _ => true)).Select(row => $"{row.Gsid} {row[field]}").Order(StringComparer.Ordinal)];

    private static string[] Names(IEnumerable<GainsightRecord> read, string field) =>
        [.. read.Select(row => $"{row.Gsid} {row[field]}").Order(StringComparer.Ordinal)];

    private static string[] Texts(EmulatedObject all, Func<EmulatedRow, bool>? where = null) =>
        [.. all.Rows.Where(where ?? (static _ => true)).Select(row => Text(
            row.Gsid, row["Name"], row["Employees"], row["Arr"], (DateOnly?)row["RenewalDate"], (DateTimeOffset?)row["ModifiedDate"])).Order(StringComparer.Ordinal)];

    private static string[] Texts(IEnumerable<Company> read) =>
        [.. read.Select(row => Text(row.Gsid, row.Name, row.Employees, row.Arr, row.RenewalDate, row.ModifiedDate)).Order(StringComparer.Ordinal)];

    private static string Text(string? gsid, object? name, object? employees, object? arr, DateOnly? renewal, DateTimeOffset? modified) =>
        string.Create(CultureInfo.InvariantCulture, $"{gsid} {name} {employees} {arr} {renewal:yyyy-MM-dd} {modified?.UtcDateTime:yyyy-MM-dd HH:mm:ss}");

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> rows)
    {
        List<T> list = [];
        await foreach (var row in rows)
        {
            list.Add(row);
        }

        return list;
    }
}
