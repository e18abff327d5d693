namespace PullJobs;

/// <summary>Which activity type each reporting category becomes, and how many activities are sampled to find the categories.</summary>
internal sealed record ActivitySettings : ObjectSettings
{
    public Dictionary<string, string> Categories { get; init; } = [];
    public int[] SampleSizes { get; init; } = [];
    public TimeSpan SampleTimeLimit { get; init; } = TimeSpan.FromSeconds(25);
}

/// <summary>Pulls the activities. A category becomes an activity type; one that is not mapped is offered for mapping.</summary>
internal sealed class ActivitiesJob(GainsightClient gainsight) : IGainsightJob<ActivitySettings>
{
    public async Task RunAsync(JobRun run, ActivitySettings settings, CancellationToken cancellationToken)
    {
        var types = new Dictionary<string, string>(settings.Categories, StringComparer.OrdinalIgnoreCase);
        var wrong = types.FirstOrDefault(type => type.Value is not ("email" or "meeting" or "manual")).Key;
        run.Ensure(wrong is null, $"Categories:{wrong}", "is not a type. Set it to email, meeting or manual.");
        run.Ensure(settings.Fields.ContainsKey("category"), "Fields:category", "is missing. Name the field with the reporting category.");
        run.Ensure(settings.SampleSizes is [_, ..] all && all.Min() > 0, "SampleSizes", "needs numbers of activities, each at least 1.");
        run.Ensure(settings.SampleTimeLimit > TimeSpan.Zero, "SampleTimeLimit", "must be longer than 00:00:00.");
        IReadOnlyList<string> categories;
        try
        {
            categories = await gainsight.Timeline.ListValuesAsync(
                TimelineActivityFields.ReportingCategory, settings.SampleSizes, settings.SampleTimeLimit, cancellationToken);
        }
        catch (GainsightTransportException failure) when (failure.IsTimeout)
        {
            throw new JobSettingException("Jobs:activities:SampleTimeLimit is too short for this tenant, even for the smallest of"
                + " SampleSizes. Raise it, or add a smaller size.");
        }
        foreach (var category in categories)
        {
            run.Say(types.TryGetValue(category, out var type)
                ? $"category {category} becomes {type}"
                : $"category {category} is not mapped. Set Jobs:activities:Categories:{category} to email, meeting or manual.");
        }
        using var rows = new ObjectRows(run, settings);
        await rows.PullAsync(gainsight, cancellationToken: cancellationToken);
        foreach (var type in rows.Rows.CountBy(row => types.GetValueOrDefault(row.Fields.GetValueOrDefault("category", ""), "unmapped")))
        {
            run.Say($"{type.Value} activities are {type.Key}");
        }
    }
}
