using System.Net;

namespace Gainsight.Client.Emulator.Tests;

public sealed class RequestPrinterTests
{
    [Fact]
    public void A_line_has_method_path_status_code_time_and_fault()
    {
        var entry = new RequestLogEntry
        {
            Sequence = 1,
            Time = new DateTimeOffset(2026, 3, 2, 10, 0, 5, 25, TimeSpan.Zero),
            Method = "PUT",
            Path = "/v1/data/objects/Company",
            Status = 400,
            ErrorCode = "GSOBJ_1009",
            Duration = TimeSpan.FromMilliseconds(12.4),
            Fault = FaultKind.Latency,
            RequestId = "id",
        };

        RequestPrinter.Line(entry).Should().Be("10:00:05.025 PUT    /v1/data/objects/Company 400 GSOBJ_1009 12 ms fault Latency");
        RequestPrinter.Line(entry with { Status = 0, ErrorCode = null, Fault = FaultKind.CutAfterCommit }).Should().EndWith(" cut 12 ms fault CutAfterCommit");
        RequestPrinter.Line(entry with { Canceled = true, Fault = null, ErrorCode = null }).Should().EndWith(" canceled 12 ms");
        RequestPrinter.Line(entry with { Path = new string('a', 10_000) }).Should().HaveLength(176);
    }

    [Theory]
    [InlineData("All", true, true)]
    [InlineData("errors", false, true)]
    [InlineData("Off", false, false)]
    public async Task The_level_decides_which_requests_are_printed(string level, bool good, bool bad)
    {
        await using var tool = await RunningTool.StartAsync("--log", level);

        var ok = await tool.InsertAsync("Acme");
        var failed = await Tenant.SendAsync(tool.Http, HttpMethod.Post, "/v1/data/objects/Nothing?secret=1", """{"records":[{"Name":"s3cret"}]}""");
        _ = await tool.StopAsync();

        (ok.Status, failed.Status).Should().Be((HttpStatusCode.OK, HttpStatusCode.BadRequest));
        tool.Output.Contains(" POST   /v1/data/objects/Company 200 ", StringComparison.Ordinal).Should().Be(good);
        tool.Output.Contains(" POST   /v1/data/objects/Nothing 400 ", StringComparison.Ordinal).Should().Be(bad);
        tool.Output.Should().NotContainAny("secret", "s3cret", "Acme");
    }

    [Fact]
    public async Task The_level_of_the_seed_counts_where_nothing_else_is_said()
    {
        using var folder = new TemporaryFolder();
        await using var tool = await RunningTool.StartAsync("--seed", folder.Write("tenant.json", """{"log":"Off"}"""));

        _ = await tool.InsertAsync("Acme");
        _ = await tool.StopAsync();

        tool.Output.Should().NotContain("POST");
    }

    [Fact]
    public async Task An_output_that_nobody_reads_holds_up_no_request()
    {
        using var tenant = new Tenant();
        using var stuck = new StuckWriter();
        var printer = new RequestPrinter(tenant.Emulator.Pipeline, stuck);

        for (var i = 0; i < 3000; i++)
        {
            _ = await tenant.SendAsync(HttpMethod.Get, "/v1/meta/services/objects/list");
        }

        stuck.GoOn.Set();
        await printer.DisposeAsync();

        stuck.Lines.Should().BeLessThan(3000);
        stuck.Last.Should().MatchRegex("^\\([0-9]+ requests are not shown: the output is read too slowly\\)$");
    }

    private sealed class StuckWriter : StringWriter
    {
        public ManualResetEventSlim GoOn { get; } = new();

        public int Lines { get; private set; }

        public string? Last { get; private set; }

        public override void WriteLine(string? value)
        {
            GoOn.Wait();
            Lines++;
            Last = value;
        }

        protected override void Dispose(bool disposing)
        {
            GoOn.Dispose();
            base.Dispose(disposing);
        }
    }
}
