namespace Gainsight.Client.Emulator;

/// <summary>A request, from the in-process handler or from a socket. The body is read only on demand.</summary>
internal sealed class EmulatorRequest
{
    private const string Bearer = "Bearer ";

    public required string Method { get; init; }

    /// <summary>The path as it was sent, still escaped.</summary>
    public required string Path { get; init; }

    /// <summary>The query string with its question mark, or an empty text.</summary>
    public string QueryString { get; init; } = "";

    /// <summary>The scheme and host of the request, with which absolute addresses in responses begin.</summary>
    public required string Origin { get; init; }

    public required Func<string, string?> Header { get; init; }

    public required Func<CancellationToken, ValueTask<ReadOnlyMemory<byte>>> ReadBodyAsync { get; init; }

    /// <summary>The bearer token of the header <c>Authorization</c>, or null.</summary>
    public string? BearerToken =>
        Header("Authorization") is { } header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;

    public string? Query(string name)
    {
        foreach (var pair in QueryString.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var key = equals < 0 ? pair : pair[..equals];
            if (string.Equals(Uri.UnescapeDataString(key), name, StringComparison.Ordinal))
            {
                return equals < 0 ? "" : Uri.UnescapeDataString(pair[(equals + 1)..].Replace('+', ' '));
            }
        }

        return null;
    }
}
