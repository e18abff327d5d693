using Microsoft.Extensions.Configuration;

namespace Gainsight.Client.Hosting.Tests.Jobs;

/// <summary>Settings of jobs, good and bad.</summary>
public sealed class SettingTests : IDisposable
{
    private readonly JobsHost _host = new();

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("Jobs:probe:Wrod", "hello", "Jobs:probe:Wrod is not a setting. Did you mean 'Word'?")]
    [InlineData("Jobs:probe:Nothing", "hello", "Jobs:probe:Nothing is not a setting. The settings: Word, Mood, Values, Limit, Flags, Within, Schedule.")]
    [InlineData("Jobs:probe:Mood", "Godo", "Jobs:probe:Mood: 'Godo' is not one of Good, Bad. Did you mean 'Good'?")]
    [InlineData("Jobs:probe:Word", null, "Jobs:probe:Word is missing.")]
    [InlineData("Jobs:probe:Word:more", "hello", "Jobs:probe:Word has settings of its own. Give one value.")]
    [InlineData("Jobs:probe:Values", "foo", "Jobs:probe:Values is one value. Give a list, such as Jobs:probe:Values:0.")]
    [InlineData("Jobs:probe:Flags", "foo", "Jobs:probe:Flags is one value. Give a name for each value, such as Jobs:probe:Flags:NAME.")]
    [InlineData("Jobs:probe:Flags:a", "maybe", "Jobs:probe:Flags:a: 'maybe' is not true or false.")]
    [InlineData("Jobs:probe:Limit", "many", "Jobs:probe:Limit: 'many' is not a whole number that fits.")]
    [InlineData("Jobs:probe:Within", "soon", "Jobs:probe:Within: 'soon' is not a time span, such as 00:00:25.")]
    [InlineData("Jobs:probe:Word", "Caf\uFFFD", "Jobs:probe:Word has bytes that are not UTF-8. Save the file of the settings as UTF-8.")]
    [InlineData("Jobs:probe", "foo", "Jobs:probe is one value. Give it settings, such as Jobs:probe:Word.")]
    [InlineData("Jobs:read:Schedule", "", "Jobs:read:Object is missing.")]
    [InlineData("Jobs:read:Object", "", "Jobs:read:Object is missing.")]
    [InlineData("Jobs:read:Object", "Company", "Jobs:read:Fields is missing.")]
    [InlineData("Jobs:read:Objct", "Company", "Jobs:read:Objct is not a setting. Did you mean 'Object'?")]
    [InlineData("Jobs:read:Match:Feild", "Company", "Jobs:read:Match:Feild is not a setting. Did you mean 'Field'?")]
    [InlineData("Jobs:read:Match", "Company", "Jobs:read:Match is one value. Give it settings, such as Jobs:read:Match:Field.")]
    public async Task A_setting_that_is_missing_or_wrong_fails_its_job_with_its_path_before_any_call(string setting, string? value, string words)
    {
        _host.Settings["Jobs:other:Word"] = "hello";
        _host.Jobs = jobs => jobs.Add<ProbeJob, ProbeSettings>("probe").Add<ProbeJob, ProbeSettings>("other").AddEach<ReadJob, ObjectSettings>();
        _host.Settings[setting] = value;

        (var code, var output) = await _host.CommandAsync("run --yes");

        code.Should().Be(1);
        output.Should().Contain($"  {words}");
        output.Split(" Failed  ").Should().HaveCount(2, "the others go on");
        _host.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task Every_wrong_setting_of_a_job_is_told_at_once()
    {
        (_host.Settings["Jobs:probe:Wrod"], _host.Settings["Jobs:probe:Limit"]) = ("hello", "many");

        (_, var output) = await _host.CommandAsync("run --yes");

        output.Should().Contain("Jobs:probe:Wrod is not a setting.").And.Contain("Jobs:probe:Limit: 'many' is not");
    }

    [Fact]
    public void The_settings_of_another_section_are_checked_in_the_same_way()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Good:Word"] = "hello",
            ["Good:Values:0"] = "a",
            ["Good:Flags:x"] = "True",
            ["Bad:Wrod"] = "hello",
        }).Build();

        configuration.GetJobSettings<ProbeSettings>("Good")!.Should().BeEquivalentTo(
            new ProbeSettings("hello", Values: ["a"], Flags: new() { ["x"] = true }));
        configuration.GetJobSettings<ProbeSettings>("Nothing").Should().BeNull();
        FluentActions.Invoking(() => configuration.GetJobSettings<ProbeSettings>("Bad")).Should().Throw<JobSettingException>()
            .WithMessage("Bad:Wrod is not a setting. Did you mean 'Word'? Bad:Word is missing.");
    }

    [Theory]
    [InlineData("Fields:stage", "Stge", "Jobs:read:Fields:stage: company has no field 'Stge'. Did you mean 'Stage'?")]
    [InlineData("ModifiedDate", "ModifedDate", "Jobs:read:ModifiedDate: company has no field 'ModifedDate'. Did you mean 'ModifiedDate'?")]
    [InlineData("Key", "Gsd", "Jobs:read:Key: company has no field 'Gsd'.")]
    [InlineData("Where", "{ ", "Jobs:read:Where: ")]
    [InlineData("Where", "{}", "Jobs:read:Where: ")]
    [InlineData("Match:Fallback", "Nme", "Jobs:read:Match:Fallback: company has no field 'Nme'. Did you mean 'Name'?")]
    [InlineData("Match:Field", "Gsd", "Jobs:read:Match:Field: company has no field 'Gsd'.")]
    [InlineData("Where", """{ "conditions": [ { "name": "Nmae", "alias": "A", "operator": "EQ", "value": ["Acme"] } ], "expression": "A" }""", "Jobs:read:Where: company has no field 'Nmae'. Did you mean 'Name'?")]
    [InlineData("Where", """{ "conditions": [ { "name": "Csm__gr.Nmae", "alias": "A", "operator": "EQ", "value": ["Rhea"] } ], "expression": "A" }""", "Jobs:read:Where: ")]
    [InlineData("Where", """{ "conditions": [ { "name": "Name", "alias": "A", "operator": "EQ", "value": ["Acme"] }, { "name": "Name", "alias": "B", "operator": "EQ", "value": ["Globex"] } ], "expression": "A OR B" }""", "Jobs:read:Where: The expression has OR, and the filter of a job can have only AND. Add a job for each alternative.")]
    [InlineData("Where", """{ "conditions": [ { "name": "Stage", "alias": "A", "operator": "EQ", "value": ["Orbiting"] } ], "expression": "A" }""", "Jobs:read:Where: ")]
    [InlineData("ModifiedDate", "Name", "Jobs:read:ModifiedDate: ")]
    [InlineData("Key", "IsActive__gc", "Jobs:read:Key: ")]
    [InlineData("Key", "RenewalDate", "Jobs:read:Key: ")]
    [InlineData("Object", "Compny", "Did you mean company?")]
    [InlineData("Object", "Com/pany", "Jobs:read:Object: 'Com/pany.jsonl' cannot be part of a file's name.")]
    public async Task A_setting_that_the_tenant_does_not_know_is_told_with_its_path(string setting, string value, string words)
    {
        (_host.Settings["Jobs:read:Object"], _host.Settings["Jobs:read:Fields:name"]) = ("Company", "Name");
        _host.Settings[$"Jobs:read:{setting}"] = value;

        (var code, var output) = await _host.CommandAsync("run --yes");

        code.Should().Be(1);
        output.Should().Contain(words).And.MatchRegex("probe +Completed").And.NotContain("(Parameter").And.NotContain("ChangeOptions");
    }

    [Fact]
    public async Task A_job_that_is_in_the_code_only_runs_if_it_needs_no_setting_and_one_that_is_in_the_configuration_only_is_told()
    {
        _host.Jobs = jobs => jobs.Add<ProbeJob, ProbeSettings>("probe").Add<ReadJob, ObjectSettings>("read");
        _host.Settings["Jobs:raed:Object"] = "Company";

        (var code, var output) = await _host.CommandAsync("run --yes");

        code.Should().Be(1);
        output.Should().Contain("Jobs:raed is not a job. The jobs: probe, read.").And.Contain("Jobs:read is missing. Add the section of the job to the configuration.");
    }

    [Fact]
    public async Task Settings_are_those_of_the_moment_when_the_run_starts()
    {
        await using var app = _host.Build();
        var runner = (JobRunner)app.Services.GetService(typeof(JobRunner))!;
        await runner.RunAsync("probe");
        app.Configuration["Jobs:probe:Word"] = "changed";
        await runner.RunAsync("probe");

        _host.Probe.Words.Should().Equal("hello", "changed");
    }

    [Fact]
    public void A_job_is_added_once_and_has_a_name()
    {
        FluentActions.Invoking(() => With(jobs => jobs.Add<ProbeJob, ProbeSettings>("probe").Add<ProbeJob, ProbeSettings>("Probe"))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => With(jobs => jobs.Add<ProbeJob, ProbeSettings>(" "))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => With(jobs => jobs.AddEach<ProbeJob, ProbeSettings>().AddEach<ProbeJob, ProbeSettings>())).Should().Throw<InvalidOperationException>();

        void With(Action<GainsightJobsBuilder> jobs)
        {
            _host.Jobs = jobs;
            _host.Build();
        }
    }

    [Theory]
    [InlineData("run --yes")]
    [InlineData("run probe --yes")]
    public async Task A_name_in_the_configuration_that_cannot_begin_a_file_is_told_and_the_other_jobs_go_on(string line)
    {
        _host.Settings["Jobs:../probe:Object"] = "Company";
        _host.Settings["Jobs:../probe:Schedule"] = "0 0 2 * * ?";

        (var code, var output) = await _host.CommandAsync(line);

        code.Should().Be(1);
        output.Should().Contain("Jobs:../probe: '../probe' cannot be part of a file's name.").And.MatchRegex("probe +Completed").And.NotContain("(Parameter");
        (code, output) = await _host.CommandAsync("status");
        code.Should().Be(1);
        output.Should().Contain("Jobs:../probe: ").And.MatchRegex("probe +Completed");
    }
}
