using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Finds the rows that the records of an answer mean, by the values that the answer repeats. A position alone does not identify a row.</summary>
internal static class EchoedRows
{
    /// <summary>What an answer says of a row.</summary>
    /// <param name="Gsid">The GSID of its record, or null when it is not known.</param>
    /// <param name="IsNamed">Whether a record of the answer has the row's values.</param>
    public readonly record struct Named(string? Gsid, bool IsNamed);

    /// <summary>Finds what the answer says of each row. Null when it repeats nothing that tells rows apart.</summary>
    public static Named[]? Find<T>(WriteJob<T> job, IReadOnlyList<WriteRow<T>> rows, ReadOnlyMemory<byte> data)
    {
        using var document = AnswerJson.Parse(data);
        List<JsonElement> records = [.. LenientJson.Items(LenientJson.Find(document.RootElement, "records") ?? default)
            .Where(record => record.ValueKind == JsonValueKind.Object)];
        var fields = records.Count == 0 ? null : FieldsOf(job, rows, records);
        if (fields is null or { Count: 0 })
        {
            return null;
        }

        string[] sent = [.. rows.Select(row => Joined(fields, row, (row, field) => job.TryGetSent(row, field, out var text) ? text : null))];
        string[] echoed = [.. records.Select(record => Joined(fields, record, TextOf))];
        if (sent.SequenceEqual(echoed, StringComparer.Ordinal))
        {
            return [.. records.Select(record => new Named(GsidOf(record), IsNamed: true))];
        }

        if (sent.Order(StringComparer.Ordinal).SequenceEqual(echoed.Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            job.KeepsOrder = false;
        }

        var bySent = sent.ToLookup(text => text, StringComparer.Ordinal);
        var byEcho = records.Zip(echoed).ToLookup(pair => pair.Second, pair => GsidOf(pair.First), StringComparer.Ordinal);
        return [.. sent.Select(text =>
        {
            string?[] gsids = [.. byEcho[text].Distinct()];
            return new Named(gsids.Length == 1 && bySent[text].Count() == 1 ? gsids[0] : null, gsids.Length > 0);
        })];
    }

    /// <summary>The keys if the answer repeats them. Without keys, the fields whose values in the answer are those that were sent, in any order.</summary>
    private static List<string> FieldsOf<T>(WriteJob<T> job, IReadOnlyList<WriteRow<T>> rows, List<JsonElement> records)
    {
        if (job.Keys.Count > 0)
        {
            return job.Keys.All(key => TextOf(records[0], key.Name) is not null) ? [.. job.Keys.Select(key => key.Name)] : [];
        }

        var fields = new List<string>();
        foreach (var member in records[0].EnumerateObject())
        {
            var name = member.Name;
            if (SystemFields.Gsid.IsNamed(name) || !job.TryGetSent(rows[0], name, out _))
            {
                continue;
            }

            var sent = rows.Select(row => Fold(job.TryGetSent(row, name, out var text) ? text : null));
            var echoed = records.Select(record => Fold(TextOf(record, name)));
            if (sent.Order(StringComparer.Ordinal).SequenceEqual(echoed.Order(StringComparer.Ordinal), StringComparer.Ordinal))
            {
                fields.Add(name);
            }
        }

        return fields;
    }

    private static string Joined<TRow>(List<string> fields, TRow row, Func<TRow, string, string?> textOf) =>
        fields.Count == 1 ? Fold(textOf(row, fields[0])) : string.Join('\u001f', fields.Select(field => Fold(textOf(row, field))));

    private static string Fold(string? text) => text is null ? string.Empty : KeyText.Number(text) ?? KeyText.Fold(text);

    private static string? TextOf(JsonElement record, string field)
    {
        if (record.TryGetProperty(field, out var exact))
        {
            // Without a text for each name.
            return LenientJson.TextOf(exact);
        }

        foreach (var member in record.EnumerateObject())
        {
            if (string.Equals(member.Name, field, StringComparison.OrdinalIgnoreCase))
            {
                return LenientJson.TextOf(member.Value);
            }
        }

        return null;
    }

    private static string? GsidOf(JsonElement record) => TextOf(record, SystemFields.Gsid.Name);
}
