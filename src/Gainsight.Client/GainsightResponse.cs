using System.Net;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>The answer to a <see cref="GainsightRequest"/>. A refusal is an exception, not an answer.</summary>
public sealed class GainsightResponse
{
    private JsonElement? _data;

    /// <summary>Creates an answer, for mocks of a client too.</summary>
    /// <param name="statusCode">The HTTP status, 2xx.</param>
    /// <param name="body">The body.</param>
    /// <param name="requestId">The id with which Gainsight's support can find the call.</param>
    public GainsightResponse(HttpStatusCode statusCode, string body, string? requestId = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        StatusCode = statusCode;
        Body = body;
        RequestId = requestId;
    }

    /// <summary>The HTTP status, 2xx.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The id with which Gainsight's support can find the call, or null.</summary>
    public string? RequestId { get; }

    /// <summary>The body as text. Empty for an answer without one.</summary>
    public string Body { get; }

    /// <summary>The <c>data</c> of Gainsight's envelope. The whole JSON of an answer without an envelope. Undefined if there is no <c>data</c>, or the body is not JSON.</summary>
    public JsonElement Data => _data ??= Read(Body);

    private static JsonElement Read(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = AnswerJson.MaxDepth });
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("result", out _))
            {
                return root.TryGetProperty("data", out var data) ? data.Clone() : default;
            }

            return root.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
