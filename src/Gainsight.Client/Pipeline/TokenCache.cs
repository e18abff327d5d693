using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Gainsight.Client;

/// <summary>Holds the token of one client. It requests the token once for all waiting calls, and renews it before it expires.</summary>
internal sealed class TokenCache
{
    // After a failed renewal the old token stays in use for this time. A new request for every call would only add load.
    private static readonly TimeSpan RenewalPause = TimeSpan.FromSeconds(30);

    private readonly ClientCredentialsCredential _credential;
    private readonly Uri _address;
    private readonly TimeSpan _timeout;
    private readonly int _maxBytes;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly Lock _lock = new();
    private AccessToken? _current;
    private Task<AccessToken>? _renewal;

    public TokenCache(ClientCredentialsCredential credential, Uri baseAddress, TimeSpan timeout, int maxBytes, TimeProvider timeProvider, ILogger logger)
    {
        _credential = credential;
        _address = new Uri(baseAddress, Operation.TokenRequest.Template);
        _timeout = timeout;
        _maxBytes = maxBytes;
        _timeProvider = timeProvider;
        _logger = logger;
    }

    /// <summary>Gets a valid token.</summary>
    /// <param name="send">Sends a token request through the inner handlers, without the quota.</param>
    /// <param name="cancellationToken">Ends the wait of this caller.</param>
    public ValueTask<AccessToken> GetAsync(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        var current = Volatile.Read(ref _current);
        return current is not null && _timeProvider.GetUtcNow() < current.RefreshAt
            ? new ValueTask<AccessToken>(current)
            : new ValueTask<AccessToken>(JoinRenewal(send).WaitSharedAsync(cancellationToken));
    }

    /// <summary>Discards a refused token, unless it was already replaced.</summary>
    /// <param name="header">The <c>Authorization</c> header that had the token.</param>
    public void Invalidate(string header)
    {
        lock (_lock)
        {
            // Compare the text: after a failed renewal the same token is in a new object.
            if (_current?.Header != header)
            {
                return;
            }

            _current = null;
        }

        Log.TokenRejected(_logger);
    }

    private Task<AccessToken> JoinRenewal(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send)
    {
        lock (_lock)
        {
            // The cancellation of one caller does not stop the renewal, because others wait for it.
            if (_renewal is null or { IsCompleted: true })
            {
                var current = _current;
                if (current is not null && _timeProvider.GetUtcNow() < current.RefreshAt)
                {
                    return Task.FromResult(current);
                }

                _renewal = RenewAsync(current, send);

                // All its callers may have been cancelled by the time it fails.
                _ = _renewal.ContinueWith(
                    static renewal => _ = renewal.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }

            return _renewal;
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The old token is still good. Without one, the failure is thrown.")]
    private async Task<AccessToken> RenewAsync(AccessToken? old, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send)
    {
        // Leave the caller's lock before any work.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            var token = await RequestAsync(send, _timeProvider.GetUtcNow()).ConfigureAwait(false);
            Log.TokenRenewed(_logger, token.ExpiresAt);
            Volatile.Write(ref _current, token);
            return token;
        }
        catch (Exception exception) when (StayOn(old) is { } token)
        {
            // Whatever failed, also in a handler of the application: the old token is still good.
            Log.TokenRenewalFailed(_logger, exception.GetType().Name, token.ExpiresAt);
            return token;
        }
    }

    /// <summary>Keeps the old token in use for a while, if it has not expired and was not refused in the meantime.</summary>
    private AccessToken? StayOn(AccessToken? old)
    {
        var now = _timeProvider.GetUtcNow();
        lock (_lock)
        {
            return old is null || now >= old.ExpiresAt || !ReferenceEquals(_current, old)
                ? null
                : _current = old with { RefreshAt = now.Plus(RenewalPause) };
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Other failures than those of the transport are rethrown.")]
    private async Task<AccessToken> RequestAsync(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send, DateTimeOffset now)
    {
        using var timeout = new CancellationTokenSource(_timeout, _timeProvider);
        using var request = CreateRequest();
        try
        {
            using var response = await send(request, timeout.Token).ConfigureAwait(false);
            var answer = await BufferedAnswer.ReadAsync(response, _maxBytes, _timeProvider, timeout.Token).ConfigureAwait(false);
            var token = answer is { IsPositive: true, IsComplete: true } ? AccessToken.Read(answer.Body.Span, now) : null;
            return token ?? throw Refused(answer, now);
        }
        catch (Exception exception)
        {
            if (TransportFailures.From(exception, request, timeout.IsCancellationRequested ? _timeout : null) is { } failure)
            {
                // The call that needs the token was not sent, whatever happened to the token request.
                throw new GainsightTransportException(failure.Message, exception);
            }

            throw;
        }
    }

    private HttpRequestMessage CreateRequest()
    {
        var basic = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{_credential.ClientId}:{_credential.ClientSecret}"));
        var call = new CallState(new ApiRequest { Operation = Operation.TokenRequest, Content = CreateContent });
        var message = call.CreateMessage(call.Request.Operation.Method, _address);
        message.Headers.Authorization = new AuthenticationHeaderValue("Basic", basic);
        return message;
    }

    private ByteArrayContent CreateContent()
    {
        var empty = _credential.UseEmptyTokenRequest;
        var content = new ByteArrayContent(empty ? [] : "grant_type=client_credentials"u8.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue(empty ? "application/json" : "application/x-www-form-urlencoded");
        return content;
    }

    private GainsightException Refused(BufferedAnswer answer, DateTimeOffset now)
    {
        var request = new ApiRequest { Operation = Operation.TokenRequest };
        var cause = ApiErrors.From(request, _address.Authority, _credential, answer, now);
        if (cause is GainsightThrottledException)
        {
            return cause;
        }

        var message = (int)answer.Status is >= 400 and < 500 && cause is not GainsightAuthenticationException
            ? $"{cause.Message} {ErrorTexts.ForCredential(_credential)}"
            : cause.Message;
        return new GainsightAuthenticationException(message, answer.ToRefusal() with { Errors = [] });
    }
}
