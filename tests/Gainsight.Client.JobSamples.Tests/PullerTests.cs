using System.Globalization;
using System.Text.RegularExpressions;

namespace Gainsight.Client.JobSamples.Tests;

/// <summary>The sample PullJobs: activities, surveys, usage.</summary>
public sealed class PullerTests
{
    [Fact]
    public async Task Categories_become_types_and_an_unknown_one_is_offered_with_its_setting()
    {
        await using var service = JobService.Puller();

        (await service.RunAsync("activities")).State.Should().Be(RunState.Completed);

        service.Said().Should().Contain(
        [
            "activities: category Call becomes meeting", "activities: category Email becomes email", "activities: category Meeting becomes meeting",
            "activities: category Update becomes manual",
            "activities: category QBR is not mapped. Set Jobs:activities:Categories:QBR to email, meeting or manual.",
            "activities: 2 activities are meeting", "activities: 1 activities are unmapped",
        ]);
    }

    [Fact]
    public async Task A_value_with_a_comma_is_no_number()
    {
        await using var service = JobService.Puller();
        var usage = service.Emulator.Object("Metric_Usage__gc");
        var row = usage.Rows.First(each => decimal.TryParse((string?)each["Value__gc"], NumberStyles.Float, CultureInfo.InvariantCulture, out _) && each["Metric__gc"] is not null);
        usage.Update(row.Gsid, ("Value__gc", "1,5"));

        var status = await service.RunAsync("usage");

        status.Notes.Count(note => note.Contains("Value__gc is not a number", StringComparison.Ordinal)).Should().Be(2);
    }

    [Fact]
    public async Task A_category_that_was_mapped_is_mapped_in_any_case()
    {
        await using var service = JobService.Puller("--Jobs:activities:Categories:qbr=meeting", "--Jobs:activities:Categories:Call=manual");

        await service.RunAsync("activities");

        service.Said().Should().Contain(["activities: category QBR becomes meeting", "activities: category Call becomes manual"]);
    }

    [Fact]
    public async Task A_tenant_that_is_too_slow_for_every_sample_fails_with_the_setting()
    {
        await using var service = JobService.Puller("--Jobs:activities:SampleTimeLimit=00:00:00.2");
        service.Emulator.Faults.Add(new Fault(FaultKind.Latency) { Object = "activity_timeline", Operation = EmulatorOperations.Query, Delay = TimeSpan.FromHours(1) });

        var status = await service.RunAsync("activities");

        status.State.Should().Be(RunState.Failed);
        status.Notes[0].Should().Contain("Jobs:activities:SampleTimeLimit").And.Contain("Raise it");
    }

    [Fact]
    public async Task Surveys_are_read_from_several_objects_and_matched_to_companies()
    {
        await using var service = JobService.Puller();

        var status = await service.RunAsync("surveys");

        status.State.Should().Be(RunState.Completed);
        status.Rows.Should().Be(5, "the old response is beyond the look-back, and the low score is filtered out");
        var globex = service.Emulator.Object("Company").Rows.Single(row => Equals(row["Name"], "Globex")).Gsid;
        var responses = service.Said().Where(said => said.Contains(" response: ", StringComparison.Ordinal)).ToList();
        responses.Should().HaveCount(4);
        responses.Should().ContainSingle(said => said.Contains("Survey response: ", StringComparison.Ordinal) && said.Contains("score = 4", StringComparison.Ordinal));
        responses.Should().ContainSingle(said => said.Contains("score = 9", StringComparison.Ordinal) && said.Contains("role = Admin", StringComparison.Ordinal));
        responses.Should().ContainSingle(said => said.Contains("score = 3", StringComparison.Ordinal) && said.EndsWith($"company = {globex}", StringComparison.Ordinal), "its fallback found it");
        responses.Should().ContainSingle(said => said.Contains("CSAT response: ", StringComparison.Ordinal) && said.Contains("score = 5", StringComparison.Ordinal));
        status.Notes.Should().ContainSingle().Which.Should().StartWith("nps_survey_response ").And.Contain("no company").And.Contain("CompanyId").And.Contain("UserName");
    }

