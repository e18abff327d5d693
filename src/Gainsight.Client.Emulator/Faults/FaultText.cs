using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Reads faults from seeds and from the command line.</summary>
internal static class FaultText
{
    private const string What = "setting of a fault";

    /// <summary>Reads the section <c>faults</c>: objects with <c>kind</c> and properties of a fault.</summary>
    public static List<Fault> ReadAll(JsonElement faults)
    {
        List<Fault> all = [];
        SeedJson.EachItem(faults, "faults", "Fault", json => all.Add(Read(json)));
        return all;
    }

    /// <summary>Writes what is left of a fault.</summary>
    public static void Write(Utf8JsonWriter json, Fault fault)
    {
        json.WriteStartObject();
        json.WriteString("kind", fault.Kind.ToString());
        SettingSeed.Write(json, new Fault(fault.Kind), fault, [nameof(Fault.Skip), nameof(Fault.Count)]);
        if (fault.SkipLeft > 0)
        {
            json.WriteNumber(nameof(Fault.Skip), fault.SkipLeft);
        }

        if (fault.CountLeft is { } left)
        {
            json.WriteNumber(nameof(Fault.Count), left);
        }

        json.WriteEndObject();
    }

    /// <summary>Reads a fault: <c>kind</c> and properties.</summary>
    public static Fault Read(JsonElement json)
    {
        var members = SeedJson.Members(json, "A fault");
        var kind = members.Find(member => IsKind(member.Name));
        var fault = new Fault(Kind(kind.Value.ValueKind == JsonValueKind.String ? kind.Value.GetString()! : ""));
        foreach (var member in members.Where(member => !IsKind(member.Name)))
        {
            SettingText.Set(fault, What, member.Name, SettingSeed.Text(What, member));
        }

        fault.Check();
        return fault;
    }

    /// <summary>Reads <c>Kind,Name=Value,Name=Value</c>. A comma in a value is written <c>\,</c>.</summary>
    public static Fault Parse(string text)
    {
        var parts = Split(text);
        var fault = new Fault(Kind(parts[0].Trim()));
        foreach (var part in parts.Skip(1))
        {
            (var name, var value) = Pair(part, What);
            SettingText.Set(fault, What, name, value);
        }

        fault.Check();
        return fault;
    }

    /// <summary>Splits a text at its commas, except at those written <c>\,</c>.</summary>
    public static List<string> Split(string text) =>
        [.. text.Replace("\\,", "\0", StringComparison.Ordinal).Split(',').Select(part => part.Replace('\0', ','))];

    /// <summary>Splits <c>Name=Value</c>.</summary>
    public static (string Name, string Value) Pair(string text, string kind)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 ? (text[..equals].Trim(), text[(equals + 1)..]) : throw SeedJson.Invalid($"A {kind} must be written Name=Value, not '{text}'");
    }

    private static bool IsKind(string name) => string.Equals(name, nameof(Fault.Kind), StringComparison.OrdinalIgnoreCase);

    private static FaultKind Kind(string text) => text.Length > 0 && char.IsLetter(text[0]) && Enum.TryParse<FaultKind>(text, ignoreCase: true, out var kind)
        ? kind
        : throw SeedJson.Invalid($"There is no fault '{text}'. There are: {string.Join(", ", Enum.GetNames<FaultKind>())}");
}
