using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gainsight.Client;

/// <content>What is wrong with the settings, in words for who writes them.</content>
public sealed partial class ObjectRows
{
    [GeneratedRegex(@"\bOR\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Or { get; }

    private static Filter Parse(string where, ObjectDescription about)
    {
        using var json = JsonDocument.Parse(where);
        var filter = Filter.Parse(json.RootElement);
        foreach (var condition in json.RootElement.GetProperty("conditions").EnumerateArray())
        {
            // A path leads to another object. The tenant refuses it if it does not exist.
            if (condition.GetProperty("name").GetString() is { } name && !name.Contains('.', StringComparison.Ordinal))
            {
                about.Get(name);
            }
        }

        return !Or.IsMatch(json.RootElement.GetProperty("expression").GetString()!) ? filter : throw new FormatException(
            "The expression has OR, and the filter of a job can have only AND. Add a job for each alternative.");
    }

    private static Field<DateTimeOffset> DateOf(ObjectDescription about, string name)
    {
        var field = about.Get(name);
        return field.DataType == DataType.DateTime
            ? field.As<DateTimeOffset>()
            : throw new FormatException($"{about.Name} has {field.Name} as {field.DataType}. Name a field of type {DataType.DateTime}.");
    }

    /// <summary>Reads on. The names of the settings are known to exist, so what is refused is a value of the filter, or the file.</summary>
    private async ValueTask<bool> NextAsync<T>(IAsyncEnumerator<T> changes)
    {
        try
        {
            return await changes.MoveNextAsync().ConfigureAwait(false);
        }
        catch (ArgumentException problem) when (problem.ParamName == "since")
        {
            throw new JobSettingException(
                $"{JobSettings.PathOf(_run.Job, _path)}: The rows in {_file} were read with another {nameof(_settings.Where)}, {nameof(_settings.Key)} or "
                + $"{nameof(_settings.ModifiedDate)}, or from another tenant. Undo that change, or delete the file: the next run then reads everything again.",
                problem);
        }
        catch (Exception problem) when (problem is ArgumentException or GainsightValidationException)
        {
            var text = Problem.TextOf(problem);
            var option = OptionOf(text);
            var setting = option is not null ? In(option) : string.IsNullOrEmpty(_settings.Where) ? _path : In(nameof(_settings.Where));
            text = text.Replace($"{nameof(ChangeOptions)}.", JobSettings.PathOf(_run.Job, In(string.Empty)), StringComparison.Ordinal);
            throw new JobSettingException($"{JobSettings.PathOf(_run.Job, setting)}: {text}", problem);
        }
    }

    /// <summary>The setting whose option the client names.</summary>
    private static string? OptionOf(string text) =>
        ((string[])[nameof(ChangeOptions.ModifiedDate), nameof(ChangeOptions.Key)])
            .FirstOrDefault(option => text.Contains($"{nameof(ChangeOptions)}.{option}", StringComparison.Ordinal));
}
