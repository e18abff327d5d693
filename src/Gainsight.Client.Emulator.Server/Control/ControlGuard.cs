using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Gainsight.Client.Emulator;

/// <summary>
/// Decides who may use the control API and the inspector. A page of another site that a developer happens to visit must neither read the tenant
/// (not through a host name that suddenly means 127.0.0.1, either) nor change it.
/// </summary>
/// <param name="isServed">Whether the control API is served at all.</param>
/// <param name="token">The token that every caller needs, or null.</param>
internal sealed class ControlGuard(bool isServed, string? token)
{
    private const string Bearer = "Bearer ";

    private readonly byte[]? _token = token is null ? null : Hash(token);
    private readonly string? _cookie = token is null ? null : Convert.ToHexString(Hash("cookie " + token));

    /// <summary>Lets a request pass, or answers it.</summary>
    public async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        AddHeaders(context.Response.Headers);
        if (_cookie is not null && HttpMethods.IsGet(context.Request.Method) && context.Text("token") is { } offered && Equal(offered))
        {
            // The token leaves the address bar, the history and the referrer.
            context.Response.Cookies.Append(CookieName(context), _cookie, new CookieOptions { HttpOnly = true, SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Strict, Path = ControlBranch.Root });
            context.Response.Redirect(ControlBranch.Root + "/");
            return;
        }

        if (Refuse(context) is var (status, error))
        {
            await ControlJson.WriteErrorAsync(context, status, error).ConfigureAwait(false);
            return;
        }

        await next(context).ConfigureAwait(false);
    }

    private (int Status, string Error)? Refuse(HttpContext context)
    {
        var request = context.Request;
        if (!isServed)
        {
            return (403, "The control API and the inspector are off, because other machines can reach this server. Start it with --control-token TEXT.");
        }

        if (_token is not null && !IsAuthentic(context))
        {
            return (401, "The control API needs its token: open /_emulator/?token=TOKEN in a browser, or send the header Authorization: Bearer TOKEN.");
        }

        if (_token is null && !IsLoopback(request.Host.Host))
        {
            return (403, $"Use localhost or 127.0.0.1 in the address. The host '{request.Host.Host}' could be another site's.");
        }

        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        if (IsOfOtherSite(request, reads))
        {
            return (403, "Pages of other sites cannot use the control API.");
        }

        // A form of another site cannot send this type without asking first.
        return reads || HttpMethods.IsDelete(request.Method) || IsJson(request.ContentType)
            ? null
            : (415, "The request needs the header Content-Type: application/json.");
    }

    private bool IsAuthentic(HttpContext context) =>
        context.Request.Headers.Authorization.ToString() is { } header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? Equal(header[Bearer.Length..].Trim())
            : context.Request.Cookies[CookieName(context)] is { } cookie && CryptographicOperations.FixedTimeEquals(Hash(cookie), Hash(_cookie!));

    /// <summary>Compares hashes, so that the time tells neither the text nor its length.</summary>
    private bool Equal(string offered) => CryptographicOperations.FixedTimeEquals(Hash(offered), _token);

    /// <summary>Cookies do not know ports, and a machine may run several emulators.</summary>
    private static string CookieName(HttpContext context) => $"gainsight-emulator-{context.Request.Host.Port ?? 80}";

    /// <summary>Whether a browser says that a page of another site sent the request. Opening the inspector by a link is harmless.</summary>
    private static bool IsOfOtherSite(HttpRequest request, bool reads)
    {
        if (request.Headers.Origin.ToString() is { Length: > 0 } origin && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none")
            && !(reads && request.Headers["Sec-Fetch-Mode"] == "navigate");
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static void AddHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
