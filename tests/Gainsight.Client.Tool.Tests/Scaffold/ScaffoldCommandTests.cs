using Gainsight.Client.Emulator;

namespace Gainsight.Client.Tool.Tests;

public sealed class ScaffoldCommandTests : IDisposable
{
    private readonly GainsightEmulator _emulator = new();
    private readonly ToolRun _tool;
    private readonly string _folder;

    public ScaffoldCommandTests()
    {
        _tool = new ToolRun(_emulator);
        _folder = Path.Combine(_tool.Folder, "Models");
    }

    public void Dispose()
    {
        _tool.Dispose();
        _emulator.Dispose();
    }

    [Fact]
    public async Task Types_of_every_data_type_compile_and_round_trip()
    {
        _emulator.Load("""
            { "objects": [ { "name": "Company", "fields": [ { "name": "Region__gc", "type": "PICKLIST", "items": ["EMEA", "North America"] }, { "name": "Buyer__gc", "type": "LOOKUP", "lookup": "GsUser" } ] } ] }
            """);

        var result = await ScaffoldAsync("Asset__gc", "Company");

        result.Should().BeEquivalentTo(new { ExitCode = 0, Error = "" });
        result.Output.Should().ContainAll("asset__gc: Asset.g.cs was written: 21 fields, 2 of them picklists.", "company: CompanyCustomFields.g.cs was written: 2 fields");
        var types = CompiledTypes.Of(_folder, """
            using System.Globalization;
            using System.Linq;
            using System.Text.Json;
            using System.Threading.Tasks;
            using Gainsight.Client;
            using Models;

            public static class Test
            {
                public static async Task<string> RunAsync(GainsightClient client)
                {
                    var user = (await client.Users.Query().Take(1).ToListAsync())[0].Gsid;
                    var company = await client.Companies.InsertAsync([new Company { Name = "Acme", Region = CompanyCustomFields.RegionItems.NorthAmerica, Buyer = user }]);
                    company.EnsureSuccess();
                    var written = new Asset
                    {
                        Name = "A-1", SerialNumber = "S1", VendorId = user, SfdcAssetId = "001A0000012345678A".Substring(0, 15), ContactEmail = "a@example.com", Homepage = "https://example.com",
                        Notes = "<p>x</p>", Seats = 5.5m, Utilization = 12m, Cost = 99.95m, InUse = true, PurchasedOn = new(2026, 3, 31), LastSeen = new(2026, 3, 31, 10, 20, 30, System.TimeSpan.Zero),
                        Company = company.Rows[0].Gsid, Tier = Asset.TierItems.Gold, Regions = [Asset.RegionsItems.EMEA, Asset.RegionsItems.APAC],
                        Settings = JsonSerializer.Deserialize<JsonElement>("{\"a\":1}"), JsonText = "t", JsonNumber = 3m, JsonFlag = true,
                    };
                    (await client.Objects<Asset>().InsertAsync([written])).EnsureSuccess();
                    var read = (await client.Objects<Asset>().Query().WithLabels().ToListAsync()).Single();
                    (string Name, object? Read, object? Written)[] values =
                    [
                        ("Name", read.Name, written.Name),
                        ("SerialNumber", read.SerialNumber, written.SerialNumber),
                        ("VendorId", read.VendorId, written.VendorId),
                        ("SfdcAssetId", read.SfdcAssetId, written.SfdcAssetId),
                        ("ContactEmail", read.ContactEmail, written.ContactEmail),
                        ("Homepage", read.Homepage, written.Homepage),
                        ("Notes", read.Notes, written.Notes),
                        ("Seats", read.Seats, written.Seats),
                        ("Utilization", read.Utilization, written.Utilization),
                        ("Cost", read.Cost, written.Cost),
                        ("InUse", read.InUse, written.InUse),
                        ("PurchasedOn", read.PurchasedOn, written.PurchasedOn),
                        ("LastSeen", read.LastSeen, written.LastSeen),
                        ("Company", read.Company, written.Company),
                        ("JsonText", read.JsonText, written.JsonText),
                        ("JsonNumber", read.JsonNumber, written.JsonNumber),
                        ("JsonFlag", read.JsonFlag, written.JsonFlag),
                        ("Settings", read.Settings?.ToString(), "{\"a\":1}"),
                    ];
                    var different = string.Join("+", values.Where(value => !Equals(value.Read, value.Written)).Select(value => $"{value.Name}: {value.Read}"));
                    var acme = (await client.Companies.Query().Select(CompanyCustomFields.Region, CompanyCustomFields.Buyer).WithLabels().ToListAsync()).Single();
                    return string.Join(", ", different, read.GetLabel(AssetFields.Tier), string.Join("+", read.GetLabels(AssetFields.Regions)!), acme.GetLabel(CompanyCustomFields.Region), acme.Buyer == user);
                }
            }
            """);

        using var client = Client();
        (await types.RunAsync(client)).Should().Be(", Gold, EMEA+APAC, North America, True");
    }

