namespace Gainsight.Client;

/// <summary>Checks the values of headers before a call is sent, and creates the headers.</summary>
internal static class EventHeaders
{
    private const int MaxLength = 256;

    public static string Check(string value, string parameter, string what, bool takesSpaces)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, parameter);
        if (value.Length > MaxLength)
        {
            throw new ArgumentException($"{what} has {value.Length} characters. At most {MaxLength} are allowed.", parameter);
        }

        if (value.Any(character => !char.IsAscii(character) || char.IsControl(character)))
        {
            throw new ArgumentException($"{what} contains a line break or another character that a header cannot contain. Only ASCII can be sent.", parameter);
        }

        if (takesSpaces ? char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]) : value.Contains(' ', StringComparison.Ordinal))
        {
            throw new ArgumentException($"{what} has unexpected white space. Remove it.", parameter);
        }

        return value;
    }

    public static string? CheckOptional(string? value, string parameter, string what) =>
        value is null ? null : Check(value, parameter, what, takesSpaces: true);

    /// <summary>The headers of a publication.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(EventCredential credential, EventDefinition definition)
    {
        var headers = new List<KeyValuePair<string, string>>
        {
            new("sharedSecret", credential.SharedSecret),
            new("tenantId", credential.TenantId),
            new("eventName", definition.Name),
            new("eventVersion", definition.Version),
        };
        if (definition.Topic is { } topic)
        {
            headers.Add(new("topicName", topic));
        }

        if (definition.ContractId is { } contract)
        {
            headers.Add(new("contractId", contract));
        }

        return headers;
    }
}
