using System.Text;

namespace Gainsight.Client.Emulator;

/// <summary>
/// The token endpoint of machine-to-machine OAuth ("OAuth for Gainsight APIs", quoted). It takes Basic credentials and an empty or form body,
/// and responds without an envelope.
/// </summary>
internal sealed class TokenEndpoint(CredentialStore credentials)
{
    public IReadOnlyList<Route> Routes => [new(EmulatorOperations.Token, "POST", "/v1/users/m2m/oauth/token", Issue) { Anonymous = true }];

    private EmulatorResponse Issue(RequestContext context)
    {
        if (context.Request.Header("Accesskey") is not null
            || !TryReadBasic(context.Request.Header("Authorization"), out var id, out var secret)
            || !credentials.IsClient(id, secret))
        {
            return Reply.Gateway(context, 401, ErrorCodes.Unauthorized, "Unauthorized");
        }

        var body = Encoding.UTF8.GetString(context.Body.Span).Trim();
        if (body.Length > 0 && !body.Split('&').Contains("grant_type=client_credentials", StringComparer.Ordinal))
        {
            return Reply.Gateway(context, 400, ErrorCodes.InvalidAuthorization, "Unsupported grant type");
        }

        var lifetime = context.Limits.TokenLifetime;
        var token = credentials.IssueToken(context.Tenant.Now + lifetime);
        var response = Reply.Json(200, null, writer =>
        {
            writer.WriteString("access_token", token);
            writer.WriteString("token_type", "Bearer");
            writer.WriteNumber("expires_in", (long)lifetime.TotalSeconds);
        });
        return context.Switches.TokenHasByteOrderMark ? response.Encoded(TextEncodingForm.Utf8WithMark) : response;
    }

    private static bool TryReadBasic(string? header, out string id, out string secret)
    {
        id = secret = "";
        if (header is null || !header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        Span<byte> bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header["Basic ".Length..].Trim(), bytes, out var length))
        {
            return false;
        }

        var pair = Encoding.UTF8.GetString(bytes[..length]);
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return false;
        }

        id = pair[..colon];
        secret = pair[(colon + 1)..];
        return true;
    }
}