    [Fact]
    public async Task Every_object_of_a_tenant_compiles()
    {
        using var client = Client();
        var objects = await client.Metadata.ListObjectsAsync();

        var result = await ScaffoldAsync([.. objects.Select(each => each.Name)]);

        result.ExitCode.Should().Be(0);
        CompiledTypes.Of(_folder);
    }

    [Fact]
    public async Task Names_that_are_none_in_CSharp_or_clash_are_resolved_and_told()
    {
        _emulator.Load("""
            { "objects": [
              { "name": "User__gc", "label": "<User> & \"friends\"\u2028next", "fields": [
                { "name": "class__gc", "label": "A <class> & */ \\ \"\n more" },
                { "name": "Name__gc" }, { "name": "3rd_Party__gc" }, { "name": "__gc" }, { "name": "Größe__gc", "type": "NUMBER" }, { "name": "日付__gc", "type": "DATE" },
                { "name": "seats__gc" }, { "name": "Seats_gc__gc" }, { "name": "SEATS-gc__gc" },
                { "name": "UserRecord__gc" }, { "name": "Get__gc" }, { "name": "Gsid__gc" }, { "name": "All__gc" }, { "name": "Equals__gc" }, { "name": "DateOnly__gc", "type": "DATE" },
                { "name": "Kind__gc", "type": "PICKLIST", "items": ["New", "new!", "NEW", "***", "1st", "Equals", "Kind items", "back\\slash \"quoted\"", "naïve", "日本", { "label": "Old", "active": false }] },
                { "name": "Kind_Items__gc" } ] },
              { "name": "UserFields__gc" }, { "name": "DateOnly__gc" }, { "name": "System__gc" } ] }
            """);
        string[] objects = ["User__gc", "UserFields__gc", "DateOnly__gc", "System__gc"];

        var result = await ScaffoldAsync(objects);
        var written = Directory.GetFiles(_folder).ToDictionary(path => path, File.ReadAllText);
        Directory.Delete(_folder, recursive: true);
        var again = await ScaffoldAsync([.. objects.Reverse()]);

        result.ExitCode.Should().Be(0);
        result.Output.Should().ContainAll(
            "The type is UserRecord, because User is the name of another type.",
            "Name__gc is the property NameGc, because the name Name is taken.",
            "Get__gc is the property GetGc", "UserRecord__gc is the property UserRecordGc", "Gsid__gc is the property GsidGc",
            "The item 'new!' of Kind__gc is the constant KindItems2.New3, because the name New is taken.");
        CompiledTypes.Of(_folder, "static class Use { static object? Of(Models.UserRecord row) => (row.Class, row.Größe, row.日付, row._3rdParty, row.NameGc, Models.UserRecord.KindItems2._1st); }");
        Directory.GetFiles(_folder).ToDictionary(path => path, File.ReadAllText).Should().BeEquivalentTo(written);
        again.Output.Should().Be(result.Output);
    }

    [Fact]
    public async Task Names_without_the_suffix_of_custom_fields_compile_without_a_warning()
    {
        _emulator.Load("""
            { "objects": [
              { "name": "Ledger__gc", "fields": [ { "name": "Seats", "type": "NUMBER" }, { "name": "Tier_gc" }, { "name": "Plan__c" } ] },
              { "name": "Company", "fields": [ { "name": "AverageNps", "type": "NUMBER" }, { "name": "Plan__c" } ] } ] }
            """);

        var result = await ScaffoldAsync("Ledger__gc", "Company");

        result.ExitCode.Should().Be(0);
        result.Output.Should().NotContain("GSC004");
        CompiledTypes.Of(_folder, "static class Use { static object? Of(Models.Ledger row) => row.Seats; }");
    }

