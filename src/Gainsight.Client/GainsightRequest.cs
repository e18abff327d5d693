using System.Text;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>A call that this library has no method for, for <see cref="GainsightClient.SendAsync"/>. It does not change, and can be sent several times.</summary>
/// <example><code>new GainsightRequest(HttpMethod.Post, "/v1/companyteam/list") { Body = json, Bucket = QuotaBuckets.Users, CanRepeat = true }</code></example>
public sealed class GainsightRequest
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string? _body;
    private readonly RequestLane _lane;

    /// <summary>Describes a call.</summary>
    /// <param name="method">The HTTP method, in any case. A read-only client sends only GET and HEAD.</param>
    /// <param name="path">The path on the tenant's own host, with its query: <c>/v1/…?page=1</c>. Names and ids in it must be escaped (<see cref="Uri.EscapeDataString(string)"/>).</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> names a host, climbs (<c>..</c>), or has characters that no path has.</exception>
    public GainsightRequest(HttpMethod method, string path)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(path);
        if (PathRules.Problem(path) is { } problem)
        {
            throw new ArgumentException($"The path of the request cannot be used: {problem}.", nameof(path));
        }

        if (path.AsSpan().ContainsAny('{', '}'))
        {
            throw new ArgumentException("The path of the request has a placeholder. Put the escaped name or id in its place.", nameof(path));
        }

        // HTTP methods are case-sensitive, and HttpMethod compares them in any case.
        Method = new HttpMethod(method.Method.ToUpperInvariant());
        Path = path;
    }

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The path and query.</summary>
    public string Path { get; }

    /// <summary>The body, as JSON, or null. It is sent as it is.</summary>
    /// <exception cref="ArgumentException">The value is not one JSON value.</exception>
    public string? Body
    {
        get => _body;
        init
        {
            Json = value is null ? null : Check(value, nameof(Body));
            _body = value;
        }
    }

    /// <summary>The quota bucket that the call counts in, from <see cref="QuotaBuckets"/>. Default: <see cref="QuotaBuckets.Sync"/>.</summary>
    public string Bucket { get; init; } = QuotaBuckets.Sync;

    /// <summary>
    /// Whether the call can be sent twice with the same result as once: a read, or a write of fixed values. Default: false. The call is then sent again only
    /// when Gainsight provably did not process it.
    /// </summary>
    public bool CanRepeat { get; init; }

    /// <summary>The lane in which the call waits for quota. Default: <see cref="RequestLane.Interactive"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member of the enum.</exception>
    public RequestLane Lane
    {
        get => _lane;
        init
        {
            EnumValue.Check((int)value, (int)RequestLane.Bulk, nameof(Lane));
            _lane = value;
        }
    }

    /// <summary>The body as it is sent.</summary>
    internal byte[]? Json { get; private init; }

    private static byte[] Check(string body, string name)
    {
        try
        {
            var json = Strict.GetBytes(body);
            var reader = new Utf8JsonReader(json, AnswerJson.Options);
            reader.Read();
            reader.Skip();
            reader.Read();
            return json;
        }
        catch (Exception exception) when (exception is JsonException or EncoderFallbackException)
        {
            // The cause is left out, because its message can quote the body.
            throw new ArgumentException("The body of the request is not one JSON value. Serialize the value, or leave the body out.", name);
        }
    }
}
