using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Finds picklist items by label or GSID. Unknown and inactive items are refused (<c>GSOBJ_1012</c>, live).</summary>
internal static class PicklistReader
{
    private const string Message = "Invalid/Inactive value provided for picklist.";

    public static (object? Value, string Code, string Message) ReadOne(EmulatedField field, JsonElement json, EmulatorSwitches switches) =>
        (json.ValueKind == JsonValueKind.String ? Active(field, json.GetString()!, switches) : null, ErrorCodes.InvalidPicklist, Message);

    public static (object? Value, string Code, string Message) ReadMany(EmulatedField field, JsonElement json, EmulatorSwitches switches)
    {
        var gsids = Texts(json, switches.MultiSelectInput)?.Select(text => text is null ? null : Active(field, text, switches)).ToList();
        object? value = gsids is null || gsids.Contains(null) ? null : string.Join(';', gsids.Distinct());
        return (value, ErrorCodes.InvalidPicklist, Message);
    }

    /// <summary>Whether a multi-select is sent without items, which is the same as null.</summary>
    public static bool IsEmpty(JsonElement json, EmulatorSwitches switches) => Texts(json, switches.MultiSelectInput) is { } texts && !texts.Any();

    public static StringComparison Labels(EmulatorSwitches switches) =>
        switches.PicklistsAreCaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    private static IEnumerable<string?>? Texts(JsonElement json, MultiSelectInput form) => json.ValueKind switch
    {
        JsonValueKind.Array when form != MultiSelectInput.JoinedTextOnly =>
            json.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString() : null),
        JsonValueKind.String when form != MultiSelectInput.ListOnly =>
            json.GetString()!.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        _ => null,
    };

    private static string? Active(EmulatedField field, string labelOrGsid, EmulatorSwitches switches) =>
        field.Picklist!.Find(labelOrGsid, Labels(switches)) is { Active: true } item ? item.Gsid : null;
}
