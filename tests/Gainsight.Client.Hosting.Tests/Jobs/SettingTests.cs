namespace Gainsight.Client.Hosting.Tests.Jobs;

/// <summary>Settings of jobs, good and bad.</summary>
public sealed class SettingTests : IDisposable
{
    private readonly JobsHost _host = new();

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("Jobs:probe:Wrod", "hello", "Jobs:probe: ", "'Wrod'")]
    [InlineData("Jobs:probe:Mood", "Awful", "Jobs:probe: ", "'Jobs:probe:Mood'")]
    [InlineData("Jobs:probe:Word", null, "Jobs:probe: ", "'Word'")]
    [InlineData("Jobs:read:Schedule", "", "Jobs:read: ", "'Object'")]
    [InlineData("Jobs:read:Object", "Company", "Jobs:read: ", "'Fields'")]
    public async Task A_setting_that_is_missing_or_wrong_fails_its_job_before_any_call(string setting, string? value, string path, string name)
    {
        _host.Settings[setting] = value;

        (var code, var output) = await _host.CommandAsync("run --yes");

        code.Should().Be(1);
        output.Should().MatchRegex($"Failed .*{path}.*{name}");
        _host.Emulator.Requests.Count.Should().Be(0);
        output.Split(" Failed  ").Should().HaveCount(2, "the others go on");
    }

    [Theory]
    [InlineData("Fields:stage", "Stge", "Jobs:read:Fields:stage: company has no field 'Stge'. Did you mean 'Stage'?")]
    [InlineData("ModifiedDate", "ModifedDate", "Jobs:read:ModifiedDate: company has no field 'ModifedDate'. Did you mean 'ModifiedDate'?")]
    [InlineData("Key", "Gsd", "Jobs:read:Key: company has no field 'Gsd'.")]
    [InlineData("Where", "{ ", "Jobs:read:Where: ")]
    [InlineData("Where", "{}", "Jobs:read:Where: ")]
    [InlineData("Match:Fallback", "Nme", "Jobs:read:Match:Fallback: company has no field 'Nme'. Did you mean 'Name'?")]
    [InlineData("Match:Field", "Gsd", "Jobs:read:Match:Field: company has no field 'Gsd'.")]
    [InlineData("Object", "Com/pany", "Jobs:read:Object: 'Com/pany.jsonl' cannot be part of a file's name.")]
    public async Task A_setting_that_the_tenant_does_not_know_is_told_with_its_path(string setting, string value, string words)
    {
        (_host.Settings["Jobs:read:Object"], _host.Settings["Jobs:read:Fields:name"]) = ("Company", "Name");
        _host.Settings[$"Jobs:read:{setting}"] = value;

        (var code, var output) = await _host.CommandAsync("run --yes");

        code.Should().Be(1);
        output.Should().Contain(words).And.MatchRegex("probe +Completed");
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

    [Fact]
    public async Task A_name_in_the_configuration_that_cannot_begin_a_file_is_told()
    {
        _host.Settings["Jobs:../probe:Object"] = "Company";

        (var code, var output) = await _host.CommandAsync("run probe --yes");

        code.Should().Be(1);
        output.Should().Contain("Jobs:../probe: '../probe' cannot be part of a file's name.");
    }
}
