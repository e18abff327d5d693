using System.Collections;

namespace Gainsight.Client.Emulator;

/// <summary>
/// The environment variables of the tool. One rule names them: <c>GAINSIGHT_EMULATOR_</c> and the name of the option in upper case, with
/// <c>_</c> for <c>-</c>. An option that may be repeated has its values in one variable, separated by <c>;</c> or line breaks.
/// </summary>
internal sealed class EmulatorEnvironment(IReadOnlyDictionary<string, string> variables)
{
    private const string Prefix = "GAINSIGHT_EMULATOR_";

    /// <summary>The environment of the process.</summary>
    public static EmulatorEnvironment Process { get; } = new(Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal));

    /// <summary>The variable that stands for an option.</summary>
    public static string NameOf(string option) => Prefix + option.TrimStart('-').Replace('-', '_').ToUpperInvariant();

    /// <summary>The value of an option's variable, or null if the variable is not set or is empty.</summary>
    public string? Find(string option) =>
        variables.TryGetValue(NameOf(option), out var value) && value.Length > 0 && !IsOfKubernetes(NameOf(option), value) ? value : null;

    /// <summary>Splits the variable of an option that may be repeated. A semicolon in a value is written <c>\;</c>.</summary>
    public static IEnumerable<string> Split(string value) => value.Replace("\\;", "\0", StringComparison.Ordinal)
        .Split([';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(item => item.Replace('\0', ';'));

    /// <summary>The variables that look like settings and are none. They may be misspelled, or belong to something else.</summary>
    public IEnumerable<string> Unknown(IEnumerable<string> options)
    {
        HashSet<string> names = [.. options.Select(NameOf)];
        return variables.Where(each => each.Key.StartsWith(Prefix, StringComparison.Ordinal) && !names.Contains(each.Key) && !IsOfKubernetes(each.Key, each.Value))
            .Select(each => each.Key);
    }

    /// <summary>
    /// Kubernetes tells containers about a service with the name gainsight-emulator in variables such as <c>GAINSIGHT_EMULATOR_PORT=tcp://10.0.0.1:5099</c>.
    /// </summary>
    private static bool IsOfKubernetes(string name, string value) =>
        name.StartsWith(Prefix + "SERVICE_", StringComparison.Ordinal)
        || name.StartsWith(Prefix + "PORT_", StringComparison.Ordinal)
        || (name == Prefix + "PORT" && value.Contains("://", StringComparison.Ordinal));
}
