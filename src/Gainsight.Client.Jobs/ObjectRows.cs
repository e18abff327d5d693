using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>The rows of an object of the settings as texts, by the names of the application, and what changed since the last run.</summary>
/// <remarks>
/// <para>
/// It is a <see cref="RecordCopy{T}"/> in the folder of the runs: handle the changes first, by calls that may be repeated, and <see cref="SaveAsync"/> then.
/// Only what is saved counts as read. Picklist fields are labels. Texts are those of <see cref="GainsightRecord.GetTexts"/>: a field without a value has no entry.
/// </para>
/// <para>
/// A setting that names a field which the object lacks fails with the path of the setting. A field that is added to the settings is empty in rows that were
/// read before, until they change: delete the file to read everything again.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// using var rows = new ObjectRows(run, settings);
/// await foreach (ObjectChange change in rows.UpdateAsync(gainsight, cancellationToken))
/// {
///     run.Say($"{change.Key}: {change.Before.GetValueOrDefault("stage")} -> {change.After.GetValueOrDefault("stage")}");
/// }
///
/// await rows.SaveAsync(cancellationToken);
/// </code>
/// </example>
public sealed partial class ObjectRows : IDisposable
{
    private readonly JobRun _run;
    private readonly ObjectSettings _settings;
    private readonly string _path;
    private readonly string _file;
    private readonly RecordCopy<ObjectRecord> _copy;

    /// <summary>Opens the file of the rows, <c>JOB.OBJECT.jsonl</c> in the folder of the runs.</summary>
    /// <param name="run">The run. It counts the changes as its rows.</param>
    /// <param name="settings">The object and its fields.</param>
    /// <param name="path">Where the settings are in the section of the job, such as <c>Objects:1</c>. Default: they are the section.</param>
    /// <param name="begin">Where the first update begins. Default: <see cref="ChangeCheckpoint.Beginning"/>, all rows.</param>
    /// <exception cref="JobSettingException">The settings name no object, no field, or an object that cannot be part of a file's name.</exception>
    /// <exception cref="IOException">Another process, or another instance in this one, has the file open.</exception>
    /// <exception cref="InvalidDataException">The file is damaged. It stays as it is. Restore it, or delete it to read everything again.</exception>
    public ObjectRows(JobRun run, ObjectSettings settings, string path = "", ChangeCheckpoint? begin = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(path);
        (_run, _settings, _path) = (run, settings, path);
        var missing = string.IsNullOrWhiteSpace(settings.Object) ? nameof(settings.Object) : settings.Fields.Count == 0 ? nameof(settings.Fields) : null;
        if (missing is not null)
        {
            throw new JobSettingException($"{JobSettings.PathOf(run.Job, In(missing))} is missing. Name the object and the fields to read.");
        }

        _file = run.Setting(In(nameof(settings.Object)), () => run.PathOf($"{settings.Object}.jsonl"));
        _copy = new(_file) { Begin = begin ?? ChangeCheckpoint.Beginning };
    }

    /// <summary>The rows.</summary>
    public IEnumerable<ObjectRow> Rows => _copy.Rows.Select(row => new ObjectRow { Key = row.Key, Fields = Named(row.Value) });

    /// <summary>Where <see cref="ObjectSettings.Match"/> is in the section of the job, for messages. Default: <c>Match</c>, beside the other settings.</summary>
    public string MatchPath { get => field ?? In(nameof(_settings.Match)); init; }

    /// <summary>Whether no run has saved rows yet, so that there is nothing to compare with.</summary>
    public bool IsFirst => _copy.Checkpoint is null;

    /// <summary>Reads what changed since the last run. To read a limited number of changes, leave the loop: the next update continues there.</summary>
    /// <param name="gainsight">The client.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The changes, each also in <see cref="Rows"/>. A row that comes unchanged is left out.</returns>
    /// <exception cref="JobSettingException">
    /// The tenant lacks the object or a field of the settings, the filter is wrong, or the file was read with another filter, key or date, or from another tenant.
    /// The message begins with the path of the setting and says what to do.
    /// </exception>
    /// <exception cref="GainsightException">A page could not be read. The exception type says why. The changes before it are valid.</exception>
    public async IAsyncEnumerable<ObjectChange> UpdateAsync(GainsightClient gainsight, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(gainsight);
        var about = await _run.DescribeAsync(gainsight, In(nameof(_settings.Object)), _settings.Object, cancellationToken).ConfigureAwait(false);
        var query = gainsight.Objects(about.Name).Query()
            .Select([.. _settings.Fields.Select(field => Find($"{nameof(_settings.Fields)}:{field.Key}", field.Value).Token), .. MatchFields(about)])
            .WithLabels();
        if (_settings.Where is { Length: > 0 } where)
        {
            query = query.Where(_run.Setting(In(nameof(_settings.Where)), () => Parse(where, about)));
        }

        var options = new ChangeOptions
        {
            ModifiedDate = _settings.ModifiedDate is { } at ? _run.Setting(In(nameof(_settings.ModifiedDate)), () => DateOf(about, at)) : null,
            Key = _settings.Key is { } key ? Find(nameof(_settings.Key), key).Token : null,
        };
        var changes = _copy.UpdateAsync(gainsight.Changes, query, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var ending = changes.ConfigureAwait(false);
        while (await NextAsync(changes).ConfigureAwait(false))
        {
            var change = changes.Current;
            _run.Rows++;
            yield return new()
            {
                Kind = change.Kind,
                Key = change.Key,
                Before = Named(change.Before),
                BeforeAt = change.BeforeAt,
                UnknownBefore = change.Before is not { } before ? [] : [.. _settings.Fields.Where(field => !before.IsSet(about.Get(field.Value).Token)).Select(field => field.Key)],
                After = Named(change.After),
            };
        }

        FieldDescription Find(string setting, string name) => _run.Setting(In(setting), () => about.Get(name));
    }

    /// <summary>Reads what changed since the last run, and saves. For a job that needs <see cref="Rows"/>, and not the changes.</summary>
    /// <param name="gainsight">The client.</param>
    /// <param name="limit">The number of changes after which to stop. The next run continues there. Default: all.</param>
    /// <param name="cancellationToken">Cancels the work. Nothing is saved then.</param>
    /// <returns>The number of changes.</returns>
    /// <exception cref="JobSettingException">As of <see cref="UpdateAsync"/>.</exception>
    /// <exception cref="GainsightException">A page could not be read. Nothing is saved.</exception>
    /// <exception cref="IOException">The file could not be written.</exception>
    public async Task<int> PullAsync(GainsightClient gainsight, int limit = int.MaxValue, CancellationToken cancellationToken = default)
    {
        var changes = await UpdateAsync(gainsight, cancellationToken).Take(limit).CountAsync(cancellationToken).ConfigureAwait(false);
        await SaveAsync(cancellationToken).ConfigureAwait(false);
        return changes;
    }

    /// <summary>Replaces the file by the present rows and checkpoint. A process that ends meanwhile leaves the old file.</summary>
    /// <param name="cancellationToken">Cancels the work. The file then stays as it was.</param>
    /// <returns>A task.</returns>
    /// <exception cref="IOException">The file could not be written.</exception>
    public Task SaveAsync(CancellationToken cancellationToken = default) => _copy.SaveAsync(cancellationToken);

    /// <summary>Lets others open the file. It does not save.</summary>
    public void Dispose() => _copy.Dispose();

    private Dictionary<string, string> Named(ObjectRecord? row) => row?.GetTexts(_settings.Fields) ?? [];

    private string In(string setting) => _path.Length == 0 ? setting : $"{_path}:{setting}";
}
