using System.Globalization;

namespace Gainsight.Client.Emulator;

/// <summary>
/// Takes a request through faults, credentials, quota and its endpoint, in the order of a gateway, and logs it.
/// The in-process handler and the server call the same one.
/// </summary>
internal sealed class RequestPipeline(GainsightEmulator emulator, TenantData tenant, CredentialStore credentials, SeededRandom random)
{
    private readonly RouteTable _routes = new();
    private readonly QuotaLedger _quota = new();
    private long _sequence;

    /// <summary>Serves a request.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; what was committed before stays.</exception>
    public async Task<EmulatorResponse> ServeAsync(EmulatorRequest request, CancellationToken cancellationToken)
    {
        Route? route = _routes.Find(request.Method, request.Path, out Dictionary<string, string> values);
        var context = new RequestContext
        {
            Tenant = tenant,
            Switches = emulator.Switches,
            Limits = emulator.Limits,
            Credentials = credentials,
            Request = request,
            RouteValues = values,
            RequestId = NewRequestId(),
        };
        Fault? fault = emulator.Faults.Take(route?.Operation, values.GetValueOrDefault("object"), request.Path);
        long sequence = Interlocked.Increment(ref _sequence);
        DateTimeOffset arrival = tenant.Clock.Now;
        long started = tenant.Clock.Provider.GetTimestamp();
        EmulatorResponse? response = null;
        try
        {
            response = await AnswerAsync(context, route, fault, cancellationToken).ConfigureAwait(false);
            AddHeaders(context, response);
            return response;
        }
        finally
        {
            emulator.Requests.Add(new RequestLogEntry
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
            response = Refuse(context, route, fault) ?? Handle(context, route!);
        }

        TimeSpan after = fault?.Kind switch
        {
            FaultKind.LatencyAfterCommit => fault.Delay,
            FaultKind.SlowObject => fault.Delay * (context.RecordCount / 1000d),
            _ => TimeSpan.Zero,
        };
        await DelayAsync(after, cancellationToken).ConfigureAwait(false);
        return FaultyAnswers.Apply(context, fault, HtmlIfAsked(context, response));
    }

    /// <summary>What the gateway says before an endpoint sees the request, or null.</summary>
    private EmulatorResponse? Refuse(RequestContext context, Route? route, Fault? fault)
    {
        if (fault is { Kind: FaultKind.ExpiredToken } && CredentialStore.BearerToken(context.Request) is { } token)
        {
            credentials.ExpireToken(token);
        }

        if (credentials.IpRefused)
        {
            return Reply.Gateway(context, emulator.Switches.IpRefusalStatus, ErrorCodes.IpNotAllowed, "IP Address does not lie in range of whitelisted ips");
        }

        bool expired = fault?.Kind == FaultKind.ExpiredToken;
        if (expired || (route is not { Anonymous: true } && !credentials.IsAuthentic(context.Request, tenant.Clock.Now)))
        {
            return emulator.Switches.AuthenticationFailure == AuthenticationFailureForm.Unauthorized
                ? Reply.Gateway(context, 401, ErrorCodes.Unauthorized, "Unauthorized")
                : Reply.Failure(context, 400, ErrorCodes.InvalidAuthorization, "Invalid authorization headers", null);
        }

        if (route is null)
        {
            return Reply.Gateway(context, 404, ErrorCodes.RouteNotFound, "Not Found");
        }

        if (!_quota.TryCharge(route.Windows, emulator.Limits, tenant.Clock.Now, out TimeSpan retryAfter) || fault?.Kind == FaultKind.Throttle)
        {
            return ThrottledAnswer.Create(context, retryAfter);
        }

        return fault?.Kind switch
        {
            FaultKind.ServerError => FaultyAnswers.ServerError(context, fault),
            FaultKind.HtmlWith200 => Reply.Html(null),
            _ => null,
        };
    }

    private static EmulatorResponse Handle(RequestContext context, Route route)
    {
        try
        {
            return route.Handle(context);
        }
        catch (RefusedException refused)
        {
            return Reply.Failure(context, refused.Code, refused.Message);
        }
    }

    private static EmulatorResponse HtmlIfAsked(RequestContext context, EmulatorResponse response)
    {
        bool wantsJson = context.Request.Header("Accept")?.Contains("json", StringComparison.OrdinalIgnoreCase) == true;
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

    private void AddHeaders(RequestContext context, EmulatorResponse response)
    {
        response.Headers.Add(new("Date", tenant.Clock.Now.ToString("r", CultureInfo.InvariantCulture)));
        response.Headers.Add(new("x-gs-request-id", context.RequestId));
        response.Headers.Add(new("x-request-id", context.RequestId));
        response.Headers.Add(new("x-ratelimit-limit", emulator.Limits.CallsPerMinute.ToString(CultureInfo.InvariantCulture)));
    }

    private string NewRequestId()
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(bytes, random.Next());
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], random.Next());
        return new Guid(bytes).ToString();
    }
}
