namespace Gainsight.Client.Emulator;

/// <summary>
/// Takes a request through faults, credentials, quota and its endpoint, in the order of a gateway, and logs it. The in-process handler and the
/// server use the same pipeline.
/// </summary>
internal sealed partial class RequestPipeline(TenantData tenant, CredentialStore credentials, SeededRandom random)
{
    private readonly RouteTable _routes = new(credentials);
    private readonly QuotaLedger _quota = new();
    private long _sequence;

    public required EmulatorSwitches Switches { get; init; }

    public required EmulatorLimits Limits { get; init; }

    public required FaultPlan Faults { get; init; }

    public required RequestLog Log { get; init; }

    /// <summary>Runs after each request is logged, or null. There is no response if the caller gave up.</summary>
    public Action<RequestContext, RequestLogEntry, EmulatorResponse?>? Served { get; set; }

    /// <summary>The names of all operations.</summary>
    public IReadOnlyList<string> Operations => _routes.Operations;

    /// <summary>The state of all quota windows.</summary>
    public IReadOnlyList<(QuotaWindow Window, int Used, DateTimeOffset Ends)> Quota()
    {
        lock (tenant.Sync)
        {
            var now = tenant.Clock.Now;
            return [.. _routes.Windows.Select(window => (window, _quota.State(window, now).Used, _quota.State(window, now).Ends))];
        }
    }

    /// <summary>Empties all quota windows and starts again with the first request id of the seed. The caller holds the tenant's lock.</summary>
    public void Reset()
    {
        _quota.Clear();
        random.Restart();
    }

    /// <summary>Serves a request.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up. Committed changes stay.</exception>
    public async Task<EmulatorResponse> ServeAsync(EmulatorRequest request, CancellationToken cancellationToken)
    {
        var route = _routes.Find(request.Method, request.Path, Switches, out var values);
        var context = new RequestContext
        {
            Tenant = tenant,
            Switches = Switches,
            Limits = Limits,
            Request = request,
            RouteValues = values,
            RequestId = random.NextGuid().ToString(),
            Sequence = Interlocked.Increment(ref _sequence),
            Arrival = tenant.Clock.Now,
            Fault = Faults.Take(route?.Operation, values.GetValueOrDefault("object"), request.Path),
        };
        var started = tenant.Clock.Provider.GetTimestamp();
        EmulatorResponse? response = null;
        try
        {
            response = await AnswerAsync(context, route, cancellationToken).ConfigureAwait(false);
            AddHeaders(context, route, response);
            return response;
        }
        finally
        {
            var entry = new RequestLogEntry
            {
                Sequence = context.Sequence,
                Time = context.Arrival,
                Method = request.Method,
                Path = request.Path,
                Operation = route?.Operation,
                Object = values.GetValueOrDefault("object"),
                RecordCount = context.RecordCount,
                Status = response is { Cut: not Cut.BeforeAnswer } ? response.Status : 0,
                ErrorCode = response?.ErrorCode,
                Duration = tenant.Clock.Provider.GetElapsedTime(started),
                Fault = context.Fault?.Kind,
                Committed = context.Committed,
                CommitsAt = context.CommitsAt,
                Canceled = response is null,
                CredentialHash = CredentialStore.HashOf(request),
                RequestId = context.RequestId,
            };
            Log.Add(entry);
            Served?.Invoke(context, entry, response);
        }
    }

    private async Task<EmulatorResponse> AnswerAsync(RequestContext context, Route? route, CancellationToken cancellationToken)
    {
        if (context.Fault?.Kind == FaultKind.CutBeforeRead)
        {
            return EmulatorResponse.Broken();
        }

        // A body may be large, so it is read only for a caller who may send it.
        var refused = RefuseBeforeRead(context, route);
        if (refused is null)
        {
            context.Body = await context.Request.ReadBodyAsync(cancellationToken).ConfigureAwait(false);
            context.Fault ??= Faults.TakeByBody(route?.Operation, context.RouteValues.GetValueOrDefault("object"), context.Request.Path, context.Body.Span);
        }

        switch (context.Fault)
        {
            case { Kind: FaultKind.CutAfterRead or FaultKind.CutBeforeRead }:
                return EmulatorResponse.Broken();
            case { Kind: FaultKind.Respond } fault:
                await DelayAsync(fault.Delay, cancellationToken).ConfigureAwait(false);
                return FaultyResponses.Apply(context, FaultyResponses.Respond(context, fault));
            case { Kind: FaultKind.Latency } fault:
                await DelayAsync(fault.Delay, cancellationToken).ConfigureAwait(false);
                break;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var response = refused ?? Process(context, route);
        await DelayAsync(DelayAfter(context), cancellationToken).ConfigureAwait(false);
        return FaultyResponses.Apply(context, HtmlIfAsked(context, response).Encoded(Switches.ResponseEncoding));
    }

    private EmulatorResponse? RefuseBeforeRead(RequestContext context, Route? route)
    {
        lock (tenant.Sync)
        {
            return context.Fault?.Kind == FaultKind.Respond ? null : RefuseCaller(context, route);
        }
    }

    private EmulatorResponse Process(RequestContext context, Route? route)
    {
        lock (tenant.Sync)
        {
            tenant.Keys = Switches.Keys;
            tenant.ReadLag = Switches.ReadLag;
            try
            {
                return CarryOut(context, route);
            }
            finally
            {
                // The back door writes at once.
                tenant.ReadLag = TimeSpan.Zero;
            }
        }
    }

    private EmulatorResponse CarryOut(RequestContext context, Route? route)
    {
        tenant.RunDueWork();
        if (Refuse(context, route) is { } refused)
        {
            return refused;
        }

        if (context.Fault is not { Kind: FaultKind.LateCommit or FaultKind.LateCommitCut } fault)
        {
            return Handle(context, route!);
        }

        context.CommitsAt = context.Arrival + fault.CommitDelay;
        tenant.Scheduled.Add(context.CommitsAt.Value, () =>
        {
            _ = Handle(context, route!);
            Log.Commit(context);
        });
        return fault.Kind == FaultKind.LateCommit ? FaultyResponses.Respond(context, fault) : EmulatorResponse.Broken();
    }

    private EmulatorResponse Handle(RequestContext context, Route route)
    {
        tenant.Request = context.Sequence;
        try
        {
            return route.Handle(context);
        }
        catch (RefusedException refused)
        {
            return route.Refuse(context, refused);
        }
        finally
        {
            tenant.Request = null;
        }
    }

    private static TimeSpan DelayAfter(RequestContext context) => context.Fault switch
    {
        { Kind: FaultKind.LatencyAfterCommit or FaultKind.LateCommit or FaultKind.LateCommitCut } fault => fault.Delay,
        { Kind: FaultKind.SlowObject } fault => fault.Delay * (context.RecordCount / 1000d),
        _ => TimeSpan.Zero,
    };

    private static EmulatorResponse HtmlIfAsked(RequestContext context, EmulatorResponse response)
    {
        var wantsJson = context.Request.Header("Accept")?.Contains("json", StringComparison.OrdinalIgnoreCase) == true;
        return response.ErrorCode is not null && !wantsJson && context.Switches.HtmlErrorsWithoutAccept
            ? Reply.Html(response.ErrorCode)
            : response;
    }

    private async Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        if (delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, tenant.Clock.Provider, cancellationToken).ConfigureAwait(false);
        }
    }
}
