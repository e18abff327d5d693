namespace Gainsight.Client;

/// <summary>Gets the tenant's address from the options and checks it, because a key that is sent to the wrong host is compromised.</summary>
internal static class HostRules
{
    private const string Domain = ".gainsightcloud.com";
    private const int MaxLabelLength = 63;

    /// <summary>The address of the tenant: scheme and authority, with a slash as its path.</summary>
    /// <exception cref="ArgumentException">The options have no usable address. The message names every problem.</exception>
    public static Uri Resolve(GainsightClientOptions options)
    {
        string[] problems = [.. Problems(options)];
        return problems.Length > 0
            ? throw new ArgumentException(string.Join(' ', problems), nameof(options))
            : options.BaseAddress ?? new Uri($"https://{options.Tenant}{Domain}/");
    }

    /// <summary>The problems of the address in the options, each with its remedy.</summary>
    public static IEnumerable<string> Problems(GainsightClientOptions options) => (options.Tenant, options.BaseAddress) switch
    {
        (null, null) =>
            ["Neither Tenant nor BaseAddress is set. Set Tenant to the name in https://{name}.gainsightcloud.com, or BaseAddress to the tenant's own address."],
        (not null, not null) =>
            ["Both Tenant and BaseAddress are set. Keep one: BaseAddress for a tenant with a region or its own domain, otherwise Tenant."],
        ({ } tenant, null) => TenantProblems(tenant),
        (null, { } address) => AddressProblems(address, options.AllowPlainHttp),
    };

    /// <summary>The problems of the primary handler, each with its remedy.</summary>
    public static IEnumerable<string> HandlerProblems(HttpMessageHandler handler)
    {
        (var redirects, var cookies) = Innermost(handler) switch
        {
            SocketsHttpHandler sockets => (sockets.AllowAutoRedirect, sockets.UseCookies),
            HttpClientHandler client => (client.AllowAutoRedirect, client.UseCookies),
            _ => (false, false),
        };
        if (redirects)
        {
            yield return "The primary handler follows redirects, which could carry the access key to another host. Set its AllowAutoRedirect to false.";
        }

        if (cookies)
        {
            yield return "The primary handler keeps cookies, which Gainsight's API does not need and which would tie calls to one node. Set its UseCookies to false.";
        }
    }

    /// <summary>The handler at the end of a chain.</summary>
    public static HttpMessageHandler Innermost(HttpMessageHandler handler)
    {
        while (handler is DelegatingHandler { InnerHandler: { } inner })
        {
            handler = inner;
        }

        return handler;
    }

    private static IEnumerable<string> TenantProblems(string tenant)
    {
        if (tenant.Length == 0)
        {
            yield return "Tenant is empty. Set it to the name in https://{name}.gainsightcloud.com.";
        }
        else if (tenant.Any(char.IsWhiteSpace))
        {
            yield return "Tenant contains white space. Remove it.";
        }
        else if (tenant.Contains("://", StringComparison.Ordinal) || tenant.Contains('/', StringComparison.Ordinal))
        {
            yield return "Tenant is an address. Give the name alone, or set BaseAddress to the address instead.";
        }
        else if (tenant.Contains('.', StringComparison.Ordinal))
        {
            yield return tenant.EndsWith(Domain, StringComparison.OrdinalIgnoreCase) && tenant.IndexOf('.', StringComparison.Ordinal) == tenant.Length - Domain.Length
                ? $"Tenant is a host name. Give '{tenant[..^Domain.Length]}' alone."
                : "Tenant contains a dot. A tenant with a region (acme.us2) or its own domain needs BaseAddress instead, such as https://acme.us2.gainsightcloud.com.";
        }
        else if (tenant.Length > MaxLabelLength || tenant[0] == '-' || tenant[^1] == '-' || !tenant.All(character => char.IsAsciiLetterOrDigit(character) || character == '-'))
        {
            yield return "Tenant is not a host's name: letters, digits and hyphens, at most 63. Check it against the address in the browser.";
        }
    }

    private static bool IsOfGainsight(Uri address) => address.Host.EndsWith(Domain, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> AddressProblems(Uri address, bool allowPlainHttp)
    {
        if (!address.IsAbsoluteUri)
        {
            yield return "BaseAddress is relative. Give scheme and host, such as https://acme.us2.gainsightcloud.com.";
            yield break;
        }

        if (address.Host.Length == 0)
        {
            // In localhost:5099, localhost is the scheme. In a key with a colon, a part of the key is: it is not repeated.
            yield return "BaseAddress has no host. Give scheme and host, such as https://acme.us2.gainsightcloud.com.";
            yield break;
        }

        if (address.UserInfo.Length > 0)
        {
            yield return "BaseAddress contains a user name or password. Remove them: the credential is set through Credential.";
        }

        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && (address.IsLoopback || (allowPlainHttp && !IsOfGainsight(address)))))
        {
            yield return $"BaseAddress uses {address.Scheme}, which would send the credential unencrypted. Use https; http is only for a loopback address, or for an emulator with AllowPlainHttp.";
        }

        if (address.OriginalString.Any(char.IsWhiteSpace))
        {
            yield return "BaseAddress contains white space. Remove it.";
        }

        if (address.AbsolutePath.Length > 1 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            yield return $"BaseAddress continues after the host. Give only scheme and host: {address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)}.";
        }
    }
}
