namespace ScheduledReader;

/// <summary>An object to read, the names for its fields, and the lifecycle events that its changes mean.</summary>
internal sealed record ReaderSettings(
    string Schedule, string Object, Row Fields, string? ModifiedDate = null, string? Key = null, string? Where = null, Rule[]? Events = null)
    : ObjectSettings(Object, Fields, ModifiedDate, Key, Where);

/// <summary>Reads what changed of an object, derives lifecycle events, and writes them to the timeline where that is configured.</summary>
internal sealed class Reader(GainsightClient gainsight, IConfiguration configuration)
{
    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var settings = run.Settings<ReaderSettings>();
        await WriteBackAsync(run, cancellationToken);

        // The first run has no former values to compare with.
        var isFirst = run.Memory.Checkpoints.Count == 0;
        foreach (var change in await ObjectRows.ReadAsync(gainsight, run, settings, cancellationToken))
        {
            foreach (var rule in isFirst || change.After is null ? [] : settings.Events ?? [])
            {
                if (run.Use(":Events", () => rule.Holds(change.Before, change.After!)))
                {
                    Derive(run, rule, change);
                }
            }
        }

        run.Save();
        await WriteBackAsync(run, cancellationToken);
    }

    private void Derive(JobRun run, Rule rule, RowChange change)
    {
        var text = $"{rule.Event}: {rule.Field} of {change.Key} {change.Before?.GetValueOrDefault(rule.Field) ?? "(none)"} -> {change.After!.GetValueOrDefault(rule.Field)}";
        run.Say($"event {text}");
        if (configuration["WriteBack:Author"] is { Length: > 0 })
        {
            run.Memory.Outbox.Add(new() { ["id"] = $"lifecycle-{Guid.NewGuid():N}", ["event"] = rule.Event, ["text"] = text, ["company"] = change.After!.GetValueOrDefault("company", "") });
        }
    }

    /// <summary>Writes the open events. An id that the timeline has already is an event that was written before a kill.</summary>
    private async Task WriteBackAsync(JobRun run, CancellationToken cancellationToken)
    {
        var open = run.Memory.Outbox.ToList();
        if (open.Count == 0 || configuration["WriteBack:Author"] is not { Length: > 0 } author)
        {
            return;
        }

        var report = await gainsight.Timeline.InsertAsync(open.Select(each => Activity(each, author)), cancellationToken);
        foreach (var row in report.Rows)
        {
            run.Say($"timeline write {row.Record.ExternalId} ({open[(int)row.Index]["event"]}): {row.Status} {row.Gsid} {string.Join(' ', row.Errors)}, trace {System.Diagnostics.Activity.Current?.TraceId}");
            if (row.Status is not (RowStatus.Unknown or RowStatus.NotAttempted))
            {
                run.Memory.Outbox.Remove(open[(int)row.Index]);
            }
        }

        run.Save();
    }

    private TimelineActivity Activity(Row lifecycle, string author)
    {
        var activity = new TimelineActivity
        {
            ExternalId = lifecycle["id"],
            ContextName = TimelineContexts.Company,
            GsCompanyId = lifecycle["company"],
            TypeName = configuration["WriteBack:TypeName"] ?? "Update",
            Subject = $"Lifecycle: {lifecycle["event"]}",
        };
        activity.SetAuthor(author);
        activity.SetNotesText(lifecycle["text"]);
        return activity;
    }
}
