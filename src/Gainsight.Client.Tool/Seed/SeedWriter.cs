using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gainsight.Client.Tool;

/// <summary>Reads a tenant, and writes it in the format that <c>docs/emulator.md</c> describes.</summary>
internal sealed class SeedWriter(GainsightClient client, Stream stream, Progress progress)
{
    private readonly List<string> _notes = [];
    private readonly SortedSet<string> _activityTypes = new(StringComparer.Ordinal);

    /// <summary>What the seed lacks or replaces, and why.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>What the seed has.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>Writes the seed.</summary>
    /// <param name="withRows">The objects whose rows are copied.</param>
    /// <param name="cancellationToken">Stops the command.</param>
    public async Task WriteAsync(IReadOnlyList<string> withRows, CancellationToken cancellationToken)
    {
        var list = await client.Metadata.ListObjectsAsync(cancellationToken).ConfigureAwait(false);

        // A misspelled object must not cost the read of a whole tenant.
        var chosen = await client.Metadata.DescribeOrSuggestAsync([.. withRows.Distinct(StringComparer.OrdinalIgnoreCase)], cancellationToken).ConfigureAwait(false);
        progress.Tell(() => $"{list.Count} objects …");
        var objects = await DescribeAsync(list, cancellationToken).ConfigureAwait(false);
        using var json = new Utf8JsonWriter(stream, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        new ObjectSeedWriter(json, objects, _notes).Write();
        var labels = await new ConfigurationSeedWriter(json, _notes).WriteAsync(client, cancellationToken).ConfigureAwait(false);
        var rows = await WriteRowsAsync(json, chosen, cancellationToken).ConfigureAwait(false);
        WriteActivityTypes(json);
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken).ConfigureAwait(false);
        progress.End();
        Summary = string.Create(CultureInfo.InvariantCulture, $"{objects.Count} objects, {labels} types and statuses, {rows} rows");
    }

    /// <summary>Describes the objects, one after the other if one of them cannot be described.</summary>
    private async Task<IReadOnlyList<ObjectDescription>> DescribeAsync(IReadOnlyList<ObjectSummary> list, CancellationToken cancellationToken)
    {
        try
        {
            return await client.Metadata.DescribeAsync(list.Select(item => item.Name), cancellationToken).ConfigureAwait(false);
        }
        catch (GainsightApiException)
        {
            var found = new List<ObjectDescription>();
            foreach (var item in list)
            {
                try
                {
                    found.Add(await client.Metadata.DescribeAsync(item.Name, cancellationToken).ConfigureAwait(false));
                    progress.Tell(() => string.Create(CultureInfo.InvariantCulture, $"{found.Count} of {list.Count} objects …"));
                }
                catch (GainsightApiException exception)
                {
                    _notes.Add($"{item.Name} is missing: {exception.Message}");
                }
            }

            return found;
        }
    }

    private async Task<long> WriteRowsAsync(Utf8JsonWriter json, IReadOnlyList<ObjectDescription> chosen, CancellationToken cancellationToken)
    {
        if (chosen.Count == 0)
        {
            return 0;
        }

        var mask = new PersonalData();
        long count = 0;
        json.WriteStartArray("clear");
        foreach (var description in chosen)
        {
            json.WriteStringValue(description.Name);
        }

        json.WriteEndArray();
        json.WriteStartObject("rows");
        foreach (var description in chosen)
        {
            json.WriteStartArray(description.Name);
            var rows = new RowSeedWriter(json, description, mask);
            var query = client.Objects(description.Name).Query().Select(description.Fields.Select(field => field.Token));

            // In the order of the keys, so that the replacements are the same in every run.
            query = description.Find(SystemFields.Gsid.Name) is null ? query : query.OrderBy(SystemFields.Gsid);
            await foreach (var row in query.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                rows.Write(row);
                count++;
                progress.Tell(() => string.Create(CultureInfo.InvariantCulture, $"{count} rows …"));
                if (row["TypeName"] is string { Length: > 0 } type && description.Name == "activity_timeline")
                {
                    _ = _activityTypes.Add(type);
                }

                if (json.BytesPending > 1024 * 1024)
                {
                    await json.FlushAsync(cancellationToken).ConfigureAwait(false);
                }
            }

            json.WriteEndArray();
            if (rows.Unreadable > 0)
            {
                _notes.Add(string.Create(CultureInfo.InvariantCulture, $"{description.Name}: {rows.Unreadable} values are left out, because their picklists do not have them any more."));
            }
        }

        json.WriteEndObject();
        _notes.AddRange(mask.Report());
        return count;
    }

    /// <summary>No call lists the types of activities, so they are those of the activities that were read.</summary>
    private void WriteActivityTypes(Utf8JsonWriter json)
    {
        if (_activityTypes.Count == 0)
        {
            _notes.Add("The types of activities are not in the seed: no call lists them. Add --rows activity_timeline for those in use, or the section activityTypes by hand.");
            return;
        }

        json.WriteStartObject("activityTypes");
        foreach (var type in _activityTypes)
        {
            json.WriteString(type, "");
        }

        json.WriteEndObject();
    }
}
