using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Gainsight.Client.JobSamples.Tests;

/// <summary>The sample ScheduledReader: lifecycle events and write-back.</summary>
public sealed class ReaderTests
{
    private const string Author = "--WriteBack:Author=rhea@northwind.example";

    public static TheoryData<string, string, object> Changes => new()
    {
        { "onboarding", "Stage", "Kicked Off" },
        { "renewal", "RenewalDate", new DateOnly(2028, 3, 31) },
        { "upsell", "Arr", 100_001m },
        { "expansion", "Users", 41m },
        { "churn risk", "Stage", "Will Churn" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_lifecycle_event_is_derived_from_a_change_and_written(string lifecycle, string field, object value)
    {
        await using var service = JobService.Reader(Author);
        await service.RunAsync("companies");
        service.Change("Company", "Name", "Acme", (field, value));

        (await service.RunAsync("companies")).State.Should().Be("completed");
        await service.RunAsync("companies");

        var written = Written(service).Should().ContainSingle().Which;
        written["Subject"].Should().Be($"Lifecycle: {lifecycle}");
        written["GsCompanyId"].Should().Be(service.Emulator.Object("Company").Rows.Single(row => Equals(row["Name"], "Acme")).Gsid);
    }

    [Fact]
    public async Task A_change_that_means_nothing_is_no_event()
    {
        await using var service = JobService.Reader(Author);
        await service.RunAsync("companies");
        service.Change("Company", "Name", "Acme", ("Arr", 99_999m), ("Users", 39m), ("RenewalDate", new DateOnly(2027, 1, 1)), ("Stage", "Launched"));

        (await service.RunAsync("companies")).Rows.Should().Be(1);
        Written(service).Should().BeEmpty();
    }

    [Fact]
    public async Task An_event_can_be_switched_off()
    {
        await using var service = JobService.Reader(Author, "--Jobs:companies:Events:2:On=false");
        await service.RunAsync("companies");
        service.Change("Company", "Name", "Acme", ("Arr", 200_000m));

        await service.RunAsync("companies");
        Written(service).Should().BeEmpty();
    }

    [Fact]
    public async Task Nothing_is_written_without_an_author()
    {
        await using var service = JobService.Reader();
        await service.RunAsync("companies");
        service.Change("Company", "Name", "Acme", ("Arr", 200_000m));

        (await service.RunAsync("companies")).Rows.Should().Be(1);
        Written(service).Should().BeEmpty();
        service.Emulator.Requests.CountOf(EmulatorOperations.TimelineSave).Should().Be(0);
    }

    [Fact]
    public async Task A_score_that_falls_is_a_churn_risk()
    {
        await using var service = JobService.Reader(Author);
        await service.RunAsync("scores");
        service.Change("customer_health_scorecard_fact_1", "comments__gc", "Steady", ("trend__gc", -1m), ("score_modified_at__gc", service.Clock.GetUtcNow()));

        (await service.RunAsync("scores")).Rows.Should().Be(1);
        Written(service).Should().ContainSingle().Which["Subject"].Should().Be("Lifecycle: churn risk");
    }

    [Fact]
    public async Task A_write_that_a_kill_interrupted_is_not_written_twice()
    {
        await using var service = JobService.Reader(Author);
        await service.RunAsync("companies");
        var memory = JsonNode.Parse(await File.ReadAllTextAsync(service.PathOf("companies", "memory")))!;
        memory["Outbox"] = new JsonArray(new JsonObject
        {
            ["id"] = "lifecycle-1",
            ["event"] = "upsell",
            ["text"] = "more",
            ["company"] = service.Emulator.Object("Company").Rows[0].Gsid,
        });
        await File.WriteAllTextAsync(service.PathOf("companies", "memory"), memory.ToJsonString());
        await service.RunAsync("companies");

        // As after a kill between the write and the save.
        await File.WriteAllTextAsync(service.PathOf("companies", "memory"), memory.ToJsonString());
        (await service.RunAsync("companies")).State.Should().Be("completed");

        Written(service).Should().ContainSingle();
        service.Runner.Recall("companies").Outbox.Should().BeEmpty();
    }

    [Fact]
    public async Task An_event_waits_while_the_tenant_is_away()
    {
        await using var service = JobService.Reader(Author, "--Gainsight:Retry:MaxRetries=0");
        await service.RunAsync("companies");
        service.Change("Company", "Name", "Acme", ("Arr", 200_000m));
        var away = service.Emulator.Faults.Add(new Fault(FaultKind.CutBeforeRead) { Operation = EmulatorOperations.TimelineSave });

        await service.RunAsync("companies");
        Written(service).Should().BeEmpty();
        service.Emulator.Faults.Clear();
        await service.RunAsync("companies");

        away.Fired.Should().BePositive();
        Written(service).Should().ContainSingle();
    }

    [Fact]
    public async Task A_write_is_a_span_of_its_job()
    {
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == GainsightDiagnostics.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                lock (spans)
                {
                    spans.Add(span);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var service = JobService.Reader(Author);
        await service.RunAsync("companies");
        service.Change("Company", "Name", "Acme", ("Arr", 200_000m));
        await service.RunAsync("companies");

        lock (spans)
        {
            spans.Where(span => (string?)span.GetTagItem("server.address") == service.Emulator.BaseAddress.Host && span.OperationName.StartsWith("Timeline.Save", StringComparison.Ordinal))
                .Should().ContainSingle().Which.Parent!.RootId.Should().NotBeNullOrEmpty();
        }
    }

    private static List<EmulatedRow> Written(JobService service) =>
        [.. service.Emulator.Object("activity_timeline").Rows.Where(row => row["ExternalId"] is string id && id.StartsWith("lifecycle-", StringComparison.Ordinal))];
}
