using System.Diagnostics;

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

        (await service.RunAsync("companies")).State.Should().Be(RunState.Completed);
        await service.RunAsync("companies");

        var written = Written(service).Should().ContainSingle().Which;
        written["Subject"].Should().Be($"Lifecycle: {lifecycle}");
        written["GsCompanyId"].Should().Be(service.Emulator.Object("Company").Rows.Single(row => Equals(row["Name"], "Acme")).Gsid);
    }

    [Theory]
    [InlineData("Auther", "rhea@northwind.example", "WriteBack:Auther is not a setting. Did you mean 'Author'?")]
    [InlineData("Author:Name", "Rhea", "WriteBack:Author has settings of its own. Give one value.")]
    public async Task A_wrong_setting_of_the_write_back_is_told_with_its_path(string setting, string value, string words)
    {
        await using var service = JobService.Reader($"--WriteBack:{setting}={value}");

        (await service.RunAsync("companies")).Notes.Should().ContainSingle().Which.Should().Be(words);
    }

    [Fact]
    public async Task A_field_that_is_added_to_the_settings_makes_no_event_of_what_it_was_before()
    {
        await using var service = JobService.Reader(Author);
        service.Change("Company", "Name", "Acme", ("CustomerLifetimeInMonths", 7m));
        await service.RunAsync("companies");
        string[] more = ["--Jobs:companies:Fields:months=CustomerLifetimeInMonths", "--Jobs:companies:Events:5:Event=old", "--Jobs:companies:Events:5:Field=months", "--Jobs:companies:Events:5:When=Becomes", "--Jobs:companies:Events:5:Values:0=7", "--Jobs:companies:Events:5:Values:1=8"];
        await service.RestartAsync(more);
        service.Change("Company", "Name", "Acme", ("Summary", "Bread"));

        (await service.RunAsync("companies")).Rows.Should().Be(1);
        Written(service).Should().BeEmpty();
        service.Change("Company", "Name", "Acme", ("CustomerLifetimeInMonths", 8m));
        await service.RunAsync("companies");
        Written(service).Should().ContainSingle().Which["Subject"].Should().Be("Lifecycle: old");
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

    [Theory]
    [InlineData("Events:0:When", "Become", "Jobs:companies:Events:0:When")]
    [InlineData("Events:0:Values", "foo", "Jobs:companies:Events:0:Values is one value. Give a list, such as Jobs:companies:Events:0:Values:0.")]
    [InlineData("Events:1:When", "Becomes", "Jobs:companies:Events:1:Values is missing: renewal needs the values that 'renewal' becomes.")]
    [InlineData("Events:2:Field", "arrr", "Jobs:companies:Events:2:Field is wrong: upsell needs the field 'arrr'. Add it to Jobs:companies:Fields.")]
    public async Task A_wrong_rule_is_told_in_the_first_run(string setting, string value, string words)
    {
        await using var service = JobService.Reader($"--Jobs:companies:{setting}={value}");

        var all = await service.RunAllAsync();

        all["companies"].State.Should().Be(RunState.Failed);
        all["companies"].Notes.Should().ContainSingle().Which.Should().Contain(words);
        all["ctas"].State.Should().Be(RunState.Completed);
    }

    [Fact]
    public async Task An_author_whom_the_tenant_does_not_know_fails_the_run_and_the_event_is_not_lost()
    {
        await using var service = JobService.Reader("--WriteBack:Author=nobody@northwind.example");
        await service.RunAsync("companies");
        service.Change("Company", "Name", "Acme", ("Arr", 200_000m));

        var status = await service.RunAsync("companies");
        var again = await service.RunAsync("companies");

        status.State.Should().Be(RunState.Failed);
        status.Notes[0].Should().Contain("upsell").And.Contain("WriteBack:Author");
        again.Notes[0].Should().Contain("upsell", "what was not written was not saved as read");
        Written(service).Should().BeEmpty();
    }

    [Fact]
    public async Task An_event_that_the_tenant_refuses_for_its_company_is_told_once_and_holds_up_no_other()
    {
        await using var service = JobService.Reader(Author);
        await service.RunAsync("scores");
        var scores = service.Emulator.Object("customer_health_scorecard_fact_1");
        void Fall(string gsid, decimal trend) => scores.Update(gsid, ("trend__gc", trend), ("score_modified_at__gc", service.Now));
        string[] gsids = [.. scores.Rows.Select(row => row.Gsid)];
        scores.Update(gsids[0], ("account_id__gc", "1P02ABCDEFGHIJKLMNOPQRSTUVWXYZ123456"));
        Fall(gsids[0], -1m);
        Fall(gsids[1], -1m);

        var first = await service.RunAsync("scores");
        Fall(gsids[1], -2m);
        var second = await service.RunAsync("scores");

        first.Notes.Should().Contain(note => note.Contains("it is not written again", StringComparison.Ordinal));
        (second.State, second.Rows).Should().Be((RunState.Completed, 1));
        Written(service).Should().HaveCount(2, "each fall of the second row is an event");
    }

    [Fact]
    public async Task An_object_with_events_needs_the_field_of_the_company()
    {
        await using var service = JobService.Reader(
            Author, "--Jobs:more:Object=Company", "--Jobs:more:Fields:name=Name", "--Jobs:more:Events:0:Event=new", "--Jobs:more:Events:0:Field=name", "--Jobs:more:Events:0:When=Created");

        var status = await service.RunAsync("more");

        (status.State, status.Calls).Should().Be((RunState.Failed, 0));
        status.Notes.Should().ContainSingle().Which.Should().StartWith("Jobs:more:Fields:company is missing");
    }

    [Theory]
    [InlineData("9", "10", true)]
    [InlineData("9.5", "10", true)]
    public async Task Numbers_in_texts_are_compared_as_numbers(string before, string after, bool rises)
    {
        await using var service = JobService.Reader(
            Author, "--Jobs:companies:Fields:summary=Summary", "--Jobs:companies:Events:5:Event=more", "--Jobs:companies:Events:5:Field=summary", "--Jobs:companies:Events:5:When=Rises");
        service.Change("Company", "Name", "Acme", ("Summary", before));
        await service.RunAsync("companies");
        service.Change("Company", "Name", "Acme", ("Summary", after));

        await service.RunAsync("companies");

        Written(service).Should().HaveCount(rises ? 1 : 0);
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
        service.Change("customer_health_scorecard_fact_1", "comments__gc", "Steady", ("trend__gc", -1m), ("score_modified_at__gc", service.Now));

        (await service.RunAsync("scores")).Rows.Should().Be(1);
        Written(service).Should().ContainSingle().Which["Subject"].Should().Be("Lifecycle: churn risk");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_that_a_kill_ended_after_its_write_does_not_write_twice(bool changesAgain)
    {
        await using var service = JobService.Reader(Author);
        await service.RunAsync("companies");
        var before = await File.ReadAllBytesAsync(service.FileOf("companies", "Company"));
        service.Change("Company", "Name", "Acme", ("Arr", 200_000m));
        await service.RunAsync("companies");
        Written(service).Should().ContainSingle();

        // As after a kill between the write and the save.
        await File.WriteAllBytesAsync(service.FileOf("companies", "Company"), before);
        if (changesAgain)
        {
            service.Change("Company", "Name", "Acme", ("Arr", 300_000m));
        }

        await service.RestartAsync();
        var status = await service.RunAsync("companies");

        status.State.Should().Be(RunState.Completed);
        status.Rows.Should().Be(1);
        Written(service).Should().ContainSingle();
    }

    [Fact]
    public async Task An_event_of_a_row_without_a_company_is_told_and_the_others_are_written()
    {
        await using var service = JobService.Reader(Author);
        service.Emulator.Object("customer_health_scorecard_fact_1").Insert(("comments__gc", "Lost"), ("trend__gc", 5m), ("score_modified_at__gc", service.Now));
        await service.RunAsync("scores");
        foreach (var comment in (string[])["Lost", "Steady"])
        {
            service.Change("customer_health_scorecard_fact_1", "comments__gc", comment, ("trend__gc", -1m), ("score_modified_at__gc", service.Now));
        }

        var status = await service.RunAsync("scores");

        status.State.Should().Be(RunState.Completed);
        status.Notes.Should().ContainSingle().Which.Should().Contain("churn risk").And.Contain("GsCompanyId");
        Written(service).Should().ContainSingle();
    }

    [Fact]
    public async Task An_event_waits_while_the_tenant_is_away()
    {
        await using var service = JobService.Reader(Author, "--Gainsight:Retry:MaxRetries=0");
        await service.RunAsync("companies");
        service.Change("Company", "Name", "Acme", ("Arr", 200_000m));
        var away = service.Emulator.Faults.Add(new Fault(FaultKind.CutBeforeRead) { Operation = EmulatorOperations.TimelineSave });

        var failed = await service.RunAsync("companies");
        failed.State.Should().Be(RunState.Failed);
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
        [.. service.Emulator.Object("activity_timeline").Rows.Where(row => row["Subject"] is string subject && subject.StartsWith("Lifecycle: ", StringComparison.Ordinal))];
}
