using System.Collections;
using System.ComponentModel;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Gainsight.Client;

/// <summary>Checks a section against the type that it becomes, in the words of settings. The binder of .NET names types and members.</summary>
internal static class SettingCheck
{
    /// <summary>What is wrong with a section. Each text begins with a path.</summary>
    /// <param name="type">The type that the section becomes.</param>
    /// <param name="section">The section.</param>
    /// <param name="others">Names of settings that others read.</param>
    public static IEnumerable<string> ProblemsOf(Type type, IConfigurationSection section, params string[] others)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        var hasValue = !string.IsNullOrEmpty(section.Value);
        var hasItems = section.GetChildren().Any();
        var isText = TypeDescriptor.GetConverter(type).CanConvertFrom(typeof(string));
        if (isText || type == typeof(object) || type == typeof(byte[]))
        {
            return hasItems ? [$"{section.Path} has settings of its own. Give one value."] : hasValue && isText ? ValueProblems(type, section) : [];
        }

        if (ItemOf(type, typeof(IDictionary<,>), typeof(IReadOnlyDictionary<,>)) is [_, var value])
        {
            return hasValue ? [$"{section.Path} is one value. Give a name for each value, such as {section.Path}:NAME."] : ItemProblems(value, section);
        }

        if (type.IsArray || type.IsAssignableTo(typeof(IEnumerable)))
        {
            var item = type.GetElementType() ?? ItemOf(type, typeof(IEnumerable<>)) switch { [var each] => each, _ => typeof(object) };
            return hasValue ? [$"{section.Path} is one value. Give a list, such as {section.Path}:0."] : ItemProblems(item, section);
        }

        return ObjectProblems(type, section, hasValue, others);
    }

    private static IEnumerable<string> ObjectProblems(Type type, IConfigurationSection section, bool hasValue, string[] others)
    {
        // Like the binder: the parameters of the only constructor, then the properties.
        var constructors = type.GetConstructors();
        var parameters = constructors is [var only] ? only.GetParameters() : [];
        var settings = new Dictionary<string, Type>(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in parameters)
        {
            settings.TryAdd(parameter.Name!, parameter.ParameterType);
        }

        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
        {
            settings.TryAdd(property.Name, property.PropertyType);
        }

        if (hasValue)
        {
            yield return $"{section.Path} is one value. Give it settings, such as {section.Path}:{settings.Keys.FirstOrDefault("NAME")}.";
        }

        foreach (var child in section.GetChildren().Where(child => !others.Contains(child.Key, StringComparer.OrdinalIgnoreCase)))
        {
            foreach (var problem in settings.TryGetValue(child.Key, out var setting) ? ProblemsOf(setting, child) : [Unknown(child)])
            {
                yield return problem;
            }
        }

        foreach (var missing in parameters.Where(parameter => !parameter.HasDefaultValue && !section.GetSection(parameter.Name!).Exists()))
        {
            yield return $"{section.Path}:{missing.Name} is missing.";
        }

        string Unknown(IConfigurationSection child)
        {
            string[] names = [.. settings.Keys, .. others];
            var near = Spelling.DidYouMean(child.Key, names);
            return $"{child.Path} is not a setting.{(near.Length > 0 ? near : $" The settings: {string.Join(", ", names)}.")}";
        }
    }

    private static IEnumerable<string> ItemProblems(Type item, IConfigurationSection section) =>
        section.GetChildren().SelectMany(child => ProblemsOf(item, child));

    private static IEnumerable<string> ValueProblems(Type type, IConfigurationSection section)
    {
        try
        {
            _ = TypeDescriptor.GetConverter(type).ConvertFromInvariantString(section.Value!);
            return [];
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException or OverflowException or NotSupportedException)
        {
            return [$"{section.Path}: '{section.Value}' is not {ExpectedOf(type, section.Value!)}"];
        }
    }

    private static string ExpectedOf(Type type, string value) =>
        type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type))}.{Spelling.DidYouMean(value, Enum.GetNames(type))}"
        : type == typeof(bool) ? "true or false."
        : type == typeof(TimeSpan) ? "a time span, such as 00:00:25."
        : type == typeof(DateOnly) ? "a date, such as 2031-03-31."
        : type == typeof(DateTimeOffset) || type == typeof(DateTime) ? "a time, such as 2031-03-31T08:00:00Z."
        : Array.Exists(type.GetInterfaces(), each => each.Name == "IBinaryInteger`1") ? "a whole number that fits."
        : Array.Exists(type.GetInterfaces(), each => each.Name == "INumber`1") ? "a number, such as 1250.5."
        : $"a {type.Name}.";

    private static Type[] ItemOf(Type type, params Type[] definitions) =>
        type.GetInterfaces().Prepend(type).FirstOrDefault(each => each.IsGenericType && definitions.Contains(each.GetGenericTypeDefinition()))?.GetGenericArguments() ?? [];
}
