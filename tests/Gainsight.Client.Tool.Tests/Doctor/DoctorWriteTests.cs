using Gainsight.Client.Emulator;
using Gainsight.Client.TestSupport;
using Gainsight.Client.Tool.Doctor;

namespace Gainsight.Client.Tool.Tests.Doctor;

public sealed class DoctorWriteTests : IDisposable
{
    private const string Host = "acme.gainsightcloud.com";

    // Waits pass at once, time limits of attempts do not.
    private readonly VirtualClock _clock = new() { PassesUpTo = TimeSpan.FromSeconds(20) };
    private readonly GainsightEmulator _emulator;
    private readonly ToolRun _tool;

    public DoctorWriteTests()
    {
        _emulator = new(new GainsightEmulatorOptions { TimeProvider = _clock, Host = Host });
        _emulator.Limits.CallsPerMinute = 1000;
        _ = _emulator.Object("Company").Insert(("Name", "Acme"), ("Employees", 7));
        _tool = new(_emulator) { Time = _clock };
        _tool.Variables["Gainsight__Limits__sync-minute"] = "1000";
    }

    [Theory]
    [InlineData("{}", "Rows in the answer to an insert", "all, as sent")]
    [InlineData("""{"WrittenRecords":"Shuffled"}""", "Rows in the answer to an insert", "all, in another order")]
    [InlineData("""{"WrittenRecords":"Partial"}""", "Rows in the answer to an insert", "not all of them")]
    [InlineData("{}", "A query after an insert", "shows the rows")]
    [InlineData("""{"ReadLag":"00:00:05"}""", "A query after an insert", "shows them within 7 s")]
    [InlineData("""{"ReadLag":"00:01:00"}""", "Rows in the answer to an insert", "no query showed the rows within 31 seconds")]
    [InlineData("""{"ReadLag":"00:00:02","WrittenRecords":"Partial"}""", "A query after an insert", "shows them within 3 s")]
    [InlineData("{}", "Spaces at the end of a text", "kept")]
    [InlineData("""{"TrimsStoredTexts":true}""", "Spaces at the end of a text", "removed")]
    [InlineData("{}", "Update key: small and capital letters", "different")]
    [InlineData("""{"KeysIgnoreCase":true}""", "Update key: small and capital letters", "the same")]
    [InlineData("""{"KeysIgnoreCase":true,"RefusalStatus":"OkWithResultFalse"}""", "Update key: spaces at both ends", "different")]
    [InlineData("""{"KeysAreTrimmed":true}""", "Update key: spaces at both ends", "the same")]
    [InlineData("{}", "Update key: composed and decomposed letters", "different")]
    [InlineData("""{"KeysAreComposed":true}""", "Update key: composed and decomposed letters", "the same")]
    [InlineData("{}", "An update without a match", "refused (400 GSOBJ_1011)")]
    [InlineData("""{"RefusalStatus":"OkWithResultFalse"}""", "An update without a match", "refused (200 GSOBJ_1011)")]
    [InlineData("{}", "An update with one match of two", "all refused (400 GSOBJ_1011)")]
    [InlineData("""{"PartialMatch":"MatchesUpdatedRestReported"}""", "An update with one match of two", "one is written, the other named")]
    [InlineData("""{"PartialMatch":"MatchesUpdatedRestSilent"}""", "An update with one match of two", "one is written, the other not named")]
    [InlineData("""{"PartialMatch":"MatchesUpdatedRestSilent","ReadLag":"00:00:05"}""", "An update with one match of two", "one is written, the other not named")]
    [InlineData("{}", "An update with a bad row", "all refused (400 GSOBJ_1008, the row GSOBJ_1008)")]
    [InlineData("""{"InvalidRecords":"OthersWritten"}""", "An update with a bad row", "the other is written, the row GSOBJ_1008")]
    [InlineData("""{"InvalidRecords":"OthersWrittenCallFails"}""", "An update with a bad row", "refused (400 GSOBJ_1008, the row GSOBJ_1008), and the other is written")]
    [InlineData("""{"ErrorScope":"FirstError","RefusalsHaveCount":false}""", "An update with a bad row", "all refused (400 GSOBJ_1008, the row GSOBJ_1008)")]
    [InlineData("{}", "Nesting of errors", "one list for each row")]
    [InlineData("""{"ErrorList":"Flat"}""", "Nesting of errors", "flat")]
    [InlineData("""{"RefusalsListErrors":false}""", "Nesting of errors", "no list")]
    [InlineData("{}", "Fields in answers to writes", "those sent, for updates only")]
    [InlineData("""{"WriteEcho":"GsidOnly"}""", "Fields in answers to writes", "GSIDs alone")]
    [InlineData("""{"WriteEcho":"Fields"}""", "Fields in answers to writes", "those sent")]
    [InlineData("{}", "An update key that two rows have", "both are written")]
    [InlineData("""{"MultiMatch":"FirstUpdated"}""", "An update key that two rows have", "one is written")]
    [InlineData("""{"MultiMatch":"Refused"}""", "An update key that two rows have", "refused (400 GSOBJ_1008)")]
    [InlineData("{}", "A delete of a row that is gone", "refused (400 GSOBJ_1011)")]
    [InlineData("""{"DeleteData":"Record deleted"}""", "A delete of a row that is gone", "refused (400 GSOBJ_1011)")]
    [InlineData("""{"QueryData":"BareArray","Dates":"EpochMilliseconds"}""", "An update with one match of two", "all refused (400 GSOBJ_1011)")]
    [InlineData("""{"NumbersAreText":true,"ResponseEncoding":"Latin1Undeclared"}""", "Update key: composed and decomposed letters", "different")]
    [InlineData("""{"EmptyValues":"MissingKey","EmptyResult":"BadRequest"}""", "An update with a bad row", "all refused (400 GSOBJ_1008, the row GSOBJ_1008)")]
    public async Task The_found_value_is_that_of_the_switch_and_no_company_is_left(string switches, string fact, string found)
    {
        _emulator.Load($$"""{"switches":{{switches}}}""");

        var result = await RunAsync("--json");

        result.Error.Should().NotContain("bug").And.NotContain("still in the tenant");
        new DoctorReport(result).Found(fact).Should().Be(found);
        ShouldHaveOnlyAcme();
        var writes = _emulator.Requests.Snapshot().Where(request => request.Operation is EmulatorOperations.Insert or EmulatorOperations.Update or EmulatorOperations.Delete).ToArray();
        writes.Length.Should().BeInRange(7, 25);
        _emulator.Requests.Count.Should().BeLessThanOrEqualTo(130);
    }

