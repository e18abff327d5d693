using Gainsight.Client;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Shows and starts jobs over HTTP.</summary>
public static class GainsightJobsEndpointExtensions
{
    /// <summary>Maps <c>GET /jobs</c> (the last run of each job), <c>POST /jobs/run</c> (runs all) and <c>POST /jobs/{job}/run</c> (runs one).</summary>
    /// <remarks>
    /// <para>
    /// A run answers when it has ended, with its <see cref="RunStatus"/>, also if it failed. It goes on if the caller leaves. A job that runs already
    /// answers 409, an unknown one 404, both in words.
    /// </para>
    /// <para>Anyone who reaches the host can start jobs, unless you restrict it: <c>app.MapGainsightJobs().RequireAuthorization()</c>.</para>
    /// </remarks>
    /// <param name="endpoints">The application, or a group of routes for another prefix.</param>
    /// <returns>The group of these routes.</returns>
    public static RouteGroupBuilder MapGainsightJobs(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var jobs = endpoints.MapGroup("/jobs");
        jobs.MapGet("/", static (JobRunner runner) => TypedResults.Ok(runner.Jobs.Select(runner.GetStatus).ToArray()));
        jobs.MapPost("/run", static async (JobRunner runner) => TypedResults.Ok(await runner.RunAsync(runner.Jobs).ConfigureAwait(false)));
        jobs.MapPost("/{job}/run", RunAsync);
        return jobs;
    }

    private static async Task<Results<Ok<RunStatus>, NotFound<string>, Conflict<string>>> RunAsync(JobRunner runner, string job)
    {
        if (!runner.Jobs.Contains(job, StringComparer.OrdinalIgnoreCase))
        {
            return TypedResults.NotFound($"{job} is not a job. The jobs: {string.Join(", ", runner.Jobs)}.");
        }

        var status = await runner.RunAsync(job).ConfigureAwait(false);
        return status.State == RunState.Running ? TypedResults.Conflict($"{status.Job} runs already. Nothing was started.") : TypedResults.Ok(status);
    }
}