    [Fact]
    public async Task A_second_run_writes_only_what_changed_and_leaves_the_users_part_alone()
    {
        (await ScaffoldAsync("Asset__gc", "Weekly_Usage__gc")).ExitCode.Should().Be(0);
        var own = Path.Combine(_folder, "Asset.cs");
        const string Part = "namespace Models; public sealed partial class Asset { internal bool IsLarge => Seats > 100; }";
        await File.WriteAllTextAsync(own, Part);
        var before = DateTime.UtcNow.AddDays(-1);
        foreach (var file in Directory.GetFiles(_folder))
        {
            File.SetLastWriteTimeUtc(file, before);
        }

        _emulator.Object("Asset__gc").AddField("Colour__gc", EmulatedDataType.String);
        var result = await ScaffoldAsync("Asset__gc", "Weekly_Usage__gc");

        result.ExitCode.Should().Be(0);
        result.Output.Should().ContainAll("asset__gc: Asset.g.cs was updated: 22 fields", "weekly_usage__gc: WeeklyUsage.g.cs is up to date.");
        (await File.ReadAllTextAsync(own)).Should().Be(Part);
        File.GetLastWriteTimeUtc(Path.Combine(_folder, "WeeklyUsage.g.cs")).Should().Be(before);
        File.GetLastWriteTimeUtc(own).Should().Be(before);
        CompiledTypes.Of(_folder, "static class Use { static object? Of(Models.Asset row) => (row.Colour, row.IsLarge); }");
    }

    [Fact]
    public async Task An_edited_file_is_left_alone_until_it_is_forced()
    {
        (await ScaffoldAsync("Asset__gc")).ExitCode.Should().Be(0);
        var file = Path.Combine(_folder, "Asset.g.cs");
        var original = await File.ReadAllTextAsync(file);

        // Git changes line ends, which is no edit.
        await File.WriteAllTextAsync(file, original.ReplaceLineEndings("\r\n"));
        (await ScaffoldAsync("Asset__gc")).Output.Should().Contain("is up to date");
        var edited = original.Replace("SerialNumber", "Serial", StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, edited);

        var result = await ScaffoldAsync("Asset__gc");

        result.ExitCode.Should().Be(2);
        result.Output.Should().Contain("was edited after it was written");
        (await File.ReadAllTextAsync(file)).Should().Be(edited);
        (await ScaffoldAsync("Asset__gc", "--force")).ExitCode.Should().Be(0);
        (await File.ReadAllTextAsync(file)).Should().Be(original);
    }

    [Fact]
    public async Task Files_of_others_and_of_another_object_are_never_replaced()
    {
        _ = Directory.CreateDirectory(_folder);
        var foreign = Path.Combine(_folder, "Asset.g.cs");
        await File.WriteAllTextAsync(foreign, "// mine");
        _emulator.Load("""{ "objects": [ { "name": "Week__gc" } ] }""");
        (await ScaffoldAsync("Week__gc")).ExitCode.Should().Be(0);
        File.Move(Path.Combine(_folder, "Week.g.cs"), Path.Combine(_folder, "WeeklyUsage.g.cs"));

        var result = await ScaffoldAsync("Asset__gc", "Weekly_Usage__gc", "--force");

        result.ExitCode.Should().Be(2);
        result.Output.Should().ContainAll("this tool did not write it", "it is the type of another object");
        (await File.ReadAllTextAsync(foreign)).Should().Be("// mine");
    }

    [Theory]
    [InlineData("Aset__gc", "Models", "Did you mean", 3)]
    [InlineData("Asset__gc", "Acme.class", "no namespace", 3)]
    [InlineData("Asset__gc", "3D", "no namespace", 3)]
    public async Task What_cannot_be_written_is_told_and_leaves_nothing(string name, string space, string problem, int exitCode)
    {
        var result = await ScaffoldAsync(name, "--namespace", space);

        result.ExitCode.Should().Be(exitCode);
        result.Error.Should().Contain(problem);
        Directory.Exists(_folder).Should().BeFalse();
    }

    [Fact]
    public async Task A_library_type_without_further_fields_needs_no_file()
    {
        var result = await ScaffoldAsync("company_person");

        result.ExitCode.Should().Be(0);
        Directory.GetFiles(_folder).Should().BeEmpty();
        result.Output.Should().Contain("CompanyPerson of the library has every field");
    }

    private GainsightClient Client() => new(new()
    {
        BaseAddress = _emulator.BaseAddress,
        Credential = new AccessKeyCredential(_emulator.AccessKey),
        PrimaryHandler = _emulator.CreateHandler(),
    });

    private Task<ToolResult> ScaffoldAsync(params string[] args) => _tool.RunAsync(["scaffold", .. args, "-o", _folder]);
}
