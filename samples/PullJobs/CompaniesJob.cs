namespace PullJobs;

/// <summary>Pulls the companies.</summary>
internal sealed class CompaniesJob(GainsightClient gainsight) : IGainsightJob<ObjectSettings>
{
    public async Task RunAsync(JobRun run, ObjectSettings settings, CancellationToken cancellationToken)
    {
        using var rows = new ObjectRows(run, settings);
        await rows.PullAsync(gainsight, cancellationToken: cancellationToken);
        run.Say($"{rows.Rows.Count()} rows of {settings.Object}");
    }
}
