using System.Net;
using System.Text.RegularExpressions;
using Gainsight.Client.Emulator;
using Gainsight.Client.TestSupport;
using Gainsight.Client.Tool.Doctor;

namespace Gainsight.Client.Tool.Tests.Doctor;

public sealed partial class DoctorCommandTests
{
    [Fact]
    public async Task Nothing_of_the_tenant_is_in_the_report()
    {
        using var emulator = DoctorTenant.Create();
        using var tool = DoctorTenant.Tool(emulator);
        var file = Path.Combine(tool.Folder, "report.md");

        var json = await tool.RunAsync("doctor", "--json");
        var screen = await tool.RunAsync("doctor", "--report", file);
        var report = await File.ReadAllTextAsync(file);

        var gsid = emulator.Object("Company").Rows[0].Gsid;
        foreach (var text in new[] { json.Output, report, screen.Output })
        {
            text.Should().NotContain(DoctorTenant.Secret).And.NotContain(emulator.BaseAddress.Host).And.NotContain(gsid).And.NotContain("@");
        }

        report.Should().Contain("| Gsid GT | Records.Query | honoured | honoured | as expected | seen |").And.Contain("only a write shows it");
    }

    [Fact]
    public async Task A_suggested_setting_removes_the_difference()
    {
        using var emulator = DoctorTenant.Create();
        using var tool = DoctorTenant.Tool(emulator);

        var expected = await tool.RunAsync("doctor", "--json");
        emulator.Switches.FilterTimesIgnoreTheirOffset = true;
        emulator.Switches.FilterTimeOffset = TimeSpan.FromHours(2);
        var differs = await tool.RunAsync("doctor", "--json");
        tool.Variables["Gainsight__FilterTimeZone"] = new DoctorReport(differs).Settings.GetProperty("FilterTimeZone").GetString()!;
        var configured = await tool.RunAsync("doctor", "--json");

        new DoctorReport(expected).DifferingCalls.Should().BeEmpty();
        expected.ExitCode.Should().Be(new DoctorReport(expected).ExpectedExitCode);
        differs.ExitCode.Should().Be(2);
        new DoctorReport(differs).DifferingCalls.Should().Equal("Times with a zone in filters: ignored, read at UTC+02:00");
        new DoctorReport(configured).DifferingCalls.Should().BeEmpty();
    }

    [Fact]
    public async Task The_table_fits_80_columns_and_says_what_differs_and_what_it_means()
    {
        using var emulator = DoctorTenant.Create("""{"GsidGreaterThan":"Ignored"}""");
        using var tool = DoctorTenant.Tool(emulator);

        var result = await tool.RunAsync("doctor");

        result.ExitCode.Should().Be(2);
        result.Output.Split('\n').Where(line => !line.Contains("https://", StringComparison.Ordinal)).Should().OnlyContain(line => line.TrimEnd().Length <= 80);
        result.Output.Should().Contain("! ignored").And.Contain("What it means").And.Contain(" differ (!)").And.Contain("nothing was").And.NotContain("\u001b[");
    }

    [Fact]
    public async Task An_empty_tenant_settles_what_its_users_show_and_says_what_else_it_needs()
    {
        using var emulator = new GainsightEmulator();
        using var tool = DoctorTenant.Tool(emulator);

        var result = await tool.RunAsync("doctor", "--json");

        var report = new DoctorReport(result);
        result.ExitCode.Should().Be(report.ExpectedExitCode);
        report.Open.Should().Contain("Order of lists of CTAs: needs five CTAs").And.Contain("EQ: composed and decomposed letters: needs a company with an accented letter, such as é");
        report.Found("Gsid GT").Should().Be("honoured");
        report.Found("Form of a query's rows").Should().Be("records in an object");
    }

    [Fact]
    public async Task A_tenant_without_any_rows_settles_little_and_fails_nothing()
    {
        using var emulator = new GainsightEmulator();
        foreach (var row in emulator.Object("GsUser").Rows.ToArray())
        {
            emulator.Object("GsUser").Delete(row.Gsid);
        }

        using var tool = DoctorTenant.Tool(emulator);

        var result = await tool.RunAsync("doctor", "--json");

        var report = new DoctorReport(result);
        result.ExitCode.Should().Be(report.ExpectedExitCode);
        report.Found("Gsid GT").Should().Be("needs two companies or users");
        report.Found("Times without a zone in filters").Should().Be("needs a row with ModifiedDate");
    }

    [Theory]
    [InlineData("wrong-key", "key")]
    public async Task A_wrong_key_is_told(string key, string word)
    {
        using var emulator = DoctorTenant.Create();
        using var tool = DoctorTenant.Tool(emulator);
        tool.Variables["GAINSIGHT_ACCESS_KEY"] = key;

        var result = await tool.RunAsync("doctor");

        result.ExitCode.Should().Be(1);
        result.Output.Should().BeEmpty();
        result.Error.Should().Contain(word).And.NotContain("wrong-key").And.NotContain("   at ");
        emulator.Requests.Count.Should().BeLessThan(5);
    }

