using Gainsight.Client.Emulator;
using static Gainsight.Client.IntegrationTests.Matrix.WriteWorld;

namespace Gainsight.Client.IntegrationTests.Matrix;

/// <summary>What the write matrix writes.</summary>
internal static class WriteScenarios
{
    private static readonly TimeSpan AfterLateCommits = TimeSpan.FromMinutes(10);

    public static IReadOnlyDictionary<string, WriteScenario> All { get; } = new Dictionary<string, WriteScenario>
    {
        ["upsert"] = new(EmulatorOperations.Insert, true, (world, act, tolerance) => Companies(
            world, act, tolerance, i => i % 2 == 0, (client, rows) => client.Companies.UpsertAsync(rows, CompanyFields.Name))),
        ["upsert of what is there"] = new(EmulatorOperations.Update, true, (world, act, tolerance) => Companies(
            world, act, tolerance, _ => true, (client, rows) => client.Companies.UpsertAsync(rows, CompanyFields.Name))),
        ["insert with keys"] = new(EmulatorOperations.Insert, true, (world, act, tolerance) => Companies(
            world, act, tolerance, _ => false, (client, rows) => client.Companies.InsertAsync(rows, new WriteOptions { VerifyBy = CompanyFields.Name }))),
        ["insert"] = new(EmulatorOperations.Insert, false, (world, act, tolerance) => Companies(
            world, act, tolerance, _ => false, (client, rows) => client.Companies.InsertAsync(rows))),
        ["update by key"] = new(EmulatorOperations.Update, true, (world, act, tolerance) => Companies(
            world, act, tolerance, i => i != 3, (client, rows) => client.Companies.UpdateAsync(rows, CompanyFields.Name))),
        ["update by GSID"] = new(EmulatorOperations.Update, true, (world, act, tolerance) => Companies(
            world, act, tolerance, _ => true, (client, rows) => client.Companies.UpdateAsync(WithGsids(world, rows), IdentifierKeys.Gsid))),
        ["delete"] = new(EmulatorOperations.Delete, true, DeleteAsync),
        ["upsert of a custom object"] = new(EmulatorOperations.Insert, true, AssetsAsync),
        ["people"] = new(EmulatorOperations.PersonUpsert, true, (world, act, tolerance) => People(world, act, tolerance, (client, rows) => client.People.UpsertAsync(rows))),
        ["people in batches"] = new(EmulatorOperations.PersonUpsertAsync, true, (world, act, tolerance) => People(world, act, tolerance, (client, rows) => client.People.UpsertInBatchesAsync(rows))),
        ["insert of users"] = new(EmulatorOperations.UserCreate, false, (world, act, tolerance) => Users(world, act, tolerance, false, (client, rows) => client.Users.InsertAsync(rows))),
        ["insert of users with keys"] = new(EmulatorOperations.UserCreate, true, (world, act, tolerance) =>
            Users(world, act, tolerance, false, (client, rows) => client.Users.InsertAsync(rows, new WriteOptions { VerifyBy = UserFields.SfdcUserName }))),
        ["update of users"] = new(EmulatorOperations.UserUpdate, true, (world, act, tolerance) =>
            Users(world, act, tolerance, true, (client, rows) => client.Users.UpdateAsync(rows, UserFields.SfdcUserName))),
        ["CTAs"] = new(EmulatorOperations.CtaCreate, true, CtasAsync),
        ["activities"] = new(EmulatorOperations.TimelineSave, true, (world, act, tolerance) => Activities(world, act, tolerance, TimelineRoute.Single)),
        ["activities in bulk"] = new(EmulatorOperations.TimelineBulkSave, true, (world, act, tolerance) => Activities(world, act, tolerance, TimelineRoute.Bulk)),
    };

    private static string[] Keys { get; } = [.. Enumerable.Range(0, Rows).Select(Name)];

    private static async Task<IEnumerable<string>> Companies(
        WriteWorld world, Action act, Tolerance tolerance, Func<int, bool> isThere, Func<GainsightClient, List<Company>, Task<WriteReport<Company>>> write)
    {
        foreach (var i in Enumerable.Range(0, Rows).Where(isThere))
        {
            world.Tenant.Companies.Insert(("Name", world.Spelling(Name(i))), ("Employees", -1));
        }

        var check = new WriteCheck(world.Tenant.Companies, "Name", "Employees", 7m);
        var rows = Enumerable.Range(0, Rows).Select(i => new Company { Name = Name(i), Employees = 7, Summary = world.Text(i), Stage = Bad.Contains(i) ? "Orbiting" : "Adopting" }).ToList();
        return await CheckAsync(world, act, tolerance, check, Keys, client => write(client, rows));
    }

    private static List<Company> WithGsids(WriteWorld world, List<Company> rows)
    {
        var gsids = world.Tenant.Companies.Rows.ToDictionary(row => WriteCheck.Plain(row["Name"]), row => row.Gsid);
        rows.ForEach(row =>
        {
            row.Gsid = gsids[WriteCheck.Plain(row.Name)];
            row.Unset("Name");
        });
        return rows;
    }

    private static async Task<IEnumerable<string>> DeleteAsync(WriteWorld world, Action act, Tolerance tolerance)
    {
        string[] gsids = [.. Keys.Select(key => world.Tenant.Companies.Insert(("Name", key)))];
        var check = new WriteCheck(world.Tenant.Companies, "Gsid", "Name", "never");
        foreach (var i in Bad)
        {
            gsids[i] = $"1P02NOSUCH{i:00}";
        }

        return await CheckAsync(world, act, tolerance, check, gsids, client => client.Companies.DeleteAsync(gsids));
    }

