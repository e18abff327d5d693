using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>The section of <c>appsettings.json</c> that fits the tenant.</summary>
internal static class SettingsSection
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the section.</summary>
    /// <param name="settings">The settings: paths with a colon between their parts, and values.</param>
    /// <returns>The JSON.</returns>
    public static string Of(IEnumerable<(string Path, string Value)> settings)
    {
        var section = new JsonObject();
        foreach ((var path, var value) in settings)
        {
            var parts = path.Split(':');
            var place = section;
            foreach (var part in parts[..^1])
            {
                place[part] ??= new JsonObject();
                place = place[part]!.AsObject();
            }

            place[parts[^1]] = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : JsonValue.Create(value);
        }

        return new JsonObject { ["Gainsight"] = section }.ToJsonString(Indented);
    }
}