    [Fact]
    public async Task The_whole_run_takes_less_than_100_calls_and_the_report_names_nothing()
    {
        var file = Path.Combine(_tool.Folder, "report.md");

        var result = await RunAsync("--report", file);

        var report = await File.ReadAllTextAsync(file);
        result.Output.Should().Contain("8 temporary companies were").And.Contain("Update key:").And.NotContain("gainsight-doctor 1");
        report.Should().NotContain("Acme").And.NotContain(Host).And.NotContain("temporary A").And.NotContain("try it with --write")
            .And.Contain("| Order of the records in the answer to an insert | all, as sent | all, as sent | as expected | seen |");
        _emulator.Requests.Count.Should().BeLessThan(100);
    }

    [Theory]
    [InlineData("--write", Host)]
    [InlineData("--confirm", Host)]
    [InlineData("--write", Host, "--confirm")]
    [InlineData("--write", "--confirm", Host)]
    [InlineData("--write")]
    [InlineData("--write", Host, "--confirm", "acme2.gainsightcloud.com")]
    [InlineData("--write", "other.gainsightcloud.com", "--confirm", Host)]
    [InlineData("--write", "other.gainsightcloud.com", "--confirm", "other.gainsightcloud.com")]
    [InlineData("--write", "https://" + Host, "--confirm", "https://" + Host)]
    public async Task Without_the_right_name_twice_nothing_is_sent(params string[] args)
    {
        var result = await _tool.RunAsync(["doctor", .. args]);

        result.ExitCode.Should().Be(3);
        result.Error.Should().Contain($"gainsight doctor --write {Host} --confirm {Host}").And.Contain("Nothing was sent");
        _emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task Settings_that_are_read_only_are_not_overruled()
    {
        _tool.Variables["Gainsight__ReadOnly"] = "true";

        var result = await RunAsync();

        result.ExitCode.Should().Be(3);
        result.Error.Should().Contain("ReadOnly");
        _emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_key_that_may_not_write_ends_with_open_facts()
    {
        _ = _emulator.Faults.Add(new Fault(FaultKind.Respond) { Operation = EmulatorOperations.Insert, Status = 403, ErrorCode = "GSOBJ_1030" });

        var result = await RunAsync("--json");

        new DoctorReport(result).Open.Should().Contain(line => line.StartsWith("An update with a bad row: needs the temporary companies", StringComparison.Ordinal));
        result.Error.Should().NotContain("temporary companies may");
        ShouldHaveOnlyAcme();
    }

    [Theory]
    [InlineData(FaultKind.CutAfterCommit, EmulatorOperations.Insert)]
    [InlineData(FaultKind.CutAfterCommit, EmulatorOperations.Delete)]
    [InlineData(FaultKind.ServerErrorAfterCommit, EmulatorOperations.Insert)]
    [InlineData(FaultKind.ServerErrorAfterCommit, EmulatorOperations.Update)]
    [InlineData(FaultKind.CutBeforeRead, EmulatorOperations.Update)]
    [InlineData(FaultKind.CutMidBody, EmulatorOperations.Insert)]
    [InlineData(FaultKind.HtmlWith200, EmulatorOperations.Update)]
    [InlineData(FaultKind.MalformedJson, EmulatorOperations.Insert)]
    public async Task No_company_is_left_after_a_fault(FaultKind kind, string operation)
    {
        _ = _emulator.Faults.Add(new Fault(kind) { Operation = operation, Count = 2 });

        var result = await RunAsync("--json");

        result.Error.Should().NotContain("bug").And.NotContain("still in the tenant");
        ShouldHaveOnlyAcme();
    }

    [Fact]
    public async Task A_tenant_whose_server_fails_half_of_the_time_keeps_no_company_or_its_rows_are_named()
    {
        _ = _emulator.Faults.Add(new Fault(FaultKind.ServerErrorAfterCommit) { Object = "Company", BodyContains = "gainsight-doctor", Probability = 0.5, Seed = 5 });

        var result = await RunAsync("--json");

        _emulator.Object("Company").Rows.Where(row => row["Name"] is not "Acme").Select(row => row.Gsid).Should().NotContain(gsid => !result.Error.Contains(gsid));
        _emulator.Requests.Count.Should().BeLessThanOrEqualTo(130);
    }

    [Fact]
    public async Task Companies_that_cannot_be_deleted_are_named()
    {
        _ = _emulator.Faults.Add(new Fault(FaultKind.Respond) { Operation = EmulatorOperations.Delete, Status = 403, ErrorCode = "GSOBJ_1030" });

        var result = await RunAsync("--json");

        result.ExitCode.Should().Be(2);
        var left = _emulator.Object("Company").Rows.Where(row => row["Name"] is not "Acme").ToArray();
        left.Should().HaveCount(8);
        left.Should().OnlyContain(row => result.Error.Contains(row.Gsid) && result.Error.Contains(((string)row["Name"]!).Trim()));
        result.Output.Should().Contain("\"left\": 8").And.NotContain(left[0].Gsid);
        _emulator.Requests.Count.Should().BeLessThanOrEqualTo(130);
    }

    [Fact]
    public async Task An_insert_that_is_carried_out_late_is_told_with_the_name_to_look_for()
    {
        _ = _emulator.Faults.Add(new Fault(FaultKind.LateCommitCut) { Operation = EmulatorOperations.Insert, Delay = TimeSpan.FromSeconds(1), CommitDelay = TimeSpan.FromMinutes(10) });

        var result = await RunAsync("--json");

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("may still appear").And.Contain("whose name starts with 'gainsight-doctor ");
    }

    [Theory]
    [InlineData(EmulatorOperations.Insert)]
    [InlineData(EmulatorOperations.Update)]
    [InlineData(EmulatorOperations.Delete)]
    public async Task No_company_is_left_after_Ctrl_C(string operation)
    {
        using var stop = new CancellationTokenSource();
        using var tool = new ToolRun { Time = _clock, Handler = new Stopping(_emulator.CreateHandler(), operation, stop) };
        tool.Variables["GAINSIGHT_BASE_ADDRESS"] = $"https://{Host}";
        tool.Variables["GAINSIGHT_ACCESS_KEY"] = _emulator.AccessKey;
        tool.Variables["Gainsight__Limits__sync-minute"] = "1000";

        var result = await tool.RunAsync(["doctor", "--write", Host, "--confirm", Host], stop.Token);

        result.ExitCode.Should().Be(130);
        result.Error.Should().Contain("are deleted first").And.Contain("Stopped.").And.NotContain("still in the tenant");
        ShouldHaveOnlyAcme();
    }

    [Fact]
    public async Task A_tenant_that_ignores_filters_keeps_the_companies_of_others()
    {
        using var tool = new ToolRun { Time = _clock, Handler = new WithoutFilters(_emulator.CreateHandler()) };
        tool.Variables["GAINSIGHT_BASE_ADDRESS"] = $"https://{Host}";
        tool.Variables["GAINSIGHT_ACCESS_KEY"] = _emulator.AccessKey;
        tool.Variables["Gainsight__Limits__sync-minute"] = "1000";

        var result = await tool.RunAsync("doctor", "--write", Host, "--confirm", Host);

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("no query could show that they are gone");
        ShouldHaveOnlyAcme();
    }

    [Fact]
    public void Each_fact_of_a_trial_is_one_of_the_wire_page()
    {
        var page = ApprovedFile.Read("docs/wire.md");
        var wires = TrialFacts.Create(new Trial(null!, _clock)).Select(fact => fact.Wire).ToArray();

        wires.Should().HaveCount(13).And.OnlyContain(wire => page.Contains($"| {wire} |") || page.Contains($"| `{wire}` |"));
        OpenFacts.All.Where(open => open.Why.Contains("--write", StringComparison.Ordinal)).Select(open => open.Wire).Should().BeSubsetOf(wires);
    }

    public void Dispose()
    {
        _tool.Dispose();
        _emulator.Dispose();
        _clock.Dispose();
    }

    private Task<ToolResult> RunAsync(params string[] args) => _tool.RunAsync(["doctor", "--write", Host, "--confirm", Host, .. args]);

    private void ShouldHaveOnlyAcme()
    {
        var acme = _emulator.Object("Company").Rows.Should().ContainSingle().Subject;
        acme["Name"].Should().Be("Acme");
        acme["Employees"].Should().Be(7m);
    }

    /// <summary>Stops the command once the tenant has carried out a call.</summary>
    private sealed class Stopping(HttpMessageHandler tenant, string operation, CancellationTokenSource stop) : DelegatingHandler(tenant)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            var done = request.Method.Method switch { "POST" => EmulatorOperations.Insert, "PUT" => EmulatorOperations.Update, _ => EmulatorOperations.Delete };
            if (done == operation && (done == EmulatorOperations.Delete ? request.Method == HttpMethod.Delete : request.RequestUri!.AbsolutePath == "/v1/data/objects/Company"))
            {
                await stop.CancelAsync();
                cancellationToken.ThrowIfCancellationRequested();
            }

            return response;
        }
    }

    /// <summary>A tenant that shows every row, whatever a query asks for.</summary>
    private sealed class WithoutFilters(HttpMessageHandler tenant) : DelegatingHandler(tenant)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath.Contains("/query/", StringComparison.Ordinal))
            {
                var body = System.Text.Json.Nodes.JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!.AsObject();
                _ = body.Remove("where");
                request.Content = new StringContent(body.ToJsonString(), null, "application/json");
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }
}
