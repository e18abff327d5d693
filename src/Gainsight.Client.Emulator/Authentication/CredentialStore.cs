using System.Security.Cryptography;
using System.Text;

namespace Gainsight.Client.Emulator;

/// <summary>The access key, the machine-to-machine clients and the tokens of the tenant. Guarded by the tenant's lock.</summary>
internal sealed class CredentialStore(string accessKey, SeededRandom random)
{
    private readonly Dictionary<string, string> _clients = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _tokens = new(StringComparer.Ordinal);
    private readonly string _firstKey = accessKey;
    private bool _isKeyRevoked;

    /// <summary>The last key.</summary>
    public string AccessKey { get; private set; } = accessKey;

    /// <summary>The key that is accepted, or null once it is revoked.</summary>
    public string? ValidKey => _isKeyRevoked ? null : AccessKey;

    public IReadOnlyDictionary<string, string> Clients => _clients;

    public bool IpRefused { get; set; }

    public static string Hash(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)).AsSpan(0, 16));

    /// <summary>Forgets all changes: the first key is valid, and there are no clients and no tokens.</summary>
    public void Reset()
    {
        random.Restart();
        _clients.Clear();
        _tokens.Clear();
        IpRefused = false;
        _ = UseKey(_firstKey);
    }

    public string NewSecret() => $"{random.Next():x16}{random.Next():x16}";

    public string UseKey(string key)
    {
        (AccessKey, _isKeyRevoked) = (key, false);
        return key;
    }

    public void RevokeKey() => _isKeyRevoked = true;

    public void AddClient(string clientId, string clientSecret) => _clients[clientId] = clientSecret;

    public void RemoveClient(string clientId) => _clients.Remove(clientId);

    public bool IsClient(string clientId, string clientSecret) =>
        _clients.TryGetValue(clientId, out var expected) && expected == clientSecret;

    public string IssueToken(DateTimeOffset expires)
    {
        var token = $"eyJ.{NewSecret()}.{NewSecret()}";
        _tokens.Add(token, expires);
        return token;
    }

    public void ExpireToken(string token) => _tokens.Remove(token);

    public void ExpireTokens() => _tokens.Clear();

    /// <summary>A request with a key and a token is refused: the sources say never to send both.</summary>
    public bool IsAuthentic(EmulatorRequest request, DateTimeOffset now, bool takesAuthenticationHeader) =>
        (request.Header("Accesskey") ?? (takesAuthenticationHeader ? request.Header("authentication") : null), request.BearerToken) switch
        {
            ({ } key, null) => !_isKeyRevoked && key == AccessKey,
            (null, { } token) => _tokens.TryGetValue(token, out var expires) && now < expires,
            _ => false,
        };

    /// <summary>The hash that the request log keeps of the request's credential.</summary>
    public static string? HashOf(EmulatorRequest request) =>
        (request.Header("Accesskey") ?? request.BearerToken) is { Length: > 0 } secret ? Hash(secret) : null;
}
