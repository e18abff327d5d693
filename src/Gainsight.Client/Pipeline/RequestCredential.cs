using System.Net;
using Microsoft.Extensions.Logging;

namespace Gainsight.Client;

/// <summary>Adds the credential to every attempt, and only to requests to the client's own host.</summary>
internal sealed class RequestCredential
{
    private const string AccessKeyHeader = "Accesskey";
    private const string AuthorizationHeader = "Authorization";

    private readonly AccessKeyCredential? _accessKey;
    private readonly TokenCache? _tokens;
    private readonly Uri _baseAddress;
    private readonly ILogger _logger;

    public RequestCredential(GainsightClientOptions options, Uri baseAddress, ILogger logger)
    {
        _baseAddress = baseAddress;
        _logger = logger;
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

    /// <summary>Adds the credential to a request and sends it on.</summary>
    public Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CallState call,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> next,
        CancellationToken cancellationToken)
    {
        CheckHost(request);
        if (call.Request.Operation.SecretRefused is null)
        {
            if (_tokens is not null)
            {
                return SendWithTokenAsync(request, call, _tokens, next, cancellationToken);
            }

            // The key is read for each attempt, so that a retry uses a key that was replaced in the meantime.
            request.Headers.Remove(AccessKeyHeader);
            request.Headers.TryAddWithoutValidation(AccessKeyHeader, _accessKey!.Key);
        }

        call.CountAttempt();
        return next(request, cancellationToken);
    }

    private static async Task<HttpResponseMessage> SendWithTokenAsync(
        HttpRequestMessage request,
        CallState call,
        TokenCache tokens,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> next,
        CancellationToken cancellationToken)
    {
        // The token request goes the same way below the credential. It takes no permit.
        var token = await tokens.GetAsync(next, cancellationToken).ConfigureAwait(false);
        request.Headers.Remove(AuthorizationHeader);
        request.Headers.TryAddWithoutValidation(AuthorizationHeader, token.Header);
        call.CountAttempt();
        var response = await next(request, cancellationToken).ConfigureAwait(false);

        // The guard sends the call again, because that attempt needs its own permit and time limit.
        call.TokenRejected = response.StatusCode == HttpStatusCode.Unauthorized;
        if (call.TokenRejected)
        {
            tokens.Invalidate(token.Header);
        }

        return response;
    }

    /// <summary>Discards the token if an answer other than 401 says that it was refused.</summary>
    public void Answered(HttpRequestMessage request, CallState call, BufferedAnswer answer)
    {
        if (_tokens is not null
            && !call.TokenRejected
            && answer is { Result: false, ErrorCode: ErrorCodes.InvalidAuthorization or ErrorCodes.Unauthorized }
            && request.Headers.NonValidated.TryGetValues(AuthorizationHeader, out var header))
        {
            call.TokenRejected = true;
            _tokens.Invalidate(header.ToString());
        }
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
