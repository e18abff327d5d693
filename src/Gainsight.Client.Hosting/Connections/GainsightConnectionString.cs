using System.Data.Common;

namespace Gainsight.Client;

/// <summary>Reads <c>Endpoint=…;AccessKey=…</c> or <c>Endpoint=…;ClientId=…;ClientSecret=…</c> into the settings of a client's section.</summary>
/// <remarks>Problems name no part of the text that is not expected, because it could be a secret.</remarks>
internal static class GainsightConnectionString
{
    public const string Expected = "'Endpoint=https://acme.gainsightcloud.com;AccessKey=…' or 'Endpoint=https://acme.gainsightcloud.com;ClientId=…;ClientSecret=…'";

    public const string Address = "BaseAddress";

    private const string Endpoint = nameof(Endpoint);

    private const string Unexpected = "It has a name that is not expected.";

    /// <summary>The settings that are a credential.</summary>
    public static IReadOnlyList<string> Credentials { get; } = ["AccessKey", "ClientId", "ClientSecret"];

    /// <summary>Reads a connection string.</summary>
    /// <param name="text">The connection string.</param>
    /// <param name="settings">The settings by name. Empty when there is a problem.</param>
    /// <returns>The problem, as a sentence, or null.</returns>
    public static string? Read(string text, out IReadOnlyDictionary<string, string> settings)
    {
        Dictionary<string, string> read = new(StringComparer.OrdinalIgnoreCase);
        settings = new Dictionary<string, string>();
        Parts parts = [];
        try
        {
            parts.ConnectionString = text;
        }
        catch (ArgumentException)
        {
            return "It is not a list of names and values.";
        }

        foreach (KeyValuePair<string, object> part in parts)
        {
            if (NameOf(part.Key) is not { } name)
            {
                return Unexpected;
            }

            read[name == Endpoint ? Address : name] = (string)part.Value;
        }

        if (parts.Empty is [var first, ..])
        {
            return NameOf(first) is { } empty ? $"Its {empty} is empty. Check the secret store or variable that it comes from." : Unexpected;
        }

        if ((read.Count == 0 ? "It is empty." : AddressProblem(read) ?? CredentialProblem(read)) is { } problem)
        {
            return problem;
        }

        settings = read;
        return null;
    }

    /// <summary>An expected name as it is documented, or null.</summary>
    private static string? NameOf(string name) => Credentials.Prepend(Endpoint).FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase));

    // What an address may be, the client decides.
    private static string? AddressProblem(Dictionary<string, string> settings) =>
        settings.TryGetValue(Address, out var address) && !Uri.TryCreate(address, UriKind.Absolute, out _)
            ? "Its Endpoint is not an address with scheme and host."
            : null;

    private static string? CredentialProblem(Dictionary<string, string> settings)
    {
        try
        {
            GainsightCredential? credential = (settings.GetValueOrDefault("AccessKey"), settings.GetValueOrDefault("ClientId"), settings.GetValueOrDefault("ClientSecret")) switch
            {
                (null, null, null) => null,
                ({ } key, null, null) => new AccessKeyCredential(key),
                (null, { } id, { } secret) => new ClientCredentialsCredential(id, secret),
                (null, _, _) => throw new ArgumentException("ClientId and ClientSecret belong together, and one of them is missing."),
                _ => throw new ArgumentException("AccessKey and ClientId or ClientSecret are both set."),
            };
            return null;
        }
        catch (ArgumentException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>The names and values. The base class forgets a name without a value; this one keeps it.</summary>
    private sealed class Parts : DbConnectionStringBuilder
    {
        public List<string> Empty { get; } = [];

        public override bool Remove(string keyword)
        {
            Empty.Add(keyword);
            return base.Remove(keyword);
        }
    }
}
