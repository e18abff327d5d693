using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Reads members of a seed. A member that is missing has the kind <see cref="JsonValueKind.Undefined"/>.</summary>
internal static class SeedJson
{
    /// <summary>Runs what reads a part of the seed, and names the part in the message if it does not fit.</summary>
    public static void Within(string part, Action read)
    {
        try
        {
            read();
        }
        catch (ArgumentException exception)
        {
            // The name of a parameter says nothing to the author of a seed.
            var message = exception.ParamName is { } parameter ? exception.Message.Replace($" (Parameter '{parameter}')", "", StringComparison.Ordinal) : exception.Message;
            throw new ArgumentException($"{part}: {message}", exception);
        }
        catch (InvalidOperationException exception)
        {
            // Half of a surrogate pair, such as \ud800 alone: valid for the parser, but no text.
            throw new ArgumentException($"{part}: {exception.Message}", exception);
        }
    }

    public static string? Text(JsonElement json, string name) =>
        json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : AsText(value, name);

    public static string AsText(JsonElement json, string what) =>
        json.ValueKind == JsonValueKind.String ? json.GetString()! : throw Invalid($"In the seed, {what} must be a text");

    public static string RequiredText(JsonElement json, string name, string what) =>
        Text(json, name) ?? throw Invalid($"{what} of the seed has no {name}");

    public static bool Flag(JsonElement json, string name, bool otherwise) =>
        !json.TryGetProperty(name, out var value) ? otherwise
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : throw Invalid($"In the seed, {name} must be true or false");

    public static int Int32(JsonElement json, string name, int least, int otherwise) =>
        !json.TryGetProperty(name, out var value) ? otherwise
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least ? number
        : throw Invalid($"In the seed, {name} must be a whole number of at least {least}");

    public static JsonElement Member(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value : default;

    public static List<JsonElement> Items(JsonElement json, string what) => json.ValueKind switch
    {
        JsonValueKind.Undefined => [],
        JsonValueKind.Array => [.. json.EnumerateArray()],
        _ => throw Invalid($"In the seed, {what} must be a list"),
    };

    /// <summary>Reads each item of a list, and names it by its position in the message if it does not fit.</summary>
    public static void EachItem(JsonElement json, string what, string item, Action<JsonElement> read)
    {
        var number = 0;
        foreach (var each in Items(json, what))
        {
            number++;
            Within($"{item} {number}", () => read(each));
        }
    }

    public static List<JsonProperty> Members(JsonElement json, string what) => json.ValueKind switch
    {
        JsonValueKind.Undefined => [],
        JsonValueKind.Object => [.. json.EnumerateObject()],
        _ => throw Invalid($"{what} must be an object"),
    };

    /// <summary>Rejects members that are unknown or there twice, because they would have no effect.</summary>
    public static void AllowOnly(JsonElement json, string what, params IReadOnlyList<string> names)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            _ = Members(json, what);
            return;
        }

        // Bit n is set once the name at position n was read.
        var read = 0;
        foreach (var member in json.EnumerateObject())
        {
            var index = IndexOf(names, member);
            if (index < 0)
            {
                throw Invalid($"{what} has an unknown member {member.Name}");
            }

            if ((read & (1 << index)) != 0)
            {
                throw Invalid($"{what} has the member {member.Name} twice");
            }

            read |= 1 << index;
        }
    }

    /// <summary>Writes a text, unless a seed without the member means the same.</summary>
    public static void WriteUnless(Utf8JsonWriter json, string name, string? value, string? usual)
    {
        if (value is not null && value != usual)
        {
            json.WriteString(name, value);
        }
    }

    /// <summary>Writes a flag, unless a seed without the member means the same.</summary>
    public static void WriteUnless(Utf8JsonWriter json, string name, bool value, bool usual)
    {
        if (value != usual)
        {
            json.WriteBoolean(name, value);
        }
    }

    public static ArgumentException Invalid(string message) => new(message + ".");

    private static int IndexOf(IReadOnlyList<string> names, JsonProperty member)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (member.NameEquals(names[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