    [Fact]
    public async Task A_response_without_a_company_is_tried_again()
    {
        await using var service = JobService.Puller();
        await service.RunAsync("surveys");
        service.Emulator.Object("Company").Insert(("Name", "New"), ("TickerSymbol", "nobody"));
        service.Said();

        var status = await service.RunAsync("surveys");

        status.Rows.Should().Be(0);
        status.Notes.Should().BeEmpty();
        service.Said().Should().ContainSingle(said => said.Contains("score = 7", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fallback_that_two_companies_have_matches_neither()
    {
        await using var service = JobService.Puller();
        service.Emulator.Object("Company").Insert(("Name", "Twin"), ("TickerSymbol", "G-1"));

        var status = await service.RunAsync("surveys");

        status.Notes.Should().HaveCount(2).And.OnlyContain(note => note.Contains("finds no single company by TickerSymbol", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_look_back_is_capped_at_30_days()
    {
        await using var service = JobService.Puller("--Jobs:surveys:LookBackDays=90");
        service.Emulator.Object("nps_survey_response").Insert(("NPSScore", 1m), ("ModifiedAt", service.Now.AddDays(-31)));
        service.Emulator.Object("nps_survey_response").Insert(("NPSScore", 2m), ("ModifiedAt", service.Now.AddDays(-29)));

        await service.RunAsync("surveys");

        service.Rows("surveys", "nps_survey_response", "NPSScore").Should().Contain("2").And.NotContain("1");
    }

    [Fact]
    public async Task A_limit_per_object_leaves_the_rest_to_the_next_run()
    {
        await using var service = JobService.Puller("--Jobs:surveys:Limit=2");

        (await service.RunAsync("surveys")).Rows.Should().Be(4);
        (await service.RunAsync("surveys")).Rows.Should().Be(1);
        service.Rows("surveys", "nps_survey_response", "NPSScore").Should().BeEquivalentTo("9", "3", "7");
        (await service.RunAsync("surveys")).Rows.Should().Be(0);
    }

    [Theory]
    [InlineData("Jobs:surveys:Objects:1:Fields:score", "NPSScor", "Jobs:surveys:Objects:1:Fields:score: nps_survey_response has no field 'NPSScor'. Did you mean 'NPSScore'?")]
    [InlineData("Jobs:surveys:Objects:1:Type", "CSAT", "Fields:score: nps_survey_response has none of the usual fields")]
    [InlineData("Jobs:surveys:Objects:1:Where", "{}", "Jobs:surveys:Objects:1:Where")]
    [InlineData("Jobs:surveys:Objects:1:Match:CompanyField", "Nme", "Jobs:surveys:Objects:1:Match:CompanyField: company has no field 'Nme'. Did you mean 'Name'?")]
    [InlineData("Jobs:surveys:Objects:1:Match:Fallback", "UserNam", "Jobs:surveys:Objects:1:Match:Fallback: nps_survey_response has no field 'UserNam'. Did you mean 'UserName'?")]
    [InlineData("Jobs:surveys:Objects:1:Fields:role", "Comment", "Jobs:surveys:Objects:1:Custom:role is also in Fields. Keep one.")]
    [InlineData("Jobs:surveys:Objects:1:Object", "nps_survey_respons", "Did you mean nps_survey_response?")]
    [InlineData("Jobs:surveys:Objects:1:Object", "", "Jobs:surveys:Objects:1:Object is missing.")]
    [InlineData("Jobs:surveys:Objects:3:Type", "CES", "Jobs:surveys:Objects:3:Object is missing.")]
    [InlineData("Jobs:surveys:Objects:1:Where", """{ "conditions": [ { "name": "NPSScor", "alias": "A", "value": [3], "operator": "GTE" } ], "expression": "A" }""", "Jobs:surveys:Objects:1:Where: nps_survey_response has no field 'NPSScor'. Did you mean 'NPSScore'?")]
    [InlineData("Jobs:surveys:Objects:1:Where", """{ "conditions": [ { "name": "NPSScore", "alias": "A", "value": [3], "operator": "GTE" }, { "name": "NPSScore", "alias": "B", "value": [1], "operator": "EQ" } ], "expression": "A OR B" }""", "Jobs:surveys:Objects:1:Where: The expression has OR")]
    public async Task A_wrong_setting_fails_its_own_survey_object(string setting, string value, string words)
    {
        await using var service = JobService.Puller($"--{setting}={value}");

        var status = await service.RunAsync("surveys");

        status.State.Should().Be(RunState.Failed);
        status.Notes[0].Should().StartWith("Jobs:surveys:Objects:").And.Contain(words).And.NotContain("(Parameter");
        service.Rows("surveys", "survey_response", "Answer").Should().Equal("4");
        service.Rows("surveys", "csat_survey_response", "CSATScore").Should().Equal("5");
    }

    [Theory]
    [InlineData("surveys", "Limit", "0", "Jobs:surveys:Limit must be at least 1.")]
    [InlineData("surveys", "Objcts", "0", "Jobs:surveys:Objcts is not a setting. Did you mean 'Objects'?")]
    [InlineData("surveys", "Objects:1:Objct", "nps_survey_response", "Jobs:surveys:Objects:1:Objct is not a setting. Did you mean 'Object'?")]
    [InlineData("usage", "Value", "", "Jobs:usage:Value is empty. Name the field that has the value of the metric.")]
    [InlineData("surveys", "LookBackDays", "-5", "Jobs:surveys:LookBackDays must be at least 1.")]
    [InlineData("activities", "SampleSizes:1", "0", "Jobs:activities:SampleSizes needs numbers of activities")]
    [InlineData("activities", "SampleTimeLimit", "00:00:00", "Jobs:activities:SampleTimeLimit must be longer than 00:00:00.")]
    [InlineData("activities", "SampleTimeLimit", "-00:00:05", "Jobs:activities:SampleTimeLimit must be longer than 00:00:00.")]
    [InlineData("activities", "Categories:QBR", "meting", "Jobs:activities:Categories:QBR is not a type. Set it to email, meeting or manual.")]
    public async Task A_setting_out_of_its_range_is_named_and_nothing_is_read(string job, string setting, string value, string words)
    {
        await using var service = JobService.Puller($"--Jobs:{job}:{setting}={value}");

        var status = await service.RunAsync(job);

        (status.State, status.Calls).Should().Be((RunState.Failed, 0));
        status.Notes.Should().ContainSingle().Which.Should().Contain(words);
    }

    [Fact]
    public async Task An_object_that_is_named_twice_is_read_once()
    {
        await using var service = JobService.Puller("--Jobs:surveys:Objects:2:Object=nps_survey_response");

        var status = await service.RunAsync("surveys");

        status.State.Should().Be(RunState.Failed);
        status.Notes[0].Should().Be("Jobs:surveys:Objects:2:Object names nps_survey_response again. Remove it: each object is read once.");
        service.Rows("surveys", "nps_survey_response", "NPSScore").Should().BeEquivalentTo("9", "3", "7");
    }

    [Fact]
    public async Task Usage_rows_without_a_metric_or_a_number_are_left_out()
    {
        await using var service = JobService.Puller();

        var status = await service.RunAsync("usage");

        status.State.Should().Be(RunState.Completed);
        status.Notes.Should().HaveCount(2);
        status.Notes.Should().Contain(note => note.Contains("Metric__gc has no name of a metric", StringComparison.Ordinal)).And.Contain(note => note.Contains("Value__gc is not a number", StringComparison.Ordinal));
        status.Notes.Should().OnlyContain(note => note.StartsWith("Metric_Usage__gc 1", StringComparison.Ordinal));
        service.Said().Where(said => said.Contains("Portal usage", StringComparison.Ordinal)).Select(said => Regex.Replace(said, @"company \w+", "company")).Should().BeEquivalentTo(
            "usage: Portal usage of A-1 (company): logins 120 [Web] Sessions__gc=30; exports 4 [Reports] Sessions__gc=2",
            "usage: Portal usage of G-1 (company): logins 15.5 [Mobile] Sessions__gc=");

        service.Change("Metric_Usage__gc", "Name", "5", ("Value__gc", "12"));
        (await service.RunAsync("usage")).Notes.Should().ContainSingle();
        service.Said().Should().ContainSingle(said => said.Contains("exports 12 []", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Value", "Valu__gc", "Jobs:usage:Value: metric_usage__gc has no field 'Valu__gc'. Did you mean 'Value__gc'?")]
    [InlineData("Metric", "Metrc__gc", "Jobs:usage:Metric: metric_usage__gc has no field 'Metrc__gc'. Did you mean 'Metric__gc'?")]
    [InlineData("Secondary:0", "Session__gc", "Jobs:usage:Secondary:0: metric_usage__gc has no field 'Session__gc'. Did you mean 'Sessions__gc'?")]
    [InlineData("Match:Fallback", "Account__gc", "Jobs:usage:Match:Fallback: metric_usage__gc has no field 'Account__gc'.")]
    [InlineData("Object", "Metric_Usag__gc", "Jobs:usage:Object: ")]
    [InlineData("Secondary:1", "Sessions__gc", "Jobs:usage:Secondary:1 names Sessions__gc again. Remove it.")]
    [InlineData("Produkt", "Portal", "Jobs:usage:Produkt is not a setting. Did you mean 'Product'?")]
    [InlineData("Where", "{ \"conditions\": ", "Jobs:usage:Where")]
    public async Task A_wrong_setting_of_the_usage_is_told_and_the_other_jobs_go_on(string setting, string value, string words)
    {
        await using var service = JobService.Puller($"--Jobs:usage:{setting}={value}");

        var all = await service.RunAllAsync();

        all["usage"].State.Should().Be(RunState.Failed);
        all["usage"].Notes.Should().ContainSingle().Which.Should().StartWith("Jobs:usage").And.Contain(words);
        all.Values.Where(status => status.Job != "usage").Should().OnlyContain(status => status.State == RunState.Completed);
    }

    [Fact]
    public async Task Usage_without_groups_and_metrics_is_a_row_each()
    {
        await using var service = JobService.Puller("--Jobs:usage:Value=Sessions__gc", "--Jobs:usage:GroupBy=", "--Jobs:usage:Metric=", "--Jobs:usage:Dimension=");

        var status = await service.RunAsync("usage");

        status.State.Should().Be(RunState.Completed);
        status.Notes.Should().HaveCount(3, "three rows have no number");
        service.Said().Count(said => said.Contains("Sessions__gc 30 []", StringComparison.Ordinal) || said.Contains("Sessions__gc 2 []", StringComparison.Ordinal)).Should().Be(2);
    }

    [Fact]
    public async Task A_failed_job_stops_no_other_and_an_unknown_job_is_named()
    {
        await using var service = JobService.Puller("--Jobs:companies:Object=Compny", "--Jobs:usge:Schedule=0 0 3 ? * MON");

        var all = await service.RunAllAsync();

        all["companies"].State.Should().Be(RunState.Failed);
        all["usge"].Notes.Should().ContainSingle().Which.Should().Be("Jobs:usge is not a job. The jobs: companies, activities, surveys, usage.");
        all.Values.Where(status => status.Job is not ("companies" or "usge")).Should().OnlyContain(status => status.State == RunState.Completed);
    }

    [Fact]
    public async Task Nothing_is_written_to_the_tenant()
    {
        await using var service = JobService.Puller();
        await service.RunAllAsync();

        service.Emulator.Requests.Snapshot().Should().OnlyContain(entry => entry.Operation == EmulatorOperations.Query || entry.Operation!.StartsWith("metadata", StringComparison.Ordinal));
    }
}
