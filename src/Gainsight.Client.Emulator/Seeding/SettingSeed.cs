using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Reads the sections <c>switches</c> and <c>limits</c>: names of properties, and their values.</summary>
internal static class SettingSeed
{
    public static void Load<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(T target, string kind, JsonElement settings)
        where T : notnull
    {
        foreach (var setting in SeedJson.Members(settings, $"The section of each {kind}"))
        {
            SettingText.Set(target, kind, setting.Name, Text(kind, setting));
        }
    }

    public static string? Text(string kind, JsonProperty setting) => setting.Value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => setting.Value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => setting.Value.GetRawText(),
        _ => throw SeedJson.Invalid($"The {kind} {setting.Name} must be a text, a number, true or false"),
    };
}
