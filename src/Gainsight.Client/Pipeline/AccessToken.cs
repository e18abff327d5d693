using System.Buffers.Text;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>A bearer token and its times on the client's clock.</summary>
/// <param name="Header">The value of the <c>Authorization</c> header.</param>
/// <param name="RefreshAt">The time from which a new token is requested.</param>
/// <param name="ExpiresAt">The time at which Gainsight stops accepting the token.</param>
internal sealed record AccessToken(string Header, DateTimeOffset RefreshAt, DateTimeOffset ExpiresAt)
{
    // The documented lifetime is 86,400 s. An answer without a lifetime gets an hour, which is on the safe side.
    private const long DefaultLifetimeSeconds = 3600;
    private const long MaxLifetimeSeconds = 10L * 365 * 86_400;

    private static readonly TimeSpan LongestHeadStart = TimeSpan.FromMinutes(5);

    /// <summary>Reads the answer of the token endpoint, which has no envelope. Null when it contains no token.</summary>
    public static AccessToken? Read(ReadOnlySpan<byte> json, DateTimeOffset requestedAt)
    {
        string? token = null;
        var seconds = DefaultLifetimeSeconds;
        var reader = AnswerJson.Reader(json.StartsWith("\uFEFF"u8) ? json[3..] : json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (AnswerJson.Is(ref reader, "access_token"u8))
            {
                reader.Read();
                token = reader.TokenType == JsonTokenType.String ? AnswerJson.Text(ref reader) : null;
            }
            else if (AnswerJson.Is(ref reader, "expires_in"u8))
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
        return new AccessToken($"Bearer {token}", requestedAt.Plus(lifetime - headStart), requestedAt.Plus(lifetime));
    }

    /// <summary>The type's name and expiry, without the token.</summary>
    public override string ToString() => $"{nameof(AccessToken)} until {ExpiresAt:O}";

    private static long? ReadSeconds(ref Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.Number or JsonTokenType.String
        && Utf8Parser.TryParse(reader.ValueSpan, out long seconds, out _)
            ? seconds
            : null;
}
