using System.Globalization;
using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Query;

namespace Gainsight.Client.IntegrationTests.Matrix;

/// <summary>A tenant with rows in every object that the read scenarios read, reached without sockets and without a quota.</summary>
internal sealed class ReadWorld : IAsyncDisposable
{
    private readonly Tenant _tenant;

    private ReadWorld(Tenant tenant) => _tenant = tenant;

    public GainsightEmulator Emulator => _tenant.Emulator;

    public Tenant Tenant => _tenant;

    public EmulatedObject Companies => _tenant.Companies;

    public EmulatedObject Assets => Emulator.Object("Asset__gc");

    public EmulatedObject Ctas => Emulator.Object("call_to_action");

    public EmulatedObject Tasks => Emulator.Object("cs_task");

    public EmulatedObject Plans => Emulator.Object("cta_group");

    public EmulatedObject Goals => Emulator.Object("customer_goal");

    public EmulatedObject Activities => Emulator.Object("activity_timeline");

    public EmulatedObject Users => Emulator.Object("gsuser");

    /// <summary>The company that has the activities, and a CTA that has tasks.</summary>
    public (string Company, string Cta) Parents { get; private set; }

    /// <summary>Fills a tenant with <paramref name="rows"/> companies and at most 1,100 rows in other objects.</summary>
    public static async Task<ReadWorld> StartAsync(int rows)
    {
        var world = new ReadWorld(await Tenant.StartAsync());
        var few = Math.Min(rows, 1100);

        // Rows that are deleted between the others, so that the order of insertion is not the order of the GSIDs.
        world.Fill(world.Companies, rows, i => [("Name", Name(i)), ("Employees", i % 5), ("Arr", i + 0.25m), ("RenewalDate", new DateOnly(2027, 1, 1).AddDays(i % 400))]);
        var company = world.Companies.Rows[0].Gsid;
        world.Fill(world.Ctas, few, i => [("Name", Name(i)), ("CompanyId", company), ("DueDate", new DateOnly(2027, 3, 31))]);
        var cta = world.Ctas.Rows[0].Gsid;
        world.Parents = (company, cta);
        world.Fill(world.Tasks, few, i => [("Name", Name(i)), ("CtaId", i % 3 == 0 ? cta : world.Ctas.Rows[1].Gsid)]);
        world.Fill(world.Plans, few, i => [("Name", Name(i)), ("CompanyId", company)]);
        world.Fill(world.Goals, few, i => [("Name", Name(i)), ("CompanyId", company)]);
        world.Fill(world.Activities, few, i => [("ExternalId", Name(i)), ("Subject", Name(i)), ("GsCompanyId", i % 4 == 0 ? world.Companies.Rows[1].Gsid : company)]);
        world.Fill(world.Users, Math.Min(rows, 300), i => [("Name", Name(i)), ("Email", Name(i) + "@northwind.example"), ("IsActiveUser", true)]);
        world.Fill(world.Assets, few, i => [("Name", Name(i)), ("Seats__gc", i)]);
        world._tenant.Clock.Advance(TimeSpan.FromHours(3));
        return world;
    }

    public static string Name(int i) => string.Create(CultureInfo.InvariantCulture, $"row {i:00000}");

    public GainsightClient CreateClient() => _tenant.CreateClient(options =>
    {
        options.PrimaryHandler = QueryHook.InProcess(_tenant);
        WithoutQuota.Lift(options);
    });

    public ValueTask DisposeAsync() => _tenant.DisposeAsync();

    private void Fill(EmulatedObject filled, int rows, Func<int, (string, object?)[]> values)
    {
        List<string> extra = [];
        for (var i = 0; i < rows; i++)
        {
            filled.Insert([.. values(i).Where(value => value.Item2 is not null)]);
            if (i % 50 == 10)
            {
                extra.Add(filled.Insert([.. values(rows + i).Where(value => value.Item2 is not null)]));
            }

            if (i == rows / 3)
            {
                _tenant.Clock.Advance(TimeSpan.FromHours(30));
            }
        }

        extra.ForEach(gsid => filled.Delete(gsid));
    }
}
