using System.Net;
using Microsoft.Extensions.Logging;

namespace Gainsight.Client;

/// <summary>Adds the credential to every attempt, and only to requests to the client's own host.</summary>
internal sealed class AuthenticationHandler : DelegatingHandler
{
    private const string AccessKeyHeader = "Accesskey";
    private const string AuthorizationHeader = "Authorization";

    private readonly AccessKeyCredential? _accessKey;
    private readonly TokenCache? _tokens;
    private readonly Uri _baseAddress;
    private readonly ILogger _logger;
    private readonly TokenCache.Send _sendTokenRequest;

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
                _tokens = new TokenCache(client, baseAddress, options.AttemptTimeout, options.MaxAnswerBytes, options.TimeProvider, logger);
                break;
            default:
                throw new ArgumentException(
                    "No credential is set. Set Credential to an AccessKeyCredential or a ClientCredentialsCredential.", nameof(options));
        }
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        CheckHost(request);
        var call = CallState.Of(request);
        if (call.Request.Operation.SecretRefused is null)
        {
            if (_tokens is not null)
            {
                return SendWithTokenAsync(request, _tokens, cancellationToken);
            }

            // The key is read for each attempt, so that a retry uses a key that was replaced in the meantime.
            request.Headers.Remove(AccessKeyHeader);
            request.Headers.TryAddWithoutValidation(AccessKeyHeader, _accessKey!.Key);
        }

        call.CountAttempt();
        return base.SendAsync(request, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendWithTokenAsync(HttpRequestMessage request, TokenCache tokens, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(_sendTokenRequest, cancellationToken).ConfigureAwait(false);
        request.Headers.Remove(AuthorizationHeader);
        request.Headers.TryAddWithoutValidation(AuthorizationHeader, token.Header);
        var call = CallState.Of(request);
        call.CountAttempt();
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);

        // The retry handler sends the call again, because that attempt needs its own permit and time limit.
        call.TokenRejected = response.StatusCode == HttpStatusCode.Unauthorized;
        if (call.TokenRejected)
        {
            tokens.Invalidate(token);
        }

        return response;
    }

    private void CheckHost(HttpRequestMessage request)
    {
        var address = request.RequestUri;
        if (address is null
            || !address.IsAbsoluteUri
            || address.Port != _baseAddress.Port
            || !string.Equals(address.Scheme, _baseAddress.Scheme, StringComparison.OrdinalIgnoreCase)
            || !string.Equals(address.Host, _baseAddress.Host, StringComparison.OrdinalIgnoreCase))
        {
            Log.HostRefused(_logger, address is { IsAbsoluteUri: true } ? address.Authority : "?", _baseAddress.Authority);
            throw new InvalidOperationException(
                $"A request with the tenant's credential was about to go to another host than {_baseAddress.Authority}. Handlers and retry pipelines must not change the address of a request. Create another client for another tenant.");
        }
    }
}
