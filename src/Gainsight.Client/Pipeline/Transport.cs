using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Polly;

namespace Gainsight.Client;

/// <summary>The only way from the areas to HTTP: a call goes in, and an answer or a typed exception comes out.</summary>
[SuppressMessage("Reliability", "CA2213", Justification = "The invoker disposes the whole chain, or none of it when the inner handler belongs to the caller.")]
internal sealed class Transport : IDisposable
{
    private readonly GainsightCredential? _credential;
    private readonly QuotaLedger _ledger;
    private readonly QuotaOptions _quota;
    private readonly RouteTable _routes;
    private readonly bool _isReadOnly;
    private readonly CallBudget? _budget;
    private readonly ConnectionTracker _connection;
    private readonly ClientPipeline _pipeline;
    private readonly HttpMessageInvoker _invoker;
    private readonly CancellationTokenSource _lifetime = new();
    private int _disposals;

    /// <summary>The type that users dispose. It stands above this one, so it is named in words.</summary>
    private const string ClientType = "GainsightClient";

    /// <summary>Builds the pipeline around the handler that sends the requests.</summary>
    /// <param name="options">The client's options.</param>
    /// <param name="baseAddress">The tenant's address, from <see cref="HostRules.Resolve"/>.</param>
    /// <param name="innerHandler">The primary handler, or a whole chain of <c>IHttpClientFactory</c>, which has the resilience handlers and <see cref="GainsightSendHandler"/> already.</param>
    /// <param name="disposeInner">Whether <paramref name="innerHandler"/> is disposed with the transport.</param>
    /// <param name="loggerFactory">Creates the pipeline's logger.</param>
    /// <param name="ledger">The quota of the tenant.</param>
    /// <exception cref="ArgumentException">There is no credential, or a route override cannot be used.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The invoker owns the chain.")]
    public Transport(
        GainsightClientOptions options,
        Uri baseAddress,
        HttpMessageHandler innerHandler,
        bool disposeInner,
        ILoggerFactory loggerFactory,
        QuotaLedger ledger)
    {
        BaseAddress = baseAddress;
        _credential = options.Credential;
        _routes = RouteTable.Build(options.RouteOverrides);
        _ledger = ledger;
        _quota = options.Quota;
        _isReadOnly = options.ReadOnly;
        _budget = options.Quota.MaxCalls is { } calls ? new CallBudget(calls) : null;
        TimeProvider = options.TimeProvider;
        _connection = new ConnectionTracker(options.TimeProvider);
        Host = baseAddress.Authority;
        Lifetime = _lifetime.Token;

        _pipeline = new ClientPipeline(options, baseAddress, ledger, loggerFactory.CreateLogger(Log.Category), HostRules.Innermost(innerHandler) is SocketsHttpHandler or HttpClientHandler, Lifetime);
        _invoker = new HttpMessageInvoker(
            GainsightSendHandler.IsIn(innerHandler)
                ? innerHandler
                : new ResilienceHandler(_pipeline.Retry) { InnerHandler = new GainsightSendHandler { InnerHandler = innerHandler } },
            disposeInner);
    }

    /// <summary>The remaining quota of the tenant.</summary>
    public QuotaSnapshot Quota => _ledger.Snapshot(_quota);

    /// <summary>What the last calls say about the connection.</summary>
    public ConnectionStatus Connection => _connection.Status;

    /// <summary>The tenant's host and port.</summary>
    public string Host { get; }

    /// <summary>Identifies the tenant in this process, for as long as a client of it is in use: the key of state that other layers share between its clients.</summary>
    public object Tenant => _ledger;

    /// <summary>How long Gainsight may take to carry out a call. See <see cref="RetryOptions.LateAfter"/>.</summary>
    public TimeSpan LateAfter => _pipeline.Options.Retry.LateAfter;

    /// <summary>The tenant's address.</summary>
    public Uri BaseAddress { get; }

    public TimeProvider TimeProvider { get; }

    /// <summary>Ends when the client is disposed. For calls that no caller can cancel, which could otherwise wait for quota without an end.</summary>
    public CancellationToken Lifetime { get; }

    /// <summary>Finds object names that are similar to an unknown one, for the message of the exception.</summary>
    public Func<string, IReadOnlyList<string>>? SuggestObjects { get; set; }

    /// <summary>Lists the objects for <see cref="SuggestObjects"/>, if that was not done yet. It does not throw when the list cannot be read.</summary>
    public Func<CancellationToken, Task>? LoadObjects { get; set; }

    /// <summary>Refuses a write before its first call, also before a read that would prepare it.</summary>
    /// <exception cref="InvalidOperationException">The client is read-only.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public void EnsureWritable(string what)
    {
        if (IsDisposed)
        {
            throw Disposed();
        }

        if (_isReadOnly)
        {
            throw ReadOnly(what);
        }
    }

    /// <summary>Checks that the client has a quota bucket.</summary>
    /// <exception cref="ArgumentException">It does not.</exception>
    public void CheckBucket(string bucket, string parameter)
    {
        if (bucket is null || !_quota.Buckets.ContainsKey(bucket))
        {
            throw new ArgumentException($"There is no quota bucket '{bucket}'. The buckets are {string.Join(", ", _quota.Buckets.Keys)}.", parameter);
        }
    }

    /// <inheritdoc cref="SendAsync(CallState, CancellationToken)"/>
    public ValueTask<BufferedAnswer> SendAsync(ApiRequest request, CancellationToken cancellationToken) =>
        SendAsync(new CallState(request), cancellationToken);

