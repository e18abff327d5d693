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

    /// <summary>Serves a request.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up. Committed changes stay.</exception>
    public async Task<EmulatorResponse> ServeAsync(EmulatorRequest request, CancellationToken cancellationToken)
    {
        var route = _routes.Find(request.Method, request.Path, Switches, out var values);
        var fault = Faults.Take(route?.Operation, values.GetValueOrDefault("object"), request.Path);
        var context = new RequestContext
        {
            Tenant = tenant,
            Switches = Switches,
            Limits = Limits,
            Request = request,
            RouteValues = values,
            RequestId = random.NextGuid().ToString(),
            JobFault = fault?.Kind is FaultKind.JobFails or FaultKind.JobIsAborted ? fault.Kind : null,
        };
        var sequence = Interlocked.Increment(ref _sequence);
        var arrival = tenant.Clock.Now;
        var started = tenant.Clock.Provider.GetTimestamp();
        EmulatorResponse? response = null;
        try
        {
            response = await AnswerAsync(context, route, fault, cancellationToken).ConfigureAwait(false);
            AddHeaders(context, route, response);
            return response;
        }
        finally
        {
            Log.Add(new RequestLogEntry
            {
                Sequence = sequence,
                Time = arrival,
                Method = request.Method,
                Path = request.Path,
                Operation = route?.Operation,
                Object = values.GetValueOrDefault("object"),
                RecordCount = context.RecordCount,
                Status = response is { Cut: not Cut.BeforeAnswer } ? response.Status : 0,
                ErrorCode = response?.ErrorCode,
                Duration = tenant.Clock.Provider.GetElapsedTime(started),
                Fault = fault?.Kind,
                Committed = context.Committed,
                Canceled = response is null,
                CredentialHash = CredentialStore.HashOf(request),
                RequestId = context.RequestId,
            });
        }
    }

    private async Task<EmulatorResponse> AnswerAsync(RequestContext context, Route? route, Fault? fault, CancellationToken cancellationToken)
    {
        if (fault?.Kind == FaultKind.CutBeforeRead)
        {
            return EmulatorResponse.Broken();
        }

        context.Body = await context.Request.ReadBodyAsync(cancellationToken).ConfigureAwait(false);
        if (fault?.Kind == FaultKind.CutAfterRead)
        {
            return EmulatorResponse.Broken();
        }

        if (fault?.Kind == FaultKind.Latency)
        {
            await DelayAsync(fault.Delay, cancellationToken).ConfigureAwait(false);
        }

        cancellationToken.ThrowIfCancellationRequested();
        EmulatorResponse response;
        lock (tenant.Sync)
        {
            tenant.RunDueWork();
            response = Refuse(context, route, fault) ?? Handle(context, route!);
        }

        var after = fault?.Kind switch
        {
            FaultKind.LatencyAfterCommit => fault.Delay,
            FaultKind.SlowObject => fault.Delay * (context.RecordCount / 1000d),
            _ => TimeSpan.Zero,
        };
        await DelayAsync(after, cancellationToken).ConfigureAwait(false);
        return FaultyResponses.Apply(context, fault, HtmlIfAsked(context, response));
    }

    private static EmulatorResponse Handle(RequestContext context, Route route)
    {
        try
        {
            return route.Handle(context);
        }
        catch (RefusedException refused)
        {
            return route.Refuse(context, refused);
        }
    }

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
