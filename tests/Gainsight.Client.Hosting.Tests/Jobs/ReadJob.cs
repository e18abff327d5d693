namespace Gainsight.Client.Hosting.Tests.Jobs;

/// <summary>Reads an object, and says its rows.</summary>
internal sealed class ReadJob(GainsightClient gainsight) : IGainsightJob<ObjectSettings>
{
    public async Task RunAsync(JobRun run, ObjectSettings settings, CancellationToken cancellationToken)
    {
        using var rows = new ObjectRows(run, settings);
        await foreach (var change in rows.UpdateAsync(gainsight, cancellationToken))
        {
            run.Say($"{change.Kind}: {TextOf(change.Before)} -> {TextOf(change.After)}");
        }

        if (settings.Match is not null)
        {
            foreach (var match in await rows.FindCompaniesAsync(gainsight, cancellationToken))
            {
                run.Say($"{TextOf(match.Fields)} is of {match.Company}");
            }
        }

        await rows.SaveAsync(cancellationToken);
    }

    private static string TextOf(IReadOnlyDictionary<string, string> row) => string.Join(", ", row.Select(field => $"{field.Key}={field.Value}"));
}
