using System.Text.Json;
using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Events;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.IntegrationTests.Writes;

public sealed class PreflightPropertyTests
{
    private const int RowsPerTenant = 200;

    private static readonly string[] Extra = ["No_Such_Field__gc", "Tier_gc", "Company__gc__gr.Name", "CreatedDate", "ModifiedBy"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    /// <summary>Metadata explains every refusal that these rows can get, so preflight and the tenant must refuse the same rows.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Preflight_refuses_the_rows_that_the_tenant_refuses_and_no_others(int seed)
    {
        var random = new Random(seed);
        using var clock = new VirtualClock().StartJumping();
        using var emulator = new GainsightEmulator(new GainsightEmulatorOptions { TimeProvider = clock, Seed = seed });
        // Metadata does not tell which rows there are.
        emulator.Switches.LookupsMustExist = false;
        var asset = emulator.Object("Asset__gc");
        Vary(asset, random);
        using var handler = new InFlightHandler(clock, emulator.CreateHandler());
        using var gainsight = new GainsightClient(new GainsightClientOptions
        {
            BaseAddress = emulator.BaseAddress,
            Credential = new AccessKeyCredential(emulator.AccessKey),
            TimeProvider = clock,
            PrimaryHandler = handler,
        });
        var assets = gainsight.Objects("Asset__gc");
        List<ObjectRecord> rows = [.. Enumerable.Range(0, RowsPerTenant).Select(i => Row(asset, i, random))];

        var isUpdate = seed % 2 == 0;
        rows.ForEach(row => _ = isUpdate ? asset.Insert(("Name", (string)row["Name"]!)) : null);
        Task<WriteReport<ObjectRecord>> WriteAsync(IEnumerable<ObjectRecord> some, bool preflight) => isUpdate
            ? assets.UpsertAsync(some, Field.Custom<string>("Name"), new WriteOptions { Preflight = preflight })
            : assets.InsertAsync(some, new WriteOptions { Preflight = preflight });

        var report = await WriteAsync(rows, preflight: true);
        var refused = await WriteAsync(report.Failed.Select(row => row.Record), preflight: false);

        report.Failed.Should().OnlyContain(
            row => row.RequestId == null && row.Errors.All(error => error.Code!.StartsWith("GSOBJ", StringComparison.Ordinal) == false),
            "what the tenant refuses preflight should have found");
        refused.Rows.Where(row => row.Status != RowStatus.Failed)
            .Select(row => Describe(report.Failed[(int)row.Index])).Should().BeEmpty("the tenant refuses the same rows as preflight");
        report.Failed.Count.Should().BeInRange(20, RowsPerTenant - 20, "some rows must be refused and some must be accepted");
    }

    private static void Vary(EmulatedObject asset, Random random)
    {
        foreach (var field in asset.Fields.Where(field => field.Name.EndsWith("__gc", StringComparison.Ordinal)))
        {
            field.ReadOnly = random.Next(12) == 0;
            field.Nillable = random.Next(5) > 0;
            field.Length = random.Next(3) == 0 ? 40 : 255;
        }

        asset.Field("Tier__gc").Picklist!.AddItem("Retired").Active = false;
        asset.Field("Regions__gc").Picklist!.AddItem("Retired").Active = false;
    }

    private static ObjectRecord Row(EmulatedObject asset, int i, Random random)
    {
        var row = new ObjectRecord { ["Name"] = $"Asset {i}" };
        string[] names = [.. asset.Fields.Select(field => field.Name).Where(name => name.EndsWith("__gc", StringComparison.Ordinal))];
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var name = names[random.Next(names.Length)];
            var values = random.Next(4) == 0 ? Anything(asset) : Fitting(asset, asset.Field(name));
            row[random.Next(40) == 0 ? name.ToUpperInvariant() : name] = values[random.Next(values.Length)];
        }

        if (random.Next(10) == 0)
        {
            row[Extra[random.Next(Extra.Length)]] = "x";
        }

        return row;
    }

    private static object?[] Fitting(EmulatedObject asset, EmulatedField field) => field.DataType switch
    {
        EmulatedDataType.Number or EmulatedDataType.Percentage or EmulatedDataType.Currency or EmulatedDataType.JsonNumber => [5, 12.345m, -1L, 0.5],
        EmulatedDataType.Boolean or EmulatedDataType.JsonBoolean => [true, false],
        EmulatedDataType.Date or EmulatedDataType.DateTime => Dates,
        EmulatedDataType.Email => ["rhea@northwind.example", "rhea"],
        EmulatedDataType.Url => ["https://northwind.example/a?b=c", "northwind.example", "ftp://northwind.example"],
        EmulatedDataType.SfdcId => ["001A0000012BcDe", "001A0000012BcDeFGH", "001A0000012BcDeF", "001A0000012BcD-"],
        EmulatedDataType.Gsid or EmulatedDataType.Lookup => ["1P02DEMO00000000000000000000000000A1", "1P02", "1p02demo00000000000000000000000000a1"],
        EmulatedDataType.Picklist => ["Gold", "Silver", "gold", "Retired", "Platinum", asset.Field("Tier__gc").Picklist!.Items[0].Gsid],
        EmulatedDataType.MultiSelect =>
        [
            new[] { "EMEA" }, new[] { "EMEA", "APAC" }, new[] { "EMEA", "Mars" }, new[] { "Retired" }, Array.Empty<string>(),
            "EMEA;APAC", "EMEA; Mars", asset.Field("Regions__gc").Picklist!.Items[1].Gsid,
        ],
        EmulatedDataType.Json => [Json("""{"a":1}"""), Json("[1]"), "text"],
        _ => ["text", "", new string('x', 40), new string('x', 41), new string('x', 300)],
    };

    private static object?[] Dates =>
    [
        new DateOnly(2027, 3, 31), new DateTimeOffset(2027, 3, 31, 9, 30, 0, TimeSpan.FromHours(2)), "2027-03-31", "03-31-2027", "03/31/2027", "2027-02-30",
        "2027-03-31T09:30:00Z", "2027-03-31T09:30:00.123+0200", "2027-03-31T09:30:00+02:00", "2027-03-31 09:30:00", "2027-03-31 09:30:00.5", "2027-03-31 09:30",
        "no date", "", 1_806_451_200_000L, long.MaxValue, 12.5m,
    ];

    private static object?[] Anything(EmulatedObject asset) =>
    [
        null, "", "text", "5", 5, 1e300, true, "true", .. Dates, Json("{}"), Json("[null]"), new[] { "EMEA" },
        .. asset.Fields.Where(field => field.Picklist is not null).SelectMany(field => Fitting(asset, field)),
    ];

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static string Describe(RowOutcome<ObjectRecord> row) => JsonSerializer.Serialize(row.Record, EventJson.Default.ObjectRecord) + ": " + string.Join("; ", row.Errors.Select(error => error.Message));
}