    private static async Task<IEnumerable<string>> AssetsAsync(WriteWorld world, Action act, Tolerance tolerance)
    {
        var assets = world.Emulator.Object("Asset__gc");
        for (var i = 0; i < Rows; i += 2)
        {
            assets.Insert(("Name", "same"), ("Serial_Number__gc", world.Spelling(Name(i))), ("Seats__gc", -1));
        }

        var check = new WriteCheck(assets, "Serial_Number__gc", "Seats__gc", 7m);
        var rows = Enumerable.Range(0, Rows).Select(i => new ObjectRecord
        {
            ["Name"] = "same", ["Serial_Number__gc"] = Name(i), ["Seats__gc"] = 7, ["Notes__gc"] = world.Text(i), ["Tier__gc"] = Bad.Contains(i) ? "Lead" : "Gold",
        }).ToList();
        return await CheckAsync(world, act, tolerance, check, Keys, client =>
            client.Objects("Asset__gc").UpsertAsync(rows, [Field.Custom<string>("Name"), Field.Custom<string>("Serial_Number__gc")]));
    }

    private static async Task<IEnumerable<string>> People(
        WriteWorld world, Action act, Tolerance tolerance, Func<GainsightClient, List<Person>, Task<WriteReport<Person>>> write)
    {
        var people = world.Emulator.Object("Person");
        string[] keys = [.. Enumerable.Range(0, Rows).Select(i => $"person{i}@acme.example")];
        for (var i = 0; i < Rows; i += 2)
        {
            people.Insert(("Email", keys[i]), ("FirstName", "Old"));
        }

        var check = new WriteCheck(people, "Email", "FirstName", "New");
        var rows = keys.Select((key, i) =>
        {
            var person = new Person { Email = key, FirstName = "New", LastName = "Vale", Comments = world.Text(i) };
            if (Bad.Contains(i))
            {
                person["Nonsense__gc"] = "x";
            }

            return person;
        }).ToList();
        return await CheckAsync(world, act, tolerance, check, keys, client => write(client, rows));
    }

    private static async Task<IEnumerable<string>> Users(
        WriteWorld world, Action act, Tolerance tolerance, bool areThere, Func<GainsightClient, List<User>, Task<WriteReport<User>>> write)
    {
        var users = world.Emulator.Object("gsuser");
        string[] keys = [.. Enumerable.Range(0, Rows).Select(i => $"user{i}@acme.example")];
        for (var i = 0; i < Rows && areThere; i++)
        {
            users.Insert(("Email", keys[i]), ("SFDCUserName", world.Spelling(keys[i])), ("FirstName", "Old"), ("LastName", "Vale"), ("Name", "Old Vale"), ("LicenseType", "Viewer"));
        }

        var check = new WriteCheck(users, "SFDCUserName", "FirstName", "New");
        var rows = keys.Select((key, i) =>
        {
            var user = new User { SfdcUserName = key, FirstName = "New", LastName = world.Text(i), LicenseType = Bad.Contains(i) ? "Platinum" : "Viewer" };
            if (!areThere)
            {
                user.Email = key;
            }

            return user;
        }).ToList();
        return await CheckAsync(world, act, tolerance, check, keys, client => write(client, rows));
    }

    private static async Task<IEnumerable<string>> CtasAsync(WriteWorld world, Action act, Tolerance tolerance)
    {
        var company = world.Tenant.Companies.Insert(("Name", "Acme"));
        var owner = world.Emulator.Object("gsuser").Rows[0].Gsid;
        var check = new WriteCheck(world.Emulator.Object("call_to_action"), "Name", "CompanyId", company);
        var rows = Enumerable.Range(0, Rows).Select(i => new Cta
        {
            Name = Name(i), CompanyId = company, OwnerId = owner, DueDate = new DateOnly(2031, 3, 14), Type = "Risk", Status = "New", Priority = "High",
            Comments = world.Text(i), Reason = Bad.Contains(i) ? "Nonsense" : "Billing",
        }).ToList();
        return await CheckAsync(world, act, tolerance, check, Keys, client => client.Ctas.InsertAsync(rows, new WriteOptions { VerifyBy = CtaFields.Name }));
    }

    private static async Task<IEnumerable<string>> Activities(WriteWorld world, Action act, Tolerance tolerance, TimelineRoute route)
    {
        var company = world.Tenant.Companies.Insert(("Name", Timeline.Activities.Company));
        var check = new WriteCheck(world.Emulator.Object("activity_timeline"), "ExternalId", "GsCompanyId", company);
        var rows = Enumerable.Range(0, Rows).Select(i =>
        {
            var activity = Timeline.Activities.One(Name(i));
            activity.Notes = world.Text(i);
            activity.TypeName = Bad.Contains(i) ? "Nonsense" : "Meeting";
            return activity;
        }).ToList();
        return await CheckAsync(world, act, tolerance, check, Keys, client => client.Timeline.InsertAsync(rows, route, new WriteOptions()));
    }

    private static async Task<IEnumerable<string>> CheckAsync<T>(
        WriteWorld world, Action act, Tolerance tolerance, WriteCheck check, string[] keys, Func<GainsightClient, Task<WriteReport<T>>> write)
    {
        act();
        var report = await write(world.CreateClient());
        world.Tenant.Clock.Advance(AfterLateCommits);
        return check.Problems(report, keys, Bad, tolerance);
    }
}
