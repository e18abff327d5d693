using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;

namespace Gainsight.Client.Emulator;

/// <summary>
/// Sets a public property by its name, from text: a switch, a limit or a property of a fault. Seeds and the command line use it, so a new
/// property needs nothing more. The type is known when it is compiled, so trimming keeps its properties.
/// </summary>
internal static class SettingText
{
    private const DynamicallyAccessedMemberTypes Properties = DynamicallyAccessedMemberTypes.PublicProperties;

    /// <summary>Sets a property.</summary>
    /// <param name="target">The object to change.</param>
    /// <param name="kind">The name of such a setting for messages, such as <c>switch</c>.</param>
    /// <param name="name">The name of the property, in any case.</param>
    /// <param name="text">The value, or null.</param>
    /// <exception cref="ArgumentException">There is no such property, or the value does not fit.</exception>
    public static void Set<[DynamicallyAccessedMembers(Properties)] T>(T target, string kind, string name, string? text)
        where T : notnull
    {
        var property = Array.Find(Settable<T>(), each => string.Equals(each.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw SeedJson.Invalid($"There is no {kind} {name}. There are: {string.Join(", ", Names<T>())}");
        var value = Parse(property, kind, text);
        if (target is EmulatorLimits && value is < 0 or TimeSpan { Ticks: < 0 })
        {
            throw SeedJson.Invalid($"The {kind} {property.Name} must not be negative, not '{text}'");
        }

        property.SetValue(target, value, BindingFlags.DoNotWrapExceptions, binder: null, index: null, culture: null);
    }

    /// <summary>Gives all properties that can be set the values that they have in another object.</summary>
    public static void Copy<[DynamicallyAccessedMembers(Properties)] T>(T source, T target)
        where T : notnull
    {
        foreach (var property in Settable<T>())
        {
            property.SetValue(target, property.GetValue(source), BindingFlags.DoNotWrapExceptions, binder: null, index: null, culture: null);
        }
    }

    /// <summary>The names of the properties that can be set, in alphabetical order.</summary>
    public static IEnumerable<string> Names<[DynamicallyAccessedMembers(Properties)] T>() =>
        Settable<T>().Select(property => property.Name).Order(StringComparer.Ordinal);

    /// <summary>Reads a duration: a number of seconds, or <c>[days.]hh:mm:ss</c>.</summary>
    public static bool TryParseDuration(string text, out TimeSpan duration)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && Math.Abs(seconds) < TimeSpan.MaxValue.TotalSeconds)
        {
            duration = TimeSpan.FromSeconds(seconds);
            return true;
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out duration);
    }

    /// <summary>The properties that can be set.</summary>
    public static PropertyInfo[] Settable<[DynamicallyAccessedMembers(Properties)] T>() =>
        [.. typeof(T).GetProperties().Where(property => property.SetMethod is { IsPublic: true })];

    private static object? Parse(PropertyInfo property, string kind, string? text)
    {
        var inner = Nullable.GetUnderlyingType(property.PropertyType);
        var type = inner ?? property.PropertyType;
        if (type == typeof(string))
        {
            return text;
        }

        if (text is null or "" && inner is not null)
        {
            return null;
        }

        return Parse(type, text ?? "") ?? throw SeedJson.Invalid($"The {kind} {property.Name} must be {Expected(type)}, not '{text}'");
    }

    private static object? Parse(Type type, string text)
    {
        if (type.IsEnum)
        {
            // A number would be accepted too, and would say nothing to a reader.
            return text.Length > 0 && char.IsLetter(text[0]) && Enum.TryParse(type, text, ignoreCase: true, out var value) ? value : null;
        }

        if (type == typeof(bool))
        {
            return bool.TryParse(text, out var flag) ? flag : null;
        }

        if (type == typeof(int))
        {
            return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
        }

        if (type == typeof(double))
        {
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) ? real : null;
        }

        return type == typeof(TimeSpan) && TryParseDuration(text, out var duration) ? duration : null;
    }

    private static string Expected(Type type) => type switch
    {
        { IsEnum: true } => "one of " + string.Join(", ", Enum.GetNames(type)),
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(int) => "a whole number",
        _ when type == typeof(double) => "a number",
        _ => "a number of seconds or hh:mm:ss",
    };
}