    [Fact]
    public async Task An_address_that_is_not_allowed_is_told()
    {
        using var emulator = DoctorTenant.Create();
        emulator.RefusesIpAddress = true;
        using var tool = DoctorTenant.Tool(emulator);

        var result = await tool.RunAsync("doctor");

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("allow-list");
    }

    [Theory]
    [InlineData(200, "text/html", "<html><body>Sign in</body></html>")]
    [InlineData(404, "text/html", "<html><body>Not here</body></html>")]
    [InlineData(200, "application/json", "{\"hello\":\"world\"}")]
    [InlineData(404, "application/json", "{\"hello\":\"world\"}")]
    [InlineData(200, "application/json", "{\"result\":tru")]
    [InlineData(302, "text/html", "")]
    [InlineData(503, "text/html", "<html><body>Maintenance</body></html>")]
    public async Task Something_that_is_no_Gainsight_is_told(int status, string type, string body)
    {
        using var handler = new FixedAnswer((HttpStatusCode)status, type, body);
        using var tool = new ToolRun { Handler = handler, Time = new ImpatientClock() };
        tool.Variables["GAINSIGHT_BASE_ADDRESS"] = "https://example.com";
        tool.Variables["GAINSIGHT_ACCESS_KEY"] = "k3y";

        var result = await tool.RunAsync("doctor");

        result.ExitCode.Should().Be(1);
        result.Error.Should().NotContain("bug in the tool").And.NotContain("   at ").And.NotContain("k3y").And.NotContain("Sign in");
        result.Error.Length.Should().BeGreaterThan(40);
    }

    [Fact]
    public async Task A_host_that_does_not_exist_is_told()
    {
        using var tool = new ToolRun { Time = new ImpatientClock() };
        tool.Variables["GAINSIGHT_BASE_ADDRESS"] = "https://gainsight-doctor.invalid";
        tool.Variables["GAINSIGHT_ACCESS_KEY"] = "k3y";

        var result = await tool.RunAsync("doctor");

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("gainsight-doctor.invalid").And.NotContain("   at ");
    }

    [Fact]
    public async Task No_tenant_is_told_before_a_call()
    {
        using var tool = new ToolRun();

        var result = await tool.RunAsync("doctor");

        result.ExitCode.Should().Be(3);
        result.Error.Should().Contain("--profile");
    }

    [Fact]
    public async Task A_tenant_whose_server_fails_now_and_then_gets_at_most_60_calls()
    {
        using var emulator = DoctorTenant.Create();
        _ = emulator.Faults.Add(new Fault(FaultKind.ServerError) { Probability = 0.4, Skip = 2, Seed = 3 });
        using var tool = DoctorTenant.Tool(emulator);

        var result = await tool.RunAsync("doctor", "--json");

        result.ExitCode.Should().BeOneOf(0, 1, 2);
        result.Error.Should().NotContain("bug in the tool");
        emulator.Requests.Count.Should().BeLessThanOrEqualTo(60);
    }

    [Fact]
    public async Task A_tenant_that_stops_answering_ends_the_examination_with_what_is_known()
    {
        using var emulator = DoctorTenant.Create();
        _ = emulator.Faults.Add(new Fault(FaultKind.CutBeforeRead) { Skip = 12 });
        using var tool = DoctorTenant.Tool(emulator);

        var result = await tool.RunAsync("doctor", "--json");

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("Stopped before the end");
        new DoctorReport(result).Found("Times in answers").Should().Be("ISO 8601 in seconds");
    }

