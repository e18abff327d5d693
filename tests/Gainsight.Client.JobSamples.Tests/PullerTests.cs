namespace Gainsight.Client.JobSamples.Tests;

/// <summary>The sample PullJobs: activities, surveys, usage.</summary>
public sealed class PullerTests
{
    [Fact]
    public async Task Categories_become_types_and_an_unknown_one_is_left_unmapped()
    {
        await using var service = JobService.Puller();

        (await service.RunAsync("activities")).State.Should().Be("completed");

        service.Rows("activities").ToDictionary(row => row["category"], row => row["type"]).Should().BeEquivalentTo(new Dictionary<string, string>
        {
            ["Call"] = "meeting",
            ["Email"] = "email",
            ["Meeting"] = "meeting",
            ["Update"] = "manual",
            ["QBR"] = "unmapped",
        });
    }

    [Fact]
    public async Task A_category_that_was_mapped_is_mapped()
    {
        await using var service = JobService.Puller("--Jobs:activities:Categories:qbr=meeting");

        await service.RunAsync("activities");
        service.Rows("activities").Should().ContainSingle(row => row["category"] == "QBR").Which["type"].Should().Be("meeting");
    }

    [Theory]
    [InlineData(2, "completed")]
    [InlineData(3, "failed")]
    public async Task A_slow_tenant_is_asked_for_fewer_activities(int slow, string state)
    {
        await using var service = JobService.Puller();
        service.Emulator.Faults.Add(new Fault(FaultKind.Latency) { Object = "activity_timeline", Operation = EmulatorOperations.Query, Delay = TimeSpan.FromHours(1), Count = slow });

        var status = await service.RunAsync("activities");

        status.State.Should().Be(state);
        if (slow == 3)
        {
            status.Notes![0].Should().Contain("Jobs:activities:SampleTimeLimit").And.Contain("Raise it");
        }
    }

    [Fact]
    public async Task Surveys_are_read_from_several_objects_and_matched_to_companies()
    {
        await using var service = JobService.Puller();

        var status = await service.RunAsync("surveys");

        status.State.Should().Be("completed");
        status.Rows.Should().Be(5, "the old response is beyond the look-back, and the low score is filtered out");
        var rows = service.Rows("surveys").ToList();
        rows.Select(row => row["score"]).Should().BeEquivalentTo("4", "9", "3", "7", "5");
        rows.Single(row => row["score"] == "9")["role"].Should().Be("Admin");
        rows.Single(row => row["score"] == "3")["company"].Should().Be(service.Emulator.Object("Company").Rows.Single(row => Equals(row["Name"], "Globex")).Gsid, "its fallback found it");
        rows.Single(row => row["score"] == "7").Should().NotContainKey("company");
        status.Notes.Should().ContainSingle().Which.Should().StartWith("nps_survey_response ").And.Contain("no company").And.Contain("CompanyId").And.Contain("UserName");
    }

    [Fact]
    public async Task A_response_without_a_company_is_tried_again()
    {
        await using var service = JobService.Puller();
        await service.RunAsync("surveys");
        service.Emulator.Object("Company").Insert(("Name", "New"), ("TickerSymbol", "nobody"));

        var status = await service.RunAsync("surveys");

        status.Rows.Should().Be(0);
        status.Notes.Should().BeEmpty();
        service.Rows("surveys").Should().OnlyContain(row => row.ContainsKey("company"));
    }

    [Fact]
    public async Task The_look_back_is_capped_at_30_days()
    {
        await using var service = JobService.Puller("--Jobs:surveys:LookBackDays=90");
        service.Emulator.Object("nps_survey_response").Insert(("NPSScore", 1m), ("ModifiedAt", service.Clock.GetUtcNow().AddDays(-31)));
        service.Emulator.Object("nps_survey_response").Insert(("NPSScore", 2m), ("ModifiedAt", service.Clock.GetUtcNow().AddDays(-29)));

        await service.RunAsync("surveys");

        service.Rows("surveys").Select(row => row["score"]).Should().Contain("2").And.NotContain("1");
    }

