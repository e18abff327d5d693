using System.Net;
using Microsoft.Extensions.Logging;

namespace Gainsight.Client;

/// <summary>Puts the credential on every attempt, and only on requests to the client's own host.</summary>
internal sealed class AuthenticationHandler : DelegatingHandler
{
    private const string AccessKeyHeader = "Accesskey";
    private const string AuthorizationHeader = "Authorization";

    private readonly AccessKeyCredential? _accessKey;
    private readonly TokenCache? _tokens;
    private readonly Uri _baseAddress;
    private readonly ILogger _logger;
    private readonly TokenCache.Send _sendTokenRequest;
    private long _requestsSent;

    public AuthenticationHandler(GainsightClientOptions options, Uri baseAddress, ILogger logger)
    {
        _baseAddress = baseAddress;
        _logger = logger;
        _sendTokenRequest = base.SendAsync;
        switch (options.Credential)
        {
            case AccessKeyCredential accessKey:
                _accessKey = accessKey;
                break;
            case ClientCredentialsCredential client:
                _tokens = new TokenCache(client, baseAddress, options.AttemptTimeout, options.TimeProvider, logger);
                break;
            default:
                throw new ArgumentException(
                    "No credential is set. Set Credential to an AccessKeyCredential or a ClientCredentialsCredential.", nameof(options));
        }
    }

    /// <summary>The number of requests that went past this handler, the last of ours before the wire. Requests for tokens are not among them.</summary>
    public long RequestsSent => Volatile.Read(ref _requestsSent);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        CheckHost(request);
        if (RequestContext.Of(request).Request.Operation.SecretRefused is not null)
        {
            Count(request);
            return base.SendAsync(request, cancellationToken);
        }

        return _tokens is null ? SendWithKeyAsync(request, cancellationToken) : SendWithTokenAsync(request, _tokens, cancellationToken);
    }

    private Task<HttpResponseMessage> SendWithKeyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Read anew for each attempt, so that a retry carries a key that was replaced meanwhile.
        request.Headers.Remove(AccessKeyHeader);
        request.Headers.TryAddWithoutValidation(AccessKeyHeader, _accessKey!.Key);
        Count(request);
        return base.SendAsync(request, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendWithTokenAsync(HttpRequestMessage request, TokenCache tokens, CancellationToken cancellationToken)
    {
        AccessToken token = await tokens.GetAsync(_sendTokenRequest, cancellationToken).ConfigureAwait(false);
        request.Headers.Remove(AuthorizationHeader);
        request.Headers.TryAddWithoutValidation(AuthorizationHeader, token.Header);
        Count(request);
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            // The retry handler sends again, not this one: that send needs a permit and a time limit of its own.
            tokens.Invalidate(token);
            RequestContext.Of(request).TokenRejected = true;
        }

        return response;
    }

    private void CheckHost(HttpRequestMessage request)
    {
        Uri? address = request.RequestUri;
        if (address is null
            || !address.IsAbsoluteUri
            || address.Port != _baseAddress.Port
            || !string.Equals(address.Scheme, _baseAddress.Scheme, StringComparison.OrdinalIgnoreCase)
            || !string.Equals(address.Host, _baseAddress.Host, StringComparison.OrdinalIgnoreCase))
        {
            Log.HostRefused(_logger, address is { IsAbsoluteUri: true } ? address.Authority : "?", _baseAddress.Authority);
            throw new InvalidOperationException(
                $"A request was about to leave for another host than {_baseAddress.Authority}, with the tenant's credential. Handlers and retry pipelines must leave the address of a request alone; for another tenant make another client.");
        }
    }

    private void Count(HttpRequestMessage request)
    {
        RequestContext.Of(request).Request.CountAttempt();
        Interlocked.Increment(ref _requestsSent);
    }
}
