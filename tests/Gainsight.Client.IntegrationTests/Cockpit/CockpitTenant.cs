using Gainsight.Client.Emulator;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.IntegrationTests.Cockpit;

/// <summary>A tenant with a company and an owner, and valid records for it.</summary>
internal sealed class CockpitTenant : IAsyncDisposable
{
    private readonly Tenant _tenant;

    private CockpitTenant(Tenant tenant)
    {
        _tenant = tenant;
        Company = tenant.Companies.Insert(("Name", "Larch Mills"));
        Owner = tenant.Emulator.Object("gsuser").Rows.Single(row => (string?)row["FirstName"] == "Rhea").Gsid;
        Gainsight = tenant.CreateClient();
    }

    public GainsightEmulator Emulator => _tenant.Emulator;

    public GainsightClient Gainsight { get; }

    public VirtualClock Clock => _tenant.Clock;

    public string Company { get; }

    public string Owner { get; }

    public EmulatedObject Ctas => Emulator.Object("call_to_action");

    public EmulatedObject Tasks => Emulator.Object("cs_task");

    public EmulatedObject Plans => Emulator.Object("cta_group");

    public static async Task<CockpitTenant> StartAsync() => new(await Tenant.StartAsync());

    public GainsightClient CreateClient(Action<GainsightClientOptions> configure) => _tenant.CreateClient(configure);

    public int Calls(string operation) => _tenant.Calls(operation);

    /// <summary>The GSID of a configured label.</summary>
    public string Label(string category, string name) =>
        Emulator.Object("cockpit_configuration").Rows.First(row => (string?)row["Category"] == category && (string?)row["Name"] == name).Gsid;

    public Cta Cta(string name = "Invoice unpaid") => new()
    {
        Name = name,
        CompanyId = Company,
        OwnerId = Owner,
        DueDate = new DateOnly(2031, 3, 14),
        Type = "Risk",
        Reason = "Billing",
        Status = "New",
        Priority = "High",
    };

    public async Task<string> CreateCtaAsync(string name = "Invoice unpaid") =>
        (await Gainsight.Ctas.InsertAsync([Cta(name)])).Rows[0].Gsid!;

    public SuccessPlan Plan(string name = "Onboard Larch Mills") => new()
    {
        Name = name,
        CompanyId = Company,
        OwnerId = Owner,
        DueDate = new DateOnly(2031, 6, 30),
        SuccessPlanType = "Onboarding",
        Status = "Draft",
    };

    public ValueTask DisposeAsync() => _tenant.DisposeAsync();
}
