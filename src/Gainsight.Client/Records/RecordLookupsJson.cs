using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Reads and writes lookups in the JSON of a record, so that a record in a queue or file keeps them.</summary>
internal static class RecordLookupsJson
{
    /// <summary>No field can have this name.</summary>
    public const string PropertyName = "$lookups";

    private const string Object = "object";
    private const string Match = "match";
    private const string NoMatch = "onNoMatch";
    private const string MultiMatch = "onMultipleMatches";

    public static void Write(Utf8JsonWriter writer, IReadOnlyList<FieldLookup> lookups)
    {
        if (lookups.Count == 0)
        {
            return;
        }

        writer.WriteStartObject(PropertyName);
        foreach (var (field, lookup) in lookups)
        {
            writer.WriteStartObject(field.EncodedName);
            writer.WriteString(Object, field.TargetObject);
            writer.WriteStartObject(Match);
            foreach (var (match, value) in lookup.Match)
            {
                writer.WriteString(match.EncodedName, value);
            }

            writer.WriteEndObject();
            writer.WriteString(NoMatch, lookup.NoMatch == LookupNoMatch.Null ? nameof(LookupNoMatch.Null) : nameof(LookupNoMatch.Error));
            writer.WriteString(MultiMatch, lookup.MultiMatch == LookupMultiMatch.First ? nameof(LookupMultiMatch.First) : nameof(LookupMultiMatch.Error));
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    public static void Read(JsonElement lookups, GainsightRecord record)
    {
        try
        {
            foreach (var property in lookups.EnumerateObject())
            {
                var target = property.Value.GetProperty(Object).GetString()!;
                var field = record.Definition?.Find(property.Name) as LookupField ?? new LookupField(property.Name, target);
                record.SetLookup(field, ReadLookup(property.Value));
            }
        }
        catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            throw new JsonException($"'{PropertyName}' does not have the form in which records are written.", e);
        }
    }

    private static Lookup ReadLookup(JsonElement json)
    {
        Lookup? lookup = null;
        foreach (var pair in json.GetProperty(Match).EnumerateObject())
        {
            var field = new Field<string>(pair.Name, default);
            var value = pair.Value.GetString()!;
            lookup = lookup is null ? Lookup.By(field, value) : lookup.And(field, value);
        }

        return (lookup ?? throw new KeyNotFoundException())
            .OnNoMatch(json.GetProperty(NoMatch).GetString() == nameof(LookupNoMatch.Null) ? LookupNoMatch.Null : LookupNoMatch.Error)
            .OnMultipleMatches(json.GetProperty(MultiMatch).GetString() == nameof(LookupMultiMatch.First) ? LookupMultiMatch.First : LookupMultiMatch.Error);
    }
}
