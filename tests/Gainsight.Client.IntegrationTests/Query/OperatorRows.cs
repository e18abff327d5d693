using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Query;

/// <summary>A tenant with 150 assets. The test knows every value; many are missing.</summary>
public sealed class OperatorRows : IAsyncLifetime
{
    private static readonly string[] Tiers = ["Gold", "Silver", "Bronze"];
    private static readonly string[] Regions = ["EMEA", "AMER", "APAC"];

    private Tenant? _tenant;

    internal IReadOnlyList<Row> Rows { get; private set; } = [];

    internal Tenant Tenant => _tenant!;

    internal ObjectClient Assets { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _tenant = await Tenant.StartAsync();
        var assets = _tenant.Emulator.Object("Asset__gc");
        string[] companies = [.. Enumerable.Range(0, 4).Select(i => _tenant.Companies.Insert(("Name", $"Company {i}")))];
        var random = new Random(7);
        Rows = [.. Enumerable.Range(0, 150).Select(_ => Insert(assets, companies, random))];
        Assets = _tenant.CreateClient().Objects("Asset__gc");
    }

    public async Task DisposeAsync() => await Tenant.DisposeAsync();

    private static Row Insert(EmulatedObject assets, string[] companies, Random random)
    {
        T? Some<T>(T value)
            where T : class => random.Next(4) == 0 ? null : value;
        T? SomeOf<T>(T value)
            where T : struct => random.Next(4) == 0 ? null : value;

        var row = new Row(
            Some($"{(char)('A' + random.Next(6))}-{random.Next(20):00}{(char)('x' + random.Next(3))}"),
            SomeOf<decimal>(random.Next(-20, 20)),
            SomeOf(random.Next(1000) / 8m),
            random.Next(2) == 0,
            SomeOf(new DateOnly(2027, 1, 1).AddDays(random.Next(40))),
            SomeOf(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(random.Next(60))),
            Some(companies[random.Next(companies.Length)]),
            Some(Tiers[random.Next(Tiers.Length)]),
            Some(Regions.Where(_ => random.Next(2) == 0).DefaultIfEmpty(Regions[0]).ToArray()));
        return row with
        {
            Gsid = assets.Insert(
                ("Serial_Number__gc", row.Serial),
                ("Seats__gc", row.Seats),
                ("Cost__gc", row.Cost),
                ("In_Use__gc", row.InUse),
                ("Purchased_On__gc", row.Bought),
                ("Last_Seen__gc", row.Seen),
                ("Company__gc", row.Company),
                ("Tier__gc", row.Tier),
                ("Regions__gc", row.Regions)),
        };
    }

    internal sealed record Row(
        string? Serial,
        decimal? Seats,
        decimal? Cost,
        bool InUse,
        DateOnly? Bought,
        DateTimeOffset? Seen,
        string? Company,
        string? Tier,
        string[]? Regions)
    {
        public string Gsid { get; init; } = string.Empty;
    }
}
