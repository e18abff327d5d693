using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Writes properties that can be set by name: switches, limits, and the properties of faults.</summary>
internal static class SettingJson
{
    public static IEnumerable<PropertyInfo> Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>() =>
        SettingText.Settable<T>().OrderBy(property => property.Name, StringComparer.Ordinal);

    /// <summary>Writes what a property is, and its value.</summary>
    public static void Write(Utf8JsonWriter writer, PropertyInfo property, object target, object defaults)
    {
        Describe(writer, property);
        WriteValue(writer, "value", property.GetValue(target));
        WriteValue(writer, "default", property.GetValue(defaults));
    }

    /// <summary>Writes what a property is: its name, its type, whether it may be null, its choices, and what its documentation says.</summary>
    public static void Describe(Utf8JsonWriter writer, PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        writer.WriteString("name", property.Name);
        writer.WriteString("type", NameOf(type));
        writer.WriteBoolean("nullable", type == typeof(string) || type != property.PropertyType);
        writer.WriteString("text", Documentation.Of(property));
        if (type.IsEnum)
        {
            writer.WriteList("choices", Enum.GetNames(type), name =>
            {
                writer.WriteString("name", name);
                writer.WriteString("text", Documentation.Of(type, name));
            });
        }
    }

    public static void WriteValue(Utf8JsonWriter writer, string name, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNull(name);
                break;
            case bool flag:
                writer.WriteBoolean(name, flag);
                break;
            case int number:
                writer.WriteNumber(name, number);
                break;
            case double real:
                writer.WriteNumber(name, real);
                break;
            case TimeSpan duration:
                writer.WriteString(name, duration.ToString("c", CultureInfo.InvariantCulture));
                break;
            default:
                writer.WriteString(name, value.ToString());
                break;
        }
    }

    private static string NameOf(Type type) => type switch
    {
        { IsEnum: true } => "choice",
        _ when type == typeof(bool) => "flag",
        _ when type == typeof(int) => "integer",
        _ when type == typeof(double) => "number",
        _ when type == typeof(TimeSpan) => "duration",
        _ => "text",
    };
}
