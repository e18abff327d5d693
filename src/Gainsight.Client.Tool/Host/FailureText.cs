using System.Text.RegularExpressions;

namespace Gainsight.Client.Tool;

/// <summary>A failed call in words: what happened and what to do. The messages of the library already say it, and have no values.</summary>
internal static partial class FailureText
{
    /// <summary>Describes a failure.</summary>
    /// <param name="exception">The failure.</param>
    /// <returns>The text, in one or several lines.</returns>
    public static string Of(GainsightException exception)
    {
        var id = (exception as GainsightApiException)?.RequestId;
        var text = id is null || exception.Message.Contains(id, StringComparison.Ordinal) ? exception.Message : $"{exception.Message} Request id for Gainsight's support: {id}.";
        return text + Advice(exception.Message);
    }

    /// <summary>Describes a wrong argument, without its name in the code.</summary>
    /// <param name="exception">The failure.</param>
    /// <returns>The text.</returns>
    public static string Of(ArgumentException exception) => exception.Message.Replace($" (Parameter '{exception.ParamName}')", "", StringComparison.Ordinal);

    /// <summary>What the user of the tool can do, where the message says it to a developer. Empty if there is nothing to add.</summary>
    private static string Advice(string message)
    {
        var advice = Selection.IsMatch(message) ? " query and export read fewer fields with --select FIELD,…" : "";
        string[] settings = [.. Option.Matches(message).Select(match => match.Groups["group"].Value + match.Groups["name"].Value).Distinct()];
        return settings.Length == 0
            ? advice
            : $"{advice} For this tool, set {Or(settings, "Gainsight__", "__")} in the environment, or {Or(settings, "", ":")} in the profile.";
    }

    private static string Or(string[] settings, string prefix, string separator) =>
        string.Join(" or ", settings.Select(setting => prefix + setting.Replace(".", separator, StringComparison.Ordinal)));

    /// <summary>An option of the client that a message names, and that is a setting of the tool too.</summary>
    [GeneratedRegex(@"\b(GainsightClientOptions\.|Quota\.(?=(Max|Share)))?(?<group>(Retry\.)?)(?<name>MaxAnswerBytes|AttemptTimeout|FilterTimeZone|MaxQueueWait|MaxCalls|ShareWithoutStore|(?<=Quota\.)Share|(?<=Retry\.)(MaxRetries|MaxElapsed|LateAfter|Delay))\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Option { get; }

    [GeneratedRegex("fewer fields|out of the selection")]
    private static partial Regex Selection { get; }
}
