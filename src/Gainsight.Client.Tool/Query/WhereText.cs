using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Gainsight.Client.Tool;

/// <summary>Reads the filter of a command line.</summary>
internal static class WhereText
{
    /// <summary>Reads a filter.</summary>
    /// <param name="text">JSON as in Gainsight's query call, <c>@</c> and a file with it, or <c>FIELD OPERATOR VALUE</c>.</param>
    /// <param name="description">The object, for the kind of a value that could be a text or a number.</param>
    /// <param name="cancellationToken">Cancels the read of the file.</param>
    public static async Task<Filter> ParseAsync(string text, ObjectDescription description, CancellationToken cancellationToken)
    {
        var trimmed = text.Trim();
        if (trimmed.StartsWith('@'))
        {
            try
            {
                return OfJson(await File.ReadAllTextAsync(trimmed[1..], cancellationToken).ConfigureAwait(false), trimmed);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
            {
                throw new ToolException($"--where {trimmed}: {exception.Message}");
            }
        }

        return trimmed.StartsWith('{') ? OfJson(trimmed, "--where") : OfJson(Condition(trimmed, description), "--where");
    }

    private static Filter OfJson(string json, string place)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Filter.Parse(document.RootElement);
        }
        catch (FormatException exception)
        {
            throw new ToolException($"{place}: {exception.Message}");
        }
        catch (JsonException exception)
        {
            throw new ToolException($"{place} is not JSON: {exception.Message}");
        }
    }

    private static string Condition(string text, ObjectDescription description)
    {
        var words = text.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length < 2)
        {
            throw new ToolException("--where: write \"FIELD OPERATOR VALUE\", such as \"Name EQ Acme\", \"Stage IN [\\\"Churn\\\"]\" or \"Csm IS_NULL\", or JSON.");
        }

        var name = words[0];
        var isText = true;
        if (!name.Contains('.', StringComparison.Ordinal))
        {
            var field = description.Get(name);
            name = field.Name;
            isText = field.Token is not (Field<decimal> or Field<bool>);
            EnsureKind(field, words.Length == 3 ? words[2] : null);
        }

        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("conditions");
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteString("alias", "A");
            writer.WriteStartArray("value");
            WriteValues(writer, words.Length == 3 ? words[2] : null, isText);
            writer.WriteEndArray();
            writer.WriteString("operator", words[1].ToUpperInvariant());
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteString("expression", "A");
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(json.WrittenSpan);
    }

    /// <summary>Refuses what no number or flag can be compared with, before a call is spent.</summary>
    private static void EnsureKind(FieldDescription field, string? text)
    {
        if (text is null || field.Token is not (Field<decimal> or Field<bool>))
        {
            return;
        }

        var isNumber = field.Token is Field<decimal>;
        if (!ValuesOf(text).All(value => isNumber ? IsNumber(value) : bool.TryParse(value, out _)))
        {
            throw new ToolException($"--where: {field.Name} takes {(isNumber ? "numbers, such as 1000 or 1250.5" : "true or false")}. The value is something else.");
        }
    }

    private static bool IsNumber(string value) => decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    /// <summary>The texts of a JSON list, or of one value.</summary>
    private static string[] ValuesOf(string text)
    {
        try
        {
            using var value = JsonDocument.Parse(text);
            return value.RootElement.ValueKind == JsonValueKind.Array ? [.. value.RootElement.EnumerateArray().Select(item => item.ToString())] : [value.RootElement.ToString()];
        }
        catch (JsonException)
        {
            return [text];
        }
    }

    /// <summary>A list in JSON gives several values. Everything else is one: in quotation marks always a text, else what the field holds.</summary>
    private static void WriteValues(Utf8JsonWriter writer, string? text, bool isText)
    {
        if (text is null)
        {
            return;
        }

        if (text[0] is not ('[' or '"') && isText)
        {
            writer.WriteStringValue(text);
            return;
        }

        try
        {
            using var value = JsonDocument.Parse(text);
            if (value.RootElement.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in value.RootElement.EnumerateArray())
                {
                    item.WriteTo(writer);
                }
            }
            else
            {
                value.RootElement.WriteTo(writer);
            }
        }
        catch (JsonException)
        {
            writer.WriteStringValue(text);
        }
    }
}
