using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests.Conventions;

/// <summary>The page of all options: its tables are generated from the JSON schema, the option types and their XML docs. The rest is written by hand.</summary>
internal static partial class ConfigurationDocument
{
    private static readonly Type[] ClientOptions = [typeof(GainsightClientOptions), typeof(QuotaOptions), typeof(RetryOptions)];

    private static readonly Dictionary<string, XElement> Docs =
        XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Gainsight.Client.xml")).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);

    /// <summary>The expected document: the current text with tables generated from the current code.</summary>
    public static string Text(string document) =>
        With(With(With(With(document, "settings", Settings()), "options in code", CodeOptions()), "options of calls", CallOptions()), "windows", Windows());

    private static string With(string document, string part, string text)
    {
        var begin = $"<!-- {part}: generated -->\n";
        return document[..(document.IndexOf(begin, StringComparison.Ordinal) + begin.Length)] + text
            + document[document.IndexOf($"<!-- end of {part} -->\n", StringComparison.Ordinal)..];
    }

    private static string Settings()
    {
        var text = new StringBuilder("\n| Setting | In code | Value | Default | Meaning |\n|---|---|---|---|---|\n");
        Append(text, string.Empty, JsonDocument.Parse(ApprovedFile.Read("src/Gainsight.Client/ConfigurationSchema.json")).RootElement
            .GetProperty("definitions").GetProperty("gainsightClient").GetProperty("properties"));
        return text.Append('\n').ToString();
    }

    private static void Append(StringBuilder text, string path, JsonElement settings)
    {
        foreach (var setting in settings.EnumerateObject())
        {
            var schema = setting.Value;
            var value = schema.TryGetProperty("default", out var given) ? $"`{Json(given)}`" : "–";
            text.Append(CultureInfo.InvariantCulture, $"| `{path}{setting.Name}` | {InCode(setting.Name)} | {Values(schema)} | {value} | {schema.GetProperty("description").GetString()} |\n");
            if (schema.TryGetProperty("properties", out var inner))
            {
                Append(text, $"{setting.Name}:", inner);
            }
        }
    }

    private static string Json(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static string InCode(string setting) => setting switch
    {
        "AccessKey" => "`AccessKeyCredential`",
        "ClientId" or "ClientSecret" => "`ClientCredentialsCredential`",
        "Limits" => "`Quota.SetLimit`",
        _ when typeof(GainsightClientOptions).GetProperty(setting) is not null => $"`{setting}`",
        _ when typeof(QuotaOptions).GetProperty(setting) is not null => $"`Quota.{setting}`",
        _ when typeof(RetryOptions).GetProperty(setting) is not null => $"`Retry.{setting}`",
        _ => throw new InvalidOperationException($"The setting {setting} has no option of its name. Name it here."),
    };

    private static string Values(JsonElement schema)
    {
        if (schema.TryGetProperty("enum", out var names))
        {
            return string.Join(", ", names.EnumerateArray().Select(name => $"`{name.GetString()}`"));
        }

        var kind = schema.TryGetProperty("pattern", out _) ? "time" : schema.GetProperty("type").GetString() switch
        {
            "string" => "text",
            "boolean" => "`true`, `false`",
            "integer" => "whole number",
            "object" => schema.TryGetProperty("properties", out _) ? "section" : "section, by name",
            var other => other,
        };
        var range = (schema.TryGetProperty("minimum", out var least), schema.TryGetProperty("exclusiveMinimum", out var above), schema.TryGetProperty("maximum", out var most)) switch
        {
            (true, _, true) => $", {least} to {most}",
            (_, true, true) => $", above {above}, at most {most}",
            (true, _, _) => $", at least {least}",
            _ => string.Empty,
        };
        return kind + range;
    }

    private static string CodeOptions()
    {
        var text = new StringBuilder("\n| Option | Type | Meaning |\n|---|---|---|\n");
        var settings = JsonDocument.Parse(ApprovedFile.Read("src/Gainsight.Client/ConfigurationSchema.json")).RootElement.GetRawText();
        foreach (var type in ClientOptions)
        {
            var holder = type == typeof(GainsightClientOptions) ? string.Empty : $"{type.Name.Replace("Options", string.Empty, StringComparison.Ordinal)}.";
            foreach (var option in Options(type).Where(option => !settings.Contains($"\"{option.Name}\"", StringComparison.Ordinal) && !ClientOptions.Contains(option.PropertyType)))
            {
                Append(text, $"{holder}{option.Name}", option);
            }
        }

        return text.Append('\n').ToString();
    }

    private static string CallOptions()
    {
        var text = new StringBuilder();
        var types = typeof(GainsightClient).Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.Name.EndsWith("Options", StringComparison.Ordinal) && !ClientOptions.Contains(type));
        foreach (var type in types.OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### {type.Name}\n\n{Summary($"T:{type.FullName}")}\n\n| Option | Type | Meaning |\n|---|---|---|\n");
            foreach (var option in Options(type))
            {
                Append(text, option.Name, option);
            }
        }

        return text.Append('\n').ToString();
    }

    private static PropertyInfo[] Options(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static void Append(StringBuilder text, string name, PropertyInfo option) => text.Append(
        CultureInfo.InvariantCulture, $"| `{name}` | `{TypeName(option.PropertyType)}` | {Summary($"P:{option.DeclaringType!.FullName}.{option.Name}")} |\n");

    private static string TypeName(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return TypeName(value);
        }

        var name = type == typeof(int) ? "int" : type == typeof(long) ? "long" : type == typeof(bool) ? "bool" : type == typeof(double) ? "double" : type.Name;
        return type.IsGenericType ? $"{name[..name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(TypeName))}>" : name;
    }

    private static string Windows()
    {
        var text = new StringBuilder("\n| Window | Calls | Length | Buckets |\n|---|---|---|---|\n");
        var windows = new QuotaOptions().Buckets.SelectMany(bucket => bucket.Value.Select(window => (window, bucket.Key))).GroupBy(pair => pair.window, pair => pair.Key);
        foreach (var window in windows)
        {
            var length = window.Key.Length.TotalMinutes switch { 1 => "minute", 60 => "hour", _ => "day" };
            text.Append(CultureInfo.InvariantCulture, $"| `{window.Key.Name}` | {window.Key.Limit:N0} | {length} | {string.Join(", ", window)} |\n");
        }

        return text.Append('\n').ToString();
    }

    private static string Summary(string member) => Spaces().Replace(string.Concat(Docs[member].Element("summary")!.Nodes().Select(Plain)), " ").Trim()
        .Replace("|", "\\|", StringComparison.Ordinal);

    private static string Plain(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => $"`{Reference(see.Attribute("cref")?.Value ?? see.Attribute("langword")!.Value)}`",
        XElement element => $"`{element.Value}`",
        _ => string.Empty,
    };

    private static string Reference(string cref)
    {
        var parts = Arity().Replace(cref.Split('(')[0], "<T>").Split('.');
        return cref.StartsWith("T:", StringComparison.Ordinal) ? parts[^1] : string.Join('.', parts[^2..]);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"`+\d")]
    private static partial Regex Arity();
}
