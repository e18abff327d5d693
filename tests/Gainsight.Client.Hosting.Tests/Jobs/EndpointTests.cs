using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;

namespace Gainsight.Client.Hosting.Tests.Jobs;

/// <summary>Jobs over HTTP.</summary>
public sealed class EndpointTests : IAsyncLifetime, IDisposable
{
    private readonly JobsHost _host = new();
    private readonly HttpClient _http = new();
    private WebApplication _app = null!;

    public async Task InitializeAsync()
    {
        _host.Settings["Jobs:other:Object"] = "Nothing";
        _app = _host.Build();
        await _app.StartAsync();
        _http.BaseAddress = new Uri(_app.Urls.First());
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose()
    {
        _http.Dispose();
        _host.Dispose();
    }

    [Fact]
    public async Task Jobs_are_shown_with_their_last_run()
    {
        (await _http.GetFromJsonAsync<RunStatus[]>("jobs"))!.Select(job => (job.Job, job.State)).Should()
            .Equal(("other", RunState.NeverRan), ("probe", RunState.NeverRan));
        await _http.PostAsync(PathOf("jobs/probe/run"), null);

        (await _http.GetFromJsonAsync<RunStatus[]>("jobs"))!.Single(job => job.Job == "probe").State.Should().Be(RunState.Completed);
    }

    [Fact]
    public async Task A_job_is_run_in_any_case_and_answers_with_its_status_also_if_it_failed()
    {
        var answer = await _http.PostAsync(PathOf("jobs/Probe/run"), null);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("state").GetString().Should().Be("Completed");

        var all = await (await _http.PostAsync(PathOf("jobs/run"), null)).Content.ReadFromJsonAsync<RunStatus[]>();
        all!.Select(job => (job.Job, job.State)).Should().Equal(("other", RunState.Failed), ("probe", RunState.Completed));
        all![0].Notes.Should().ContainSingle().Which.Should().StartWith("Jobs:other:Fields is missing.");
    }

    [Fact]
    public async Task An_unknown_job_and_one_that_runs_are_refused_in_words()
    {
        var unknown = await _http.PostAsync(PathOf("jobs/nothing/run"), null);
        using var other = _host.Lock("probe");
        var running = await _http.PostAsync(PathOf("jobs/probe/run"), null);

        unknown.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await unknown.Content.ReadFromJsonAsync<string>()).Should().Be("nothing is not a job. The jobs: other, probe.");
        running.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await running.Content.ReadFromJsonAsync<string>()).Should().Be("probe runs already. Nothing was started.");
        _host.Probe.Words.Should().BeEmpty();
    }

    [Fact]
    public async Task A_run_goes_on_when_the_caller_leaves()
    {
        (var started, var goOn, var ended) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        _host.Probe.Work = async (_, token) =>
        {
            started.SetResult();
            await goOn.Task;
            ended.SetResult();
            token.IsCancellationRequested.Should().BeFalse();
        };
        using var leave = new CancellationTokenSource();
        var call = _http.PostAsync(PathOf("jobs/probe/run"), null, leave.Token);
        await started.Task.WaitAsync(TimeSpan.FromMinutes(2));

        await leave.CancelAsync();
        await FluentActions.Awaiting(() => call).Should().ThrowAsync<OperationCanceledException>();
        goOn.SetResult();

        await ended.Task.WaitAsync(TimeSpan.FromMinutes(2));
    }

    private static Uri PathOf(string path) => new(path, UriKind.Relative);
}