    /// <summary>Sends a call through the pipeline. Await the result once.</summary>
    /// <exception cref="GainsightException">The call was refused, could not be sent, or got no usable answer.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<BufferedAnswer> SendAsync(CallState call, CancellationToken cancellationToken)
    {
        if (IsDisposed)
        {
            throw Disposed();
        }

        var request = call.Request;
        if (_isReadOnly && request.Operation.IsWrite)
        {
            throw ReadOnly(TransportFailures.Describe(request));
        }

        var route = _routes.Of(request.Operation);
        using var message = call.CreateMessage(route.Method, request.Address ?? route.Address(BaseAddress, request));
        using var activity = call.StartSpan(route, BaseAddress);
        var started = TimeProvider.GetTimestamp();
        BufferedAnswer? answer = null;

        // A call with its own secret says nothing about the client's credential.
        var connection = request.Operation.SecretRefused is null ? _connection : null;

        // Taken here, before any wait, so that calls of a write get them in the order in which it starts them.
        _budget?.Take();
        call.Budget = _budget;
        try
        {
            var response = await SendAsync(message, call, cancellationToken).ConfigureAwait(false);
            answer = BufferedAnswer.Of(response);
            if (!answer.IsSuccess && !(request.NoRowsIsSuccess && answer.SaysNoRows) && !TellsOfRecords(request, answer))
            {
                using (response)
                {
                    if (answer.ErrorCode == ErrorCodes.InvalidPath && request is { Object: not null, NoRowsIsSuccess: false } && LoadObjects is { } load)
                    {
                        await load(cancellationToken).ConfigureAwait(false);
                    }

                    throw ApiErrors.From(request, Host, _credential, answer, TimeProvider.GetUtcNow(), SuggestObjects);
                }
            }

            call.StopSpan(activity, BaseAddress, answer, failure: null, TimeProvider.GetElapsedTime(started));
            connection?.Answered();
            answer.Call = call;
            return answer;
        }
        catch (Exception exception)
        {
            call.StopSpan(activity, BaseAddress, answer, exception, TimeProvider.GetElapsedTime(started));
            connection?.Ended(exception, answer is { IsJson: true, IsServerFailure: false });
            throw;
        }
        finally
        {
            if (call.Attempts == 0)
            {
                _budget?.Return();
            }

            call.End();
        }
    }

    /// <summary>The time until this number of calls could be sent, if nobody else sends calls.</summary>
    public TimeSpan EstimateWait(string bucket, int calls) => _ledger.EstimateWait(bucket, calls, _quota);

    /// <summary>The earliest possible time of the server's clock at a local time, according to the answers so far.</summary>
    public DateTimeOffset ServerTime(DateTimeOffset local) => _ledger.ServerTime(local);

    /// <summary>Whether the local clock was set forward since the last answer, so that <see cref="ServerTime"/> may be in the future.</summary>
    public bool ClockWasSet => _ledger.ClockWasSet;

    /// <summary>Whether an answer told the server's clock. Otherwise the local clock is used, as behind a proxy that removes the <c>Date</c> header.</summary>
    public bool KnowsServerTime => _ledger.KnowsServerTime;

    /// <summary>Resolves an address from an answer, relative or absolute. Null when it is invalid or on another host, which must not get the credential.</summary>
    public Uri? Resolve(string address) =>
        Uri.TryCreate(BaseAddress, address, out var resolved)
        && resolved.UserInfo.Length == 0
        && Uri.Compare(resolved, BaseAddress, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0
            ? resolved
            : null;

    /// <summary>Ends when the permits of a disposed client are given back to the quota store, or after some seconds. It does not fail.</summary>
    public Task GivenBack { get; private set; } = Task.CompletedTask;

    public void Dispose()
    {
        if (Interlocked.Increment(ref _disposals) > 1)
        {
            return;
        }

        _lifetime.Cancel();
        _lifetime.Dispose();
        _invoker.Dispose();
        _pipeline.Dispose();
        GivenBack = _ledger.Release();
    }

    private static InvalidOperationException ReadOnly(string what) =>
        new($"This client is read-only (GainsightClientOptions.ReadOnly), so the write {what} was refused. Nothing was sent.");

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage message, CallState call, CancellationToken cancellationToken)
    {
        var context = _pipeline.Attach(message, call, cancellationToken);
        try
        {
            return await _invoker.SendAsync(message, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception) when (exception.InnerException is GainsightException failure)
        {
            // See GainsightSendHandler.FailsLikeHttpClient.
            ExceptionDispatchInfo.Throw(failure);
            throw;
        }
        catch (Exception exception) when (IsDisposed && (exception is ObjectDisposedException || (exception is OperationCanceledException && cancellationToken == Lifetime)))
        {
            throw Disposed();
        }
        catch (ExecutionRejectedException rejection)
        {
            throw TransportFailures.GaveUp(call, rejection);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private bool IsDisposed => Volatile.Read(ref _disposals) > 0;

    /// <summary>The exception for a call of a client that was disposed.</summary>
    public static ObjectDisposedException Disposed() => new(ClientType, "The client was disposed, so it sends no more calls.");

    /// <summary>Whether an exception says that the client was disposed.</summary>
    public static bool IsDisposal(Exception exception) => exception is ObjectDisposedException { ObjectName: ClientType };

    private static bool TellsOfRecords(ApiRequest request, BufferedAnswer answer) =>
        request.TellsOfRecords is { } tells && answer is { IsComplete: true, IsThrottled: false, Data.IsEmpty: false } && !answer.IsServerFailure && tells(answer.Data);
}
