namespace Gainsight.Client.Fuzz.Clients;

/// <summary>The calls of the client that are fuzzed.</summary>
internal static partial class ClientOperations
{
    public static IReadOnlyList<ClientOperation> All { get; } = [.. Writes, .. Reads];
}
