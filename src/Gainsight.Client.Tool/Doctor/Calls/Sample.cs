using System.Globalization;
using System.Text.Json;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>A few rows of an object, by which queries are tried.</summary>
/// <param name="ObjectName">The object.</param>
/// <param name="Answer">The answer with the rows.</param>
/// <param name="Description">The description of the object, or null if it could not be read.</param>
internal sealed record Sample(string ObjectName, Answer Answer, ObjectDescription? Description)
{
    /// <summary>The rows that have a GSID.</summary>
    public IReadOnlyList<JsonElement> Rows { get; } = [.. (Answer.Rows ?? []).Where(row => Text(row, "Gsid") is { Length: > 0 })];

    /// <summary>The GSID of a row.</summary>
    /// <param name="index">The row.</param>
    /// <returns>The GSID.</returns>
    public string Gsid(int index) => Text(Rows[index], "Gsid")!;

    /// <summary>Reads a member of a row, whatever the case of its name.</summary>
    /// <param name="row">The row.</param>
    /// <param name="name">The name.</param>
    /// <returns>The value. Undefined if the row does not have it.</returns>
    public static JsonElement Value(JsonElement row, string name)
    {
        foreach (var member in row.ValueKind == JsonValueKind.Object ? row.EnumerateObject() : default)
        {
            if (string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return member.Value;
            }
        }

        return default;
    }

    /// <summary>Reads a text of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="name">The name.</param>
    /// <returns>The text, or null if the member is no text.</returns>
    public static string? Text(JsonElement row, string name) => Value(row, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>Reads a time in any of the known forms. A time without a zone counts as UTC.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The time, or null.</returns>
    public static DateTimeOffset? Time(JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.ValueKind == JsonValueKind.Number ? value.GetRawText() : "";
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var epoch) && epoch < 253_402_300_800_000
            ? DateTimeOffset.FromUnixTimeMilliseconds(epoch)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.ToUniversalTime() : null;
    }

    /// <summary>The selected fields of a type, as the description names them.</summary>
    /// <param name="types">The types.</param>
    /// <returns>The names.</returns>
    public IEnumerable<string> FieldsOf(params DataType[] types) =>
        (Description?.Fields ?? []).Where(field => types.Contains(field.DataType)).Select(field => field.Name);

    /// <summary>Finds a row that has a text in one of the fields.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="suits">What the text must be like.</param>
    /// <returns>The row, the field and the text, or null.</returns>
    public (JsonElement Row, string Field, string Text)? FindText(IEnumerable<string> fields, Func<string, bool> suits)
    {
        foreach (var field in fields)
        {
            foreach (var row in Rows)
            {
                if (Text(row, field) is { Length: > 0 } text && suits(text))
                {
                    return (row, field, text);
                }
            }
        }

        return null;
    }
}
