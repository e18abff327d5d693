extern alias Warehouse;

using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gainsight.Client.Emulator;
using Gainsight.Client.TestSupport;
using Microsoft.Extensions.Configuration;
using Npgsql;
using WarehouseSync;
using SampleTenants = Warehouse::Samples.SampleTenants;

namespace Gainsight.Client.Samples.Tests;

/// <summary>The sample WarehouseSync: sources, objects, modes, results, and what is named before a call is spent.</summary>
public sealed class WarehouseSyncTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("warehouse-");
    private readonly StringWriter _output = new();
    private readonly SampleTenants _tenants;

    public WarehouseSyncTests() => _tenants = new(new ConfigurationBuilder().AddInMemoryCollection().Build(), "emulator");

    private GainsightEmulator Emulator => _tenants.Emulators["emulator"];

    private EmulatedObject Companies => Emulator.Object("Company");

    [Theory]
    [InlineData(",", "utf-8")]
    [InlineData(";", "windows-1252")]
    [InlineData("\t", "utf-16")]
    [InlineData("|", "utf-8")]
    public async Task The_delimiter_and_the_encoding_of_a_file_are_found(string delimiter, string encoding)
    {
        var file = Write($"Name{delimiter}Arr\nCafé Aurore{delimiter}1250.50\n", encoding);

        (await RunAsync("--file", file, "--object", "company")).Should().BeTrue(_output.ToString());

        Row("Company", "Name", "Café Aurore")["Arr"].Should().Be(1250.50m);
        _output.ToString().Should().Contain($"2 columns separated by '{delimiter}'");
    }

    [Fact]
    public async Task A_given_delimiter_and_encoding_are_used_and_wrong_ones_are_named()
    {
        var file = Write("Name;Arr\nCafé, Aurore;5\n", "windows-1252");

        (await RunAsync("--file", file, "--object", "company", "--delimiter", ";", "--encoding", "iso-8859-1")).Should().BeTrue(_output.ToString());
        Row("Company", "Name", "Café, Aurore")["Arr"].Should().Be(5m);
        (await FailAsync("--file", file, "--object", "company", "--results", At("2"), "--map", "Name=Name", "--delimiter", ",")).Should().Contain("It has no column Name (for Name).").And.Contain("It has the columns Name;Arr");
        (await FailAsync("--file", file, "--object", "company", "--encoding", "utf-8")).Should().Contain("is not in the encoding utf-8. Leave it out, or name that of the file.");
        (await FailAsync("--file", file, "--object", "company", "--encoding", "klingon")).Should().StartWith("--encoding: There is no encoding 'klingon' that can be read. Give a name such as utf-8");
    }

    [Fact]
    public async Task Columns_become_fields_by_a_map_and_rows_are_upserted_by_name()
    {
        Companies.Insert(("Name", "Gum Works"), ("Employees", 80));
        var file = Write("Account;Staff;Renewal;Stage\nGum Works;90;03-31-2031;adopting\nElm;7;;\n");

        (await RunAsync("--file", file, "--object", "Company", "--map", "Account=Name", "Staff=Employees", "Renewal=RenewalDate", "Stage=Stage", "--dates", "MM-dd-yyyy")).Should().BeTrue(_output.ToString());

        _output.ToString().Should().Contain("1 Inserted, 1 Updated.");
        var larch = (await _tenants.Client().Companies.Query().Select(CompanyFields.Employees, CompanyFields.RenewalDate, CompanyFields.Stage)
            .Where(CompanyFields.Name.EqualTo("Gum Works")).WithLabels().ToListAsync()).Should().ContainSingle().Which;
        (larch.Employees, larch.RenewalDate, larch.GetLabel(CompanyFields.Stage)).Should().Be((90, new DateOnly(2031, 3, 31), "Adopting"));
        Companies.Rows.Count(row => Equals(row["Name"], "Gum Works")).Should().Be(1);
    }

    [Fact]
    public async Task Columns_that_the_map_does_not_have_become_the_fields_of_their_names_and_the_others_are_named()
    {
        var file = Write("Account;Arr;Shoe;Hat\nElm;5;39;7\n");

        (await RunAsync("--file", file, "--object", "company", "--map", "Account=Name")).Should().BeTrue(_output.ToString());

        Row("Company", "Name", "Elm")["Arr"].Should().Be(5m);
        _output.ToString().Should().Contain("Columns without a field of their name are ignored: Shoe, Hat.");
    }

    [Fact]
    public async Task An_object_that_is_misspelt_is_told_before_keys_are_asked_for() =>
        (await FailAsync("--file", Write("Name\nElm\n"), "--object", "compny")).Should().Contain("Did you mean company?").And.NotContain("--key");

    [Theory]
    [InlineData(1, "00:00:05", "1 of 10 rows, 2 bad, 00:00:05 left")]
    [InlineData(1, "2.03:00:00", "1 of 10 rows, 2 bad, 2 days 03:00:00 left")]
    [InlineData(1, null, "1 of 10 rows, 2 bad")]
    [InlineData(10, "00:00:00", "10 of 10 rows, 2 bad")]
    public async Task Progress_has_the_time_left_until_the_end(long done, string? left, string said)
    {
        var load = new Load(await Source.OfCsvAsync(Write("Name\nElm\n"), null, null, CancellationToken.None), new FieldMap(), At("progress.jsonl"), resumes: false, isDryRun: false, _output);

        load.Report(new WriteProgress { Done = done, Total = 10, Failed = 2, EstimatedTimeLeft = left is null ? null : TimeSpan.Parse(left, CultureInfo.InvariantCulture) });

        _output.ToString().Trim().Should().Be(said);
    }

    [Fact]
    public async Task People_are_upserted_by_mail_one_in_a_call()
    {
        var file = Write("Email,LastName\nines@alder.example,Duarte\nkim@birch.example,Berg\n");

        (await RunAsync("--file", file, "--object", "person")).Should().BeTrue(_output.ToString());

        Emulator.Object("Person").Rows.Select(row => row["Email"]).Should().BeEquivalentTo(["ines@alder.example", "kim@birch.example"]);
        Emulator.Requests.CountOf(EmulatorOperations.PersonUpsert).Should().Be(2);
        (await FailAsync("--file", file, "--object", "person", "--mode", "insert")).Should().Contain("Gainsight upserts people by Email");
        (await FailAsync("--file", file, "--object", "person", "--key", "Name")).Should().Contain("Leave out --mode and --key");
    }

    [Fact]
    public async Task A_custom_object_is_inserted_updated_and_upserted_by_up_to_three_keys()
    {
        var assets = Emulator.Object("Asset__gc");
        var first = Write("Serial_Number__gc,Contact_Email__gc,Seats__gc\nA-1,a@alder.example,1\nA-2,a@alder.example,2\n");
        var second = Write("Serial_Number__gc,Contact_Email__gc,Seats__gc,Tier__gc\nA-1,a@alder.example,1,gold\nA-3,a@alder.example,3,Gold\n");
        string[] keys = ["--key", "Serial_Number__gc", "Contact_Email__gc", "Seats__gc"];

        (await RunAsync("--file", first, "--object", "Asset__gc", "--mode", "insert")).Should().BeTrue(_output.ToString());
        (await RunAsync(["--file", second, "--object", "Asset__gc", "--mode", "update", .. keys])).Should().BeFalse();
        _output.ToString().Should().Contain("row 2: Failed. No row of the tenant has the values of the record's identifier keys.");
        (await RunAsync(["--file", second, "--object", "Asset__gc", "--results", At("3"), .. keys])).Should().BeTrue(_output.ToString());

        assets.Rows.Select(row => row["Serial_Number__gc"]).Should().BeEquivalentTo(["A-1", "A-2", "A-3"]);
        (await FailAsync(["--file", first, "--object", "Asset__gc", "--results", At("4")])).Should().Contain("Name the fields to find rows by with --key");
        (await FailAsync(["--file", first, "--object", "Asset__gc", "--results", At("4"), .. keys, "Tier__gc"])).Should().Contain("1 to 3 identifier keys, not 4");
    }

    [Fact]
    public async Task Rows_are_sent_fifty_in_a_call_with_progress_and_a_failed_one_does_not_stop_the_rest()
    {
        var file = Write("Name,Arr\n" + string.Concat(Enumerable.Range(0, 120).Select(i => $"Company {i:000},{(i == 60 ? "\"1,5\"" : "5")}\n")));
        var before = Companies.Count;

        (await RunAsync("--file", file, "--object", "company")).Should().BeFalse();

        Companies.Count.Should().Be(before + 119);
        Emulator.Requests.CountOf(EmulatorOperations.Insert).Should().Be(3);
        _output.ToString().Should().Contain("row 61: Failed. Arr (Arr): expected a number with a decimal point").And.Contain($"120 of 120 rows, 1 bad{Environment.NewLine}").And.Contain("1 Failed, 119 Inserted.");
        var lines = await File.ReadAllLinesAsync(file + ".results.jsonl");
        lines.Count(line => line.StartsWith("{\"index\":", StringComparison.Ordinal)).Should().Be(120);
        lines.Should().ContainSingle(line => line.Contains("\"index\":60,", StringComparison.Ordinal) && line.Contains("\"status\":\"Failed\"", StringComparison.Ordinal) && line.Contains("Arr", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_written_and_writes_nothing()
    {
        Companies.Insert(("Name", "Gum Works"), ("Employees", 80));
        var before = Companies.Count;
        var file = Write("Name,Employees\nGum Works,90\nElm,7\nFir,many\n");

        (await RunAsync("--file", file, "--object", "company", "--dry-run")).Should().BeFalse();

        _output.ToString().Should().Contain("row 3: WouldFail. Employees (Employees): expected a number").And.Contain("1 WouldFail, 1 WouldInsert, 1 WouldUpdate. Nothing was written.");
        Companies.Count.Should().Be(before);
        File.Exists(file + ".results.jsonl").Should().BeFalse();
    }

    [Fact]
    public async Task A_second_run_goes_on_only_when_asked_and_skips_what_was_written()
    {
        var file = Write("Name\nElm\nFir\n");
        await RunAsync("--file", file, "--object", "company");
        var calls = Emulator.Requests.Count;

        (await FailAsync("--file", file, "--object", "company")).Should().Contain("Add --resume to go on with that load");
        _output.ToString().Should().Contain("2 rows were written before, and 0 may have been.");
        Emulator.Requests.Count.Should().Be(calls);
        await File.AppendAllTextAsync(file, "Gum\n");
        await File.AppendAllTextAsync(file + ".results.jsonl", "{\"index\":2,\"id\":\"0123");
        (await RunAsync("--file", file, "--object", "company", "--resume")).Should().BeTrue(_output.ToString());
        Companies.Rows.Select(row => row["Name"]).Should().OnlyHaveUniqueItems().And.Contain(["Elm", "Fir", "Gum"]);
        (await FailAsync("--file", file, "--object", "company", "--results", file)).Should().Contain("is not a journal of a write. Name another file.");
    }

    public static TheoryData<string, string, string> Cells { get; } = new()
    {
        { "RenewalDate", "03-31-2031", "the text has the form MM-dd-yyyy" },
        { "Stage", "Orbiting", "expected one of New Customer, Kicked Off" },
        { "Arr", "1,250.50", "expected a number with a decimal point, such as 1250.5" },
        { "Employees", "many", "expected a number" },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Dates_picklists_and_numbers_are_named_and_cost_no_write(string field, string cell, string reason)
    {
        var file = Write($"Name;{field}\nElm;{cell}\n");

        (await RunAsync("--file", file, "--object", "company")).Should().BeFalse();

        _output.ToString().Should().Contain($"{field} ({field}): expected").And.Contain(reason);
        (Emulator.Requests.CountOf(EmulatorOperations.Insert), Emulator.Requests.CountOf(EmulatorOperations.Query)).Should().Be((0, 0));
    }

    [Fact]
    public async Task A_required_field_that_is_missing_is_named_and_costs_no_write()
    {
        (await RunAsync("--file", Write("Name,Arr\n,5\n"), "--object", "company")).Should().BeFalse();
        (await RunAsync("--file", Write("Email,LastName\n,Berg\n"), "--object", "person")).Should().BeFalse();

        _output.ToString().Should().Contain("no value in the identifier key Name").And.Contain("no e-mail address");
        (Emulator.Requests.CountOf(EmulatorOperations.Insert), Emulator.Requests.CountOf(EmulatorOperations.PersonUpsert)).Should().Be((0, 0));
    }

    [Fact]
    public async Task Objects_keys_and_columns_that_are_not_there_are_named_with_the_nearest()
    {
        var file = Write("Account,Revenue\nElm,5\n");

        (await FailAsync("--file", file, "--object", "Asset", "--key", "Name")).Should().Contain("The object does not exist.").And.Contain("Did you mean asset__gc");
        (await FailAsync("--file", file, "--object", "company", "--map", "Acount=Name")).Should().Contain("It has no column Acount (for Name). Did you mean 'Account'?").And.Contain("No column becomes the key Name.");
        (await FailAsync("--file", file, "--object", "company", "--map", "Account=Nmae")).Should().Contain("has no field Nmae (for Account). Did you mean 'Name'?");
        (await FailAsync("--file", file, "--object", "company", "--map", "Account=Name", "--key", "TickerSymbol")).Should().Contain("No column becomes the key TickerSymbol.");
        (await FailAsync("--file", file, "--object", "company", "--map", "Account")).Should().Contain("--map Account is not COLUMN=FIELD.");
        Emulator.Requests.CountOf(EmulatorOperations.Insert).Should().Be(0);
    }

    [Theory]
    [InlineData("Option '--object' is required", "--file", "x.csv")]
    [InlineData("--fiel", "--fiel", "x.csv", "--object", "company")]
    [InlineData("upsert", "--file", "x.csv", "--object", "company", "--mode", "merge")]
    public async Task A_missing_or_misspelt_setting_is_named(string problem, params string[] arguments)
    {
        (await RunAsync(arguments)).Should().BeFalse();

        _output.ToString().Should().Contain(problem);
        Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_source_is_one_file_or_one_query()
    {
        (await FailAsync("--object", "company")).Should().Contain("Give --file or --query");
        (await FailAsync("--query", "select 1", "--object", "company")).Should().Contain("Set WAREHOUSE_CONNECTION");
        (await FailAsync("--file", At("none.csv"), "--object", "company")).Should().Contain("none.csv");
    }

    [Fact]
    public async Task A_key_that_the_tenant_refuses_is_named()
    {
        var handler = Emulator.CreateHandler();
        using var gainsight = new GainsightClient(new() { BaseAddress = Emulator.BaseAddress, Credential = new AccessKeyCredential("old"), PrimaryHandler = handler });
        var source = await Source.OfCsvAsync(Write("Name\nElm\n"), null, null, CancellationToken.None);
        var load = new Load(source, new FieldMap { IncludeApiNames = true }, At("key.jsonl"), resumes: false, isDryRun: false, _output);

        (await FluentActions.Awaiting(() => load.RunAsync(Target.Of(gainsight.Companies, "upsert", ["Name"]), CancellationToken.None)).Should().ThrowAsync<GainsightAuthenticationException>())
            .WithMessage("*key*");
    }

    [Theory]
    [InlineData(FaultKind.Throttle)]
    [InlineData(FaultKind.ServerError)]
    public async Task A_refused_call_is_retried(FaultKind kind)
    {
        using var clock = new VirtualClock().StartJumping();
        using var emulator = new GainsightEmulator(new() { TimeProvider = clock });
        var fault = new Fault(kind) { Operation = EmulatorOperations.Insert, Count = 2 };
        emulator.Faults.Add(fault);

        (await LoadAsync(emulator, clock, rows: 120)).Should().BeTrue(_output.ToString());

        fault.Fired.Should().Be(2);
        emulator.Object("Company").Rows.Select(row => row["Name"]).Should().OnlyHaveUniqueItems().And.HaveCount(120);
    }

    [Fact]
    public async Task Calls_wait_for_the_quota()
    {
        using var clock = new VirtualClock().StartJumping();
        using var emulator = new GainsightEmulator(new() { TimeProvider = clock });
        emulator.Limits.CallsPerMinute = 4;
        var start = clock.GetUtcNow();

        (await LoadAsync(emulator, clock, rows: 600, options => options.Quota.SetLimit("sync-minute", 4))).Should().BeTrue(_output.ToString());

        (clock.GetUtcNow() - start).Should().BeGreaterThan(TimeSpan.FromMinutes(2));
        emulator.Requests.Snapshot().Should().NotContain(request => request.Status == 429);
        emulator.Object("Company").Count.Should().Be(600);
    }

    [PostgresFact]
    public async Task A_query_is_read_and_its_values_become_what_the_fields_are()
    {
        await using var warehouse = NpgsqlDataSource.Create(PostgresFactAttribute.Connection!);
        var table = $"customers_{Guid.NewGuid():N}";
        await warehouse.CreateCommand($"create table {table} (account text, revenue numeric, renewal date, seen timestamptz, staff int, stage text)").ExecuteNonQueryAsync();
        try
        {
            await warehouse.CreateCommand($"insert into {table} select 'Company ' || i, i + 0.5, date '2031-03-31', now(), i, case when i = 7 then 'Orbiting' else 'Adopting' end from generate_series(1, 120) i").ExecuteNonQueryAsync();
            var query = $"select account, revenue, renewal, staff, stage from {table} order by staff";
            string[] arguments = ["--query", query, "--object", "company", "--results", At("query.jsonl"), "--map", "account=Name", "revenue=Arr", "renewal=RenewalDate", "staff=Employees", "stage=Stage"];

            (await new SyncCommand(_tenants, PostgresFactAttribute.Connection, _output).RunAsync(arguments, CancellationToken.None)).Should().BeFalse();

            _output.ToString().Should().Contain("120 rows of the query.").And.Contain("row 7: Failed. stage (Stage): expected one of").And.Contain("1 Failed, 119 Inserted.");
            Row("Company", "Name", "Company 12")["Arr"].Should().Be(12.5m);
            await warehouse.CreateCommand($"update {table} set stage = 'Launched' where staff = 7").ExecuteNonQueryAsync();
            (await new SyncCommand(_tenants, PostgresFactAttribute.Connection, _output).RunAsync([.. arguments, "--resume"], CancellationToken.None)).Should().BeTrue(_output.ToString());
            Companies.Rows.Count(row => row["Name"]!.ToString()!.StartsWith("Company ", StringComparison.Ordinal)).Should().Be(120);
            var wrong = () => new SyncCommand(_tenants, PostgresFactAttribute.Connection, _output).RunAsync(["--query", "select nothing from nowhere", "--object", "company", "--results", At("w.jsonl")], CancellationToken.None);
            await wrong.Should().ThrowAsync<PostgresException>().WithMessage("*nowhere*");
        }
        finally
        {
            await warehouse.CreateCommand($"drop table {table}").ExecuteNonQueryAsync();
        }
    }

    [Fact]
    public async Task The_demonstration_ends_as_it_says()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "WarehouseSync.dll")]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder.FullName };
        using var process = Process.Start(start)!;
        var reading = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        process.ExitCode.Should().Be(0, said + await reading);
    }

    public void Dispose()
    {
        _tenants.Dispose();
        _output.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<bool> LoadAsync(GainsightEmulator emulator, VirtualClock clock, int rows, Action<GainsightClientOptions>? configure = null)
    {
        var options = new GainsightClientOptions
        {
            BaseAddress = emulator.BaseAddress,
            Credential = new AccessKeyCredential(emulator.AccessKey),
            PrimaryHandler = new InFlightHandler(clock, emulator.CreateHandler()),
            TimeProvider = clock,
        };
        configure?.Invoke(options);
        using var gainsight = new GainsightClient(options);
        var source = await Source.OfCsvAsync(Write("Name\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"Company {i:000}\n"))), null, null, CancellationToken.None);
        var load = new Load(source, new FieldMap { IncludeApiNames = true }, At("load.jsonl"), resumes: false, isDryRun: false, _output);
        return await load.RunAsync(Target.Of(gainsight.Companies, "upsert", ["Name"]), CancellationToken.None);
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private string Write(string text, string encoding = "utf-8")
    {
        var file = At($"{Guid.NewGuid():N}.csv");
        File.WriteAllText(file, text, encoding == "utf-8" ? new UTF8Encoding(false) : CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding));
        return file;
    }

    private EmulatedRow Row(string name, string field, string value) => Emulator.Object(name).Rows.Single(row => Equals(row[field], value));

    private Task<bool> RunAsync(params string[] arguments) => new SyncCommand(_tenants, null, _output).RunAsync(arguments, CancellationToken.None);

    private async Task<string> FailAsync(params string[] arguments)
    {
        try
        {
            (await RunAsync(arguments)).Should().BeFalse();
            return _output.ToString();
        }
        catch (Exception problem) when (problem is ArgumentException or GainsightException or IOException or FormatException or InvalidDataException)
        {
            return problem.Message;
        }
    }
}
