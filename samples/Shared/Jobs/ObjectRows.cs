using System.Globalization;
using System.Text.Json;

namespace Samples.Jobs;

/// <summary>A row that was created, changed or deleted, with its former values.</summary>
internal sealed record RowChange(string Key, Row? Before, Row? After);

/// <summary>An object and the fields to read, by names of the application.</summary>
internal record ObjectSettings(string Object, Row Fields, string? ModifiedDate = null, string? Key = null, string? Where = null);

/// <summary>Reads what changed of any object since the last run, as rows of named texts, and remembers them.</summary>
internal static class ObjectRows
{
    public static async Task<List<RowChange>> ReadAsync(
        GainsightClient gainsight, JobRun run, ObjectSettings settings, CancellationToken cancellationToken, string path = "", ChangeCheckpoint? first = null, int limit = int.MaxValue)
    {
        var about = await gainsight.Metadata.DescribeAsync(settings.Object, cancellationToken);
        var fields = settings.Fields.ToDictionary(pair => pair.Key, pair => run.Use($"{path}:Fields:{pair.Key}", () => about.Get(pair.Value)));
        var query = gainsight.Objects(about.Name).Query().Select(fields.Values.Select(field => field.Token)).WithLabels();
        if (settings.Where is { } where)
        {
            query = query.Where(run.Use($"{path}:Where", () => Filter.Parse(JsonDocument.Parse(where).RootElement)));
        }

        var options = new ChangeOptions
        {
            ModifiedDate = settings.ModifiedDate is { } date ? run.Use($"{path}:ModifiedDate", () => about.Get(date)).As<DateTimeOffset>() : null,
            Key = settings.Key is { } key ? run.Use($"{path}:Key", () => about.Get(key)).Token : null,
        };
        var memory = run.Memory;
        var checkpoint = memory.Checkpoints.TryGetValue(about.Name, out var text) ? ChangeCheckpoint.Parse(text) : first ?? ChangeCheckpoint.Beginning;
        List<RowChange> changes = [];
        await foreach (var change in gainsight.Changes.ReadAsync(query, checkpoint, options, cancellationToken))
        {
            checkpoint = change.Checkpoint;
            var id = $"{about.Name} {change.Gsid}";
            var before = memory.Rows.GetValueOrDefault(id);
            var at = change.At?.ToString("O", CultureInfo.InvariantCulture) ?? "";
            if (change.Kind == ChangeKind.CaughtUp || (change.Record is not null && before?.GetValueOrDefault("at") == at))
            {
                // A feed may deliver a row again, such as after a limit ended it within a second.
                continue;
            }

            changes.Add(new(id, before, change.Record is { } row ? new(Named(row, fields)) { ["at"] = at } : null));
            if (changes.Count == limit)
            {
                break;
            }
        }

        // Only a complete read is remembered.
        memory.Checkpoints[about.Name] = checkpoint.ToString();
        foreach (var change in changes)
        {
            memory.Rows.Remove(change.Key);
            if (change.After is { } row)
            {
                memory.Rows[change.Key] = row;
            }
        }

        run.Rows += changes.Count;
        return changes;
    }

    private static Row Named(ObjectRecord row, Dictionary<string, FieldDescription> fields) => fields
        .Select(pair => (Name: pair.Key, Text: (pair.Value.DataType == DataType.Picklist ? row.GetLabel(pair.Value.As<string>()) : null)
            ?? Convert.ToString(row[pair.Value.Name], CultureInfo.InvariantCulture)))
        .Where(field => field.Text is { Length: > 0 })
        .ToDictionary(field => field.Name, field => field.Text!);
}
