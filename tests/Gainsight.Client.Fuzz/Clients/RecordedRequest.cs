namespace Gainsight.Client.Fuzz.Clients;

/// <summary>A request that the client sent.</summary>
internal sealed record RecordedRequest(string Method, string PathAndQuery, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body);
