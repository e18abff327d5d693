using System.Globalization;
using System.Text.Json;

namespace Samples.Jobs;

/// <summary>An object and the fields to read, by names of the application.</summary>
internal record ObjectSettings(string Object, Row Fields, string? ModifiedDate = null, string? Key = null, string? Where = null);

/// <summary>The rows of an object as named texts, and what changed since the last run. Only what is saved counts as read.</summary>
internal sealed class ObjectRows(JobRun run, ObjectSettings settings, string path = "", ChangeCheckpoint? begin = null) : IDisposable
{
    private readonly RecordCopy<ObjectRecord> _copy = new(run.PathOf($"{settings.Object}.jsonl"))
    {
        Begin = begin ?? ChangeCheckpoint.Beginning,
    };

    public IEnumerable<(string Key, Row Row)> All => _copy.Rows.Select(row => (row.Key, Named(row.Value)));

    /// <summary>Whether there are no former rows to compare with.</summary>
    public bool IsFirst => _copy.Checkpoint is null;

    public async Task<List<CopyChange<ObjectRecord>>> ReadAsync(GainsightClient gainsight, CancellationToken stop, int limit = int.MaxValue)
    {
        var about = await gainsight.Metadata.DescribeAsync(settings.Object, stop);
        var fields = settings.Fields.Select(field => run.Use($"{path}:Fields:{field.Key}", () => about.Get(field.Value).Token));
        var query = gainsight.Objects(about.Name).Query().Select(fields).WithLabels();
        if (settings.Where is { } where)
        {
            query = query.Where(run.Use($"{path}:Where", () => Filter.Parse(JsonDocument.Parse(where).RootElement)));
        }

        var options = new ChangeOptions
        {
            ModifiedDate = settings.ModifiedDate is { } at
                ? run.Use($"{path}:ModifiedDate", () => about.Get(at).As<DateTimeOffset>())
                : null,
            Key = settings.Key is { } key ? run.Use($"{path}:Key", () => about.Get(key).Token) : null,
        };
        var changes = await _copy.UpdateAsync(gainsight.Changes, query, options, stop).Take(limit).ToListAsync(stop);
        run.Rows += changes.Count;
        return changes;
    }

    public Row Named(ObjectRecord? record) => settings.Fields
        .Select(field => (field.Key, Text: Convert.ToString(record?[field.Value], CultureInfo.InvariantCulture)))
        .Where(field => !string.IsNullOrEmpty(field.Text))
        .ToDictionary(field => field.Key, field => field.Text!);

    public Task SaveAsync(CancellationToken stop) => _copy.SaveAsync(stop);

    public void Dispose() => _copy.Dispose();
}
