using System.Diagnostics.CodeAnalysis;
using System.Globalization;
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

    /// <summary>Writes the properties that differ from those of another object.</summary>
    public static void Write<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(
        Utf8JsonWriter json, T usual, T target, params ReadOnlySpan<string> except)
        where T : notnull
    {
        foreach (var property in SettingText.Settable<T>())
        {
            var value = property.GetValue(target);
            if (!Equals(value, property.GetValue(usual)) && !except.Contains(property.Name))
            {
                json.WritePropertyName(property.Name);
                Write(json, value);
            }
        }
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
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
