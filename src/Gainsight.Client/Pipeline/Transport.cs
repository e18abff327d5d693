using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Gainsight.Client;

/// <summary>The narrow waist between the areas and HTTP: a call goes in, an answer or a typed exception comes out.</summary>
[SuppressMessage("Reliability", "CA2213", Justification = "The invoker disposes the whole chain, or none of it where the inner handler is another's.")]
internal sealed class Transport : IDisposable
{
    private readonly GainsightCredential? _credential;
    private readonly QuotaLedger _ledger;
    private readonly QuotaOptions _quota;
    private readonly RouteTable _routes;
    private readonly HttpMessageInvoker _invoker;

    /// <summary>Builds the pipeline around the handler that carries the requests.</summary>
    /// <param name="options">The client's options.</param>
    /// <param name="baseAddress">The tenant's address, as <see cref="HostRules.Resolve"/> gives it.</param>
    /// <param name="innerHandler">The user's handlers, if any, and the primary handler.</param>
    /// <param name="disposeInner">Whether <paramref name="innerHandler"/> is disposed with the transport.</param>
    /// <param name="loggerFactory">Where the pipeline logs.</param>
    /// <param name="ledger">The quota that the calls draw on.</param>
    /// <param name="throttle">The handler that takes the permits, or null when calls are not counted.</param>
    /// <exception cref="ArgumentException">There is no credential, or a route override cannot be used.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The invoker owns the chain.")]
    public Transport(
        GainsightClientOptions options,
        Uri baseAddress,
        HttpMessageHandler innerHandler,
        bool disposeInner,
        ILoggerFactory loggerFactory,
        QuotaLedger ledger,
        DelegatingHandler? throttle = null)
    {
        var logger = loggerFactory.CreateLogger(Log.Category);
        BaseAddress = baseAddress;
        _credential = options.Credential;
        _routes = RouteTable.Build(options.RouteOverrides);
        _ledger = ledger;
        _quota = options.Quota;
        TimeProvider = options.TimeProvider;
        Host = baseAddress.Authority;

        var authentication = new AuthenticationHandler(options, baseAddress, logger) { InnerHandler = innerHandler };
        DelegatingHandler attempt = new AttemptHandler(options.AttemptTimeout, options.TimeProvider) { InnerHandler = authentication };
        throttle?.InnerHandler = attempt;

        // None of our handlers holds anything to dispose; disposing the outermost disposes the innermost.
        _invoker = new HttpMessageInvoker(new RetryHandler(options, logger) { InnerHandler = throttle ?? attempt }, disposeInner);
    }

    /// <summary>What is left of the tenant's quota.</summary>
    public QuotaSnapshot Quota => _ledger.Snapshot(_quota);

    /// <summary>The tenant's host and port, by which state shared in the process is found.</summary>
    public string Host { get; }

    /// <summary>The tenant's address.</summary>
    public Uri BaseAddress { get; }

    public TimeProvider TimeProvider { get; }

    /// <summary>Finds the names of objects that are near to one that the tenant does not know, for the message that says so.</summary>
    public Func<string, IReadOnlyList<string>>? SuggestObjects { get; set; }

    /// <inheritdoc cref="SendAsync(CallState, CancellationToken)"/>
    public ValueTask<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken) =>
        SendAsync(new CallState(request), cancellationToken);

    /// <summary>Sends a call through the pipeline. Await the result once.</summary>
    /// <exception cref="GainsightException">The call was refused, could not be sent, or brought no usable answer.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<ApiResponse> SendAsync(CallState call, CancellationToken cancellationToken)
    {
        var request = call.Request;
        var route = _routes.Of(request.Operation);
        using var message = CreateMessage(call, route);
        using var activity = CallTelemetry.Start(call, route, BaseAddress);
        var started = TimeProvider.GetTimestamp();
        BufferedAnswer? answer = null;
        try
        {
            var response = await _invoker.SendAsync(message, cancellationToken).ConfigureAwait(false);
            answer = BufferedAnswer.Of(response);
            if (!answer.IsSuccess && !(request.NoRowsIsSuccess && answer.SaysNoRows) && !TellsOfRecords(request, answer))
            {
                using (response)
                {
                    throw ApiErrors.From(request, Host, _credential, answer, TimeProvider.GetUtcNow(), SuggestObjects);
                }
            }

            CallTelemetry.Stop(activity, call, BaseAddress, answer, failure: null, TimeProvider.GetElapsedTime(started));
            return new ApiResponse(response, answer, call);
        }
        catch (Exception exception)
        {
            CallTelemetry.Stop(activity, call, BaseAddress, answer, exception, TimeProvider.GetElapsedTime(started));
            throw;
        }
        finally
        {
            request.Calls?.End(request.Operation.Bucket, call.Attempts);
        }
    }

    /// <summary>How long it would take until so many calls could be sent, were nobody else to call.</summary>
    public TimeSpan EstimateWait(string bucket, int calls) => _ledger.EstimateWait(bucket, calls, _quota);

    /// <summary>The earliest that the server's clock can have shown at a time of the local one, by the answers that have come.</summary>
    public DateTimeOffset ServerTime(DateTimeOffset local) => _ledger.ServerTime(local);

    /// <summary>The address that an answer names, relative to the tenant's or absolute; null when it is none, or is on another host, which must not get the credential.</summary>
    public Uri? Resolve(string address) =>
        Uri.TryCreate(BaseAddress, address, out var resolved)
        && resolved.UserInfo.Length == 0
        && Uri.Compare(resolved, BaseAddress, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0
            ? resolved
            : null;

    public void Dispose() => _invoker.Dispose();

    private static bool TellsOfRecords(ApiRequest request, BufferedAnswer answer) =>
        request.TellsOfRecords is { } tells && answer is { IsComplete: true, IsThrottled: false, Data.IsEmpty: false } && (int)answer.Status < 500 && tells(answer.Data);

    [SuppressMessage("Reliability", "CA2000", Justification = "The message owns its content.")]
    private ApiRequestMessage CreateMessage(CallState call, RouteTemplate route)
    {
        var message = new ApiRequestMessage(call, route.Method, call.Request.Address ?? route.Address(BaseAddress, call.Request));
        message.Content = call.Request.Body is { } body ? new JsonBodyContent(body) : call.Request.Content?.Invoke();

        return message;
    }
}