    [Fact]
    public async Task A_limit_per_object_leaves_the_rest_to_the_next_run()
    {
        await using var service = JobService.Puller("--Jobs:surveys:Limit=2");

        (await service.RunAsync("surveys")).Rows.Should().Be(4);
        service.Rows("surveys").Should().HaveCount(4);
        (await service.RunAsync("surveys")).Rows.Should().Be(1);
        service.Rows("surveys").Should().HaveCount(5);
        (await service.RunAsync("surveys")).Rows.Should().Be(0);
    }

    [Theory]
    [InlineData("Jobs:surveys:Objects:1:Fields:score", "NPSScor", "Jobs:surveys:Objects:1:Fields:score: nps_survey_response has no field 'NPSScor'. Did you mean 'NPSScore'?")]
    [InlineData("Jobs:surveys:Objects:1:Type", "CSAT", "Fields:score: nps_survey_response has none of the usual fields")]
    [InlineData("Jobs:surveys:Objects:1:Where", "{}", "Jobs:surveys:Objects:1:Where")]
    [InlineData("Jobs:surveys:Objects:1:Match:CompanyField", "Nme", "company has no field 'Nme'")]
    public async Task A_wrong_setting_fails_its_own_survey_object(string setting, string value, string words)
    {
        await using var service = JobService.Puller($"--{setting}={value}");

        var status = await service.RunAsync("surveys");

        status.State.Should().Be("failed");
        status.Notes![0].Should().Contain(words);
        service.Rows("surveys").Select(row => row["score"]).Should().Contain("4").And.Contain("5");
    }

    [Fact]
    public async Task An_object_that_is_named_twice_is_read_once()
    {
        await using var service = JobService.Puller("--Jobs:surveys:Objects:2:Object=nps_survey_response");

        var status = await service.RunAsync("surveys");

        status.State.Should().Be("failed");
        status.Notes![0].Should().Be("Jobs:surveys:Objects:2:Object names nps_survey_response again. Remove it: each object is read once.");
        service.Rows("surveys").Select(row => row["score"]).Should().BeEquivalentTo("4", "9", "3", "7");
    }

    [Fact]
    public async Task Usage_rows_without_a_metric_or_a_number_are_left_out()
    {
        await using var service = JobService.Puller();

        var status = await service.RunAsync("usage");

        status.State.Should().Be("completed");
        status.Notes.Should().HaveCount(2);
        status.Notes.Should().Contain(note => note.Contains("Metric__gc has no name of a metric", StringComparison.Ordinal)).And.Contain(note => note.Contains("Value__gc is not a number", StringComparison.Ordinal));
        service.Rows("usage").Select(row => (row["key"], row["metric"], row["value"])).Should().BeEquivalentTo([("A-1", "logins", "120"), ("A-1", "exports", "4"), ("G-1", "logins", "15.5")]);
        service.Rows("usage").Should().OnlyContain(row => row.ContainsKey("company"));

        service.Change("Metric_Usage__gc", "Name", "5", ("Value__gc", "12"));
        (await service.RunAsync("usage")).Notes.Should().BeEmpty();
        service.Rows("usage").Should().HaveCount(4);
    }

    [Fact]
    public async Task A_failed_job_stops_no_other_and_an_unknown_job_is_named()
    {
        await using var service = JobService.Puller("--Jobs:companies:Object=Compny", "--Jobs:usge:Schedule=0 0 3 ? * MON");

        var all = await service.RunAllAsync();

        all["companies"].State.Should().Be("failed");
        all["usge"].Notes.Should().ContainSingle().Which.Should().Be("Jobs:usge is not a job. The jobs: companies, activities, surveys, usage.");
        all.Values.Where(status => status.Job is not ("companies" or "usge")).Should().OnlyContain(status => status.State == "completed");
    }

    [Fact]
    public async Task Nothing_is_written_to_the_tenant()
    {
        await using var service = JobService.Puller();
        await service.RunAllAsync();

        service.Emulator.Requests.Snapshot().Should().OnlyContain(entry => entry.Operation == EmulatorOperations.Query || entry.Operation!.StartsWith("metadata", StringComparison.Ordinal));
    }
}
