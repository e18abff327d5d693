using System.Buffers.Text;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>A bearer token and its times on the client's clock.</summary>
/// <param name="Header">The value of the <c>Authorization</c> header.</param>
/// <param name="RefreshAt">From when on another token is asked for.</param>
/// <param name="ExpiresAt">When Gainsight stops taking it.</param>
internal sealed record AccessToken(string Header, DateTimeOffset RefreshAt, DateTimeOffset ExpiresAt)
{
    // Documented is 86,400 s. When an answer does not say, an hour is short enough to be wrong about.
    private const long DefaultLifetimeSeconds = 3600;
    private const long MaxLifetimeSeconds = 10L * 365 * 86_400;

    private static readonly TimeSpan LongestHeadStart = TimeSpan.FromMinutes(5);

    /// <summary>Reads the answer of the token endpoint, which has no envelope; null when it holds no token.</summary>
    public static AccessToken? Read(ReadOnlySpan<byte> json, DateTimeOffset requestedAt)
    {
        string? token = null;
        var seconds = DefaultLifetimeSeconds;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("access_token"u8))
            {
                reader.Read();
                token = reader.TokenType == JsonTokenType.String ? LenientText.Of(ref reader) : null;
            }
            else if (reader.ValueTextEquals("expires_in"u8))
            {
                reader.Read();
                seconds = ReadSeconds(ref reader) ?? DefaultLifetimeSeconds;
            }
            else
            {
                reader.Read();
            }

            reader.Skip();
        }

        if (string.IsNullOrEmpty(token) || token.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            return null;
        }

        var lifetime = TimeSpan.FromSeconds(Math.Clamp(seconds, 1, MaxLifetimeSeconds));
        var headStart = lifetime / 10 < LongestHeadStart ? lifetime / 10 : LongestHeadStart;
        return new AccessToken($"Bearer {token}", requestedAt + lifetime - headStart, requestedAt + lifetime);
    }

    /// <summary>The type's name and times: the token itself is a secret.</summary>
    public override string ToString() => $"{nameof(AccessToken)} until {ExpiresAt:O}";

    private static long? ReadSeconds(ref Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.Number or JsonTokenType.String
        && Utf8Parser.TryParse(reader.ValueSpan, out long seconds, out _)
            ? seconds
            : null;
}
