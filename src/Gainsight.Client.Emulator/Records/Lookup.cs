using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>
/// One entry of the <c>lookups</c> block. It finds a row of an object by fields of the record and copies one field of the row into the target
/// (the shape is from "Timeline APIs", the options are quoted).
/// </summary>
/// <param name="Target">The field that receives the value.</param>
/// <param name="Pairs">The keys in the record, which are not written, and the fields they are compared with.</param>
/// <param name="Source">The object to search.</param>
/// <param name="Copied">The field to copy, normally <c>Gsid</c>.</param>
/// <param name="FailsOnSeveral">Whether several matches are an error (<c>MARKASERROR</c>). If not, the first match is used (inferred default).</param>
/// <param name="OnNoMatch"><c>NULLABLE</c>, <c>DEFAULTVALUE</c> or <c>ERROR</c> (inferred default).</param>
internal sealed record Lookup(
    EmulatedField Target,
    IReadOnlyList<(string Key, EmulatedField Field)> Pairs,
    EmulatedObject Source,
    EmulatedField Copied,
    bool FailsOnSeveral,
    string OnNoMatch)
{
    public const string Nullable = "NULLABLE";
    public const string DefaultValue = "DEFAULTVALUE";
    public const string Error = "ERROR";

    public static IReadOnlyList<Lookup> ParseAll(
        TenantData tenant, EmulatedObject target, JsonElement block) =>
        block.ValueKind == JsonValueKind.Object
            ? ParseAll(tenant, target, block.EnumerateObject())
            : throw RefusedException.BadRequest("The lookups must be an object.");

    public static IReadOnlyList<Lookup> ParseAll(
        TenantData tenant, EmulatedObject target, IEnumerable<JsonProperty> entries) =>
        [.. entries.Select(entry => Parse(tenant, target, entry))];

    public bool Uses(string key) => Pairs.Any(pair => pair.Key == key);

    private static Lookup Parse(TenantData tenant, EmulatedObject target, JsonProperty entry)
    {
        var field = target.FindField(entry.Name) ?? throw RefusedException.UnknownField(entry.Name);
        if (field.ReadOnly)
        {
            throw RefusedException.UnknownField(entry.Name);
        }

        var settings = entry.Value;
        var source = tenant.Find(Text(settings, "objectName")) ?? throw RefusedException.UnknownObject();
        var copied = Text(settings, "lookupField");
        var several = Option(settings, "multiMatchOption", "FIRSTMATCH");
        var none = Option(settings, "onNoMatch", Error);
        if (several is not ("FIRSTMATCH" or "MARKASERROR") || none is not (Nullable or DefaultValue or Error))
        {
            throw RefusedException.BadRequest($"The lookup of {entry.Name} has an unknown option.");
        }

        if (!settings.TryGetProperty("fields", out var pairs) || pairs.ValueKind != JsonValueKind.Object || !pairs.EnumerateObject().Any())
        {
            throw RefusedException.BadRequest($"The lookup of {entry.Name} has no fields.");
        }

        var from = source.FindField(copied) ?? throw RefusedException.UnknownField(copied);
        if (from.DataType != field.DataType && !(from.DataType.IsText() && field.DataType.IsText()))
        {
            throw RefusedException.UnknownField(copied);
        }

        return new Lookup(
            field,
            [.. pairs.EnumerateObject().Select(pair => (pair.Name, FieldOf(source, pair.Value)))],
            source,
            from,
            several == "MARKASERROR",
            none);
    }

    private static EmulatedField FieldOf(EmulatedObject source, JsonElement name)
    {
        var text = name.ValueKind == JsonValueKind.String ? name.GetString()! : name.GetRawText();
        return source.FindField(text) ?? throw RefusedException.UnknownField(text);
    }

    private static string Option(JsonElement settings, string key, string otherwise) =>
        settings.ValueKind == JsonValueKind.Object && !settings.TryGetProperty(key, out _) ? otherwise : Text(settings, key);

    private static string Text(JsonElement settings, string key) =>
        settings.ValueKind == JsonValueKind.Object
        && settings.TryGetProperty(key, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw RefusedException.BadRequest($"The lookup has no {key}.");
}