    [Theory]
    [InlineData("/v2/cockpit/cta/list", "Order of lists of CTAs")]
    [InlineData("/v2/cockpit/cta/list", "Due dates in lists of CTAs")]
    [InlineData("/v1/users/services/list", "Form of the list of users")]
    [InlineData("/v1/meta/services/objects/list", null)]
    [InlineData("/v1/meta/services/objects/Company/describe", null)]
    [InlineData("/v1/meta/services/objects/describe", null)]
    [InlineData("/v2/successPlan/list/", null)]
    [InlineData("/v1/data/objects/query/Company", "Dates in filters")]
    public async Task A_route_that_the_key_may_not_use_leaves_only_its_facts_open(string route, string? open)
    {
        using var emulator = DoctorTenant.Create();
        _ = emulator.Faults.Add(new Fault(FaultKind.Respond) { Status = 403, ErrorCode = "GSOBJ_1030", Path = route });
        using var tool = DoctorTenant.Tool(emulator);

        var result = await tool.RunAsync("doctor", "--json");

        result.ExitCode.Should().BeOneOf([0, 2], result.Error);
        var report = new DoctorReport(result);
        report.Found("Gsid GT").Should().Be("honoured");
        report.Found("Header Date").Should().Be("sent");
        if (open is not null)
        {
            report.Open.Should().Contain(line => line.StartsWith($"{open}: ", StringComparison.Ordinal) && (line.Contains("403", StringComparison.Ordinal) || line.Contains("the key may not", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_tenant_that_never_answers_in_time_is_told()
    {
        using var emulator = DoctorTenant.Create();
        _ = emulator.Faults.Add(new Fault(FaultKind.Latency) { Delay = TimeSpan.FromHours(1) });
        using var tool = DoctorTenant.Tool(emulator);
        tool.Variables["Gainsight__AttemptTimeout"] = "00:00:00.05";

        var result = await tool.RunAsync("doctor");

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("is very slow").And.NotContain("   at ");
    }

    [Theory]
    [InlineData("query", "Company", "--select", "Name")]
    [InlineData("export", "Company", "--select", "Name", "-o", "{folder}/rows.csv")]
    [InlineData("upsert", "{folder}/rows.in.csv", "--object", "Company", "--key", "Name", "--yes")]
    [InlineData("seed", "-o", "{folder}/tenant.json")]
    [InlineData("scaffold", "Company", "-o", "{folder}/Models")]
    public async Task A_command_on_a_tenant_that_never_answers_in_time_says_so(params string[] args)
    {
        using var emulator = DoctorTenant.Create();
        _ = emulator.Faults.Add(new Fault(FaultKind.Latency) { Delay = TimeSpan.FromHours(1) });
        using var tool = DoctorTenant.Tool(emulator);
        tool.Variables["Gainsight__AttemptTimeout"] = "00:00:00.05";
        await File.WriteAllTextAsync(Path.Combine(tool.Folder, "rows.in.csv"), "Name\nAcme\n");

        var result = await tool.RunAsync([.. args.Select(arg => arg.Replace("{folder}", tool.Folder, StringComparison.Ordinal))]);

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("time").And.NotContain("   at ").And.NotContain("bug in the tool");
        emulator.Object("Company").Count.Should().Be(10);
        File.Exists(Path.Combine(tool.Folder, "rows.csv")).Should().BeFalse();
    }

    [Fact]
    public async Task Ctrl_C_ends_with_130()
    {
        using var emulator = DoctorTenant.Create();
        using var tool = DoctorTenant.Tool(emulator);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        var result = await tool.RunAsync(["doctor"], stop.Token);

        result.ExitCode.Should().Be(130);
        result.Error.Should().Contain("Stopped.");
    }

    [Fact]
    public async Task An_M2M_client_settles_the_body_of_the_token_request()
    {
        using var emulator = DoctorTenant.Create();
        emulator.AddClient("client-1", "s3cret");
        using var tool = DoctorTenant.Tool(emulator);
        _ = tool.Variables.Remove("GAINSIGHT_ACCESS_KEY");
        tool.Variables["Gainsight__ClientId"] = "client-1";
        tool.Variables["Gainsight__ClientSecret"] = "s3cret";

        var result = await tool.RunAsync("doctor", "--json");

        result.ExitCode.Should().BeOneOf(0, 2);
        new DoctorReport(result).Found("Body of the token request").Should().Be("a form is accepted");
        emulator.Requests.Count.Should().BeLessThanOrEqualTo(60);
    }

    [Fact]
    public void Each_fact_of_the_wire_page_is_settled_or_explained_by_its_page()
    {
        var page = ApprovedFile.Read("docs/wire.md");
        var facts = page[page.IndexOf("## Facts that are not confirmed", StringComparison.Ordinal)..];
        string[] rows = [.. FactRow().Matches(facts).Select(match => match.Groups[1].Value).Except(["Fact", "---"])];
        var settled = AllFacts.Create(DateTimeOffset.UnixEpoch).Select(fact => fact.Wire).ToHashSet();

        rows.Should().HaveCountGreaterThan(80);
        rows.Except(settled).Should().BeEquivalentTo(OpenFacts.All.Select(open => open.Wire));
        OpenFacts.All.Select(open => open.Page).Should().OnlyContain(address => page.Contains(address));
        settled.Where(wire => !wire.StartsWith("Fields of", StringComparison.Ordinal)).Should().OnlyContain(wire => rows.Contains(wire) || page.Contains($"| `{wire}` |"));
    }

    [GeneratedRegex("^\\| (?:<a id=\"facts\"></a>)?(.*?) \\|", RegexOptions.Multiline)]
    private static partial Regex FactRow();

    private sealed class FixedAnswer(HttpStatusCode status, string type, string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, null, type), RequestMessage = request });
    }
}
