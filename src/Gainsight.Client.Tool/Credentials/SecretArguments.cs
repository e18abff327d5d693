namespace Gainsight.Client.Tool;

/// <summary>Refuses secrets on the command line. The arguments are looked at before they are parsed, because the parser quotes what it does not know.</summary>
internal static class SecretArguments
{
    private static readonly string[] Words = ["secret", "password", "token", "bearer", "credential", "accesskey", "apikey"];

    /// <summary>Checks the arguments.</summary>
    /// <param name="args">The arguments.</param>
    /// <returns>What is wrong and what to do, without the secret, or null.</returns>
    public static string? Problem(IEnumerable<string> args)
    {
        foreach (var argument in args)
        {
            if (argument.StartsWith('-') && NameOf(argument) is var name && name != "--user-secrets" && IsSecret(name))
            {
                return $"{(name.StartsWith("--", StringComparison.Ordinal) ? name : "A secret in the command line")} is refused: everyone on this machine can see the arguments of a process, and the shell keeps them in its history. "
                    + "Set GAINSIGHT_ACCESS_KEY, or keep the key in a profile: gainsight profile add NAME --address https://acme.gainsightcloud.com. "
                    + "If what you typed was a real key, replace it in Gainsight.";
            }
        }

        return null;
    }

    /// <summary>The name without a value after it, which can be the secret: <c>--key=…</c>, a quoted <c>"--key …"</c>, <c>-k…</c>.</summary>
    private static string NameOf(string argument) => argument.Split('=', ':', ' ', '\t')[0] is var name && name.StartsWith("--", StringComparison.Ordinal) ? name : argument;

    private static bool IsSecret(string name)
    {
        var letters = string.Concat(name.Where(char.IsAsciiLetter));
        return Words.Any(word => letters.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
