namespace ScheduledReader;

/// <summary>An object to read, the names for its fields, and the lifecycle events that its changes mean.</summary>
internal sealed record ReaderSettings : ObjectSettings
{
    public IReadOnlyList<Rule> Events { get; init; } = [];
}

/// <summary>Where events are written: nowhere without an author.</summary>
internal sealed record WriteBackSettings(string? Author = null, string TypeName = "Update");

/// <summary>Reads what changed of an object, derives lifecycle events, and writes them to the timeline where that is configured.</summary>
internal sealed class Reader(GainsightClient gainsight, IConfiguration configuration) : IGainsightJob<ReaderSettings>
{
    public async Task RunAsync(JobRun run, ReaderSettings settings, CancellationToken cancellationToken)
    {
        foreach ((var index, var rule) in settings.Events.Index())
        {
            var path = $"Events:{index}";
            run.Ensure(settings.Fields.ContainsKey(rule.Field), $"{path}:Field",
                $"is wrong: {rule.Event} needs the field '{rule.Field}'. Add it to Jobs:{run.Job}:Fields.");
            run.Ensure(rule.When != RuleKind.Becomes || rule.Values is { Length: > 0 }, $"{path}:Values",
                $"is missing: {rule.Event} needs the values that '{rule.Field}' becomes.");
        }

        var writeBack = configuration.GetJobSettings<WriteBackSettings>("WriteBack") ?? new();
        run.Ensure(
            string.IsNullOrEmpty(writeBack.Author) || settings.Events.Count == 0 || settings.Fields.ContainsKey("company"),
            "Fields:company", "is missing. Name the field with the GSID of the company, to which events are written.");
        using var rows = new ObjectRows(run, settings);
        var isFirst = rows.IsFirst;
        var activities = new List<TimelineActivity>();
        await foreach (var change in rows.UpdateAsync(gainsight, cancellationToken))
        {
            var events = isFirst || change.Kind == ChangeKind.Deleted ? [] : settings.Events;
            foreach (var rule in events.Where(rule => rule.Holds(change)))
            {
                var former = change.Before.GetValueOrDefault(rule.Field, "(none)");
                var text = $"{rule.Field} of {settings.Object} {change.Key}: {former} -> {change.After[rule.Field]}";
                run.Say($"event {rule.Event}: {text}");
                var activity = new TimelineActivity
                {
                    // The same change has the same id, so an event that a kill interrupted is not written twice.
                    ExternalId = $"{rule.Event}/{rule.Field}/{settings.Object}/{change.Key}/{change.BeforeAt:yyyyMMddHHmmss}",
                    ContextName = TimelineContexts.Company,
                    GsCompanyId = change.After.GetValueOrDefault("company"),
                    TypeName = writeBack.TypeName,
                    Subject = $"Lifecycle: {rule.Event}",
                };
                activity.SetNotesText(text);
                activities.Add(activity);
            }
        }

        await WriteBackAsync(run, activities, writeBack.Author, cancellationToken);
        await rows.SaveAsync(cancellationToken);
    }

    /// <summary>
    /// Writes the events. If one may be missing, the run fails, and the next run derives and writes them again. An event that the
    /// tenant refuses whatever the settings are is told once: writing it again would hold up the others.
    /// </summary>
    private async Task WriteBackAsync(JobRun run, List<TimelineActivity> activities, string? author, CancellationToken stop)
    {
        if (activities.Count == 0 || string.IsNullOrEmpty(author))
        {
            return;
        }

        activities.ForEach(activity => activity.SetAuthor(author));
        var report = await gainsight.Timeline.InsertAsync(activities, stop);
        var isComplete = true;
        foreach (var row in report.Rows)
        {
            run.Say($"timeline write {row.Record.ExternalId}: {row.Status}, trace {System.Diagnostics.Activity.Current?.TraceId}");
            if (row.Status == RowStatus.Failed && row.Errors[0].Code != RecordErrorCodes.AlreadyExists)
            {
                var problem = $"{row.Record.Subject} of {row.Record.ExternalId}: {row.Errors[0].Message}";
                if (row.Record.GsCompanyId is null)
                {
                    run.Skip(problem);
                    continue;
                }

                // Only of a company that is not there is it certain that its event can never be written.
                var company = gainsight.Companies.Query().Where(CompanyFields.Gsid.EqualTo(row.Record.GsCompanyId));
                var isThere = await company.CountAsync(stop) > 0;
                isComplete &= !isThere;
                run.Fail($"{problem} {(isThere ? "Check WriteBack:Author and WriteBack:TypeName."
                    : "There is no such company, so it is not written again.")}");
            }
        }

        if (!isComplete || report.Unknown.Count + report.NotAttempted.Count > 0)
        {
            throw new InvalidOperationException("Not all events are certain to be written. The next run writes those that are missing.");
        }
    }
}
