using System.Text.Json;
using Gainsight.Client.Fuzz.Mutations;

namespace Gainsight.Client.Fuzz.Targets;

/// <summary>The rows of a query's answer, compared with System.Text.Json.</summary>
internal sealed class PageTarget : FuzzTarget
{
    public override string Name => "page";

    public override byte[] Create(Random random) => Mutator.Json(Samples.OneOf(Samples.Pages, random), random);

    public override Task RunAsync(byte[] input)
    {
        using var document = Json.TryParse(input);
        IReadOnlyList<ObjectRecord> rows;
        try
        {
            rows = new RecordPageReader<ObjectRecord>().Read(input);
        }
        catch (GainsightProtocolException)
        {
            CheckException.ThrowIf(document is not null && Json.IsUtf8(input) && Expected(document.RootElement) is { } all && all.TrueForAll(IsOrdinary), "A page was refused.");
            return Task.CompletedTask;
        }

        foreach (var row in rows)
        {
            RecordReading.ReadAll(row);
        }

        if (document is not null && Expected(document.RootElement) is { } expected)
        {
            CheckException.ThrowIf(rows.Count != expected.Count, "A page has another number of rows.");
            for (var index = 0; index < rows.Count; index++)
            {
                Compare(rows[index], expected[index]);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>The rows, or null when there are none in the array that could hold them. Two such arrays are refused on purpose.</summary>
    private static List<JsonElement>? Expected(JsonElement data)
    {
        if (data.ValueKind == JsonValueKind.Object)
        {
            JsonProperty[] named = [.. data.EnumerateObject().Where(member => string.Equals(Json.NameOf(member), "records", StringComparison.OrdinalIgnoreCase))];
            data = named is [var records] ? records.Value : default;
        }

        return data.ValueKind == JsonValueKind.Array && data.EnumerateArray().All(row => row.ValueKind == JsonValueKind.Object) ? [.. data.EnumerateArray()] : null;
    }

    /// <summary>Whether no name of the row is refused on purpose.</summary>
    private static bool IsOrdinary(JsonElement row) => row.EnumerateObject().All(member => Json.NameOf(member) is not null);

    private static void Compare(ObjectRecord row, JsonElement expected)
    {
        var last = new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in expected.EnumerateObject())
        {
            if (Json.NameOf(member) is not { } name || string.IsNullOrWhiteSpace(name))
            {
                return;
            }

            last[name] = member.Value;
        }

        foreach ((var name, var value) in last)
        {
            CheckException.ThrowIf(!row.IsSet(Field.ByName(name)), "A value is missing.");
            var read = row.Get(Field.Custom<JsonElement>(name));
            var isBlank = value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.String && value.GetRawText() == "\"\"");
            CheckException.ThrowIf(isBlank ? read is not null : read?.GetRawText() != value.GetRawText(), "A value differs.");
        }
    }
}
