using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client;

/// <summary>The state of one call: its attempts, its waits, whether Gainsight may have carried it out, and its span and metrics.</summary>
/// <remarks>
/// The state travels with the request message through the handlers. A caller that needs it after the call has failed or was
/// cancelled creates it and passes it to <c>Transport.SendAsync</c> instead of the request.
/// </remarks>
internal sealed class CallState(ApiRequest request)
{
    private static readonly AsyncLocal<CallCounter?> Work = new();

    private readonly CallCounter? _counter = request.Calls ?? Work.Value;
    private int _attemptRunning;
    private int _attemptsBefore;
    private bool _failedAfterSend;
    private TimeProvider _time = TimeProvider.System;
    private long _sentAt;
    private TimeSpan _permitWaitBeforeFirstAttempt;

    /// <summary>The counter of the work that the current code belongs to. It counts the calls that name no counter of their own, because several pieces of work share them, such as describing an object: the one that causes the call counts it.</summary>
    /// <remarks>A value that an asynchronous method sets holds until that method returns.</remarks>
    public static CallCounter? CounterOfWork
    {
        get => Work.Value;
        set => Work.Value = value;
    }

    /// <summary>What is sent.</summary>
    public ApiRequest Request { get; } = request;

    /// <summary>Called just before each attempt is sent. If it throws, the attempt is not sent.</summary>
    public Action? Sending { get; init; }

    /// <summary>The number of times that the request was sent.</summary>
    public int Attempts { get; private set; }

    /// <summary>Whether Gainsight may have carried out any of the attempts. False before the first attempt, and when every attempt is known to have failed.</summary>
    public bool MayHaveBeenProcessed { get; set; }

    /// <summary>Whether Gainsight may still carry out an attempt, minutes after its failure. Not finding its records then proves nothing, however often they are looked for.</summary>
    /// <remarks>True after a time-out, a 504, and a failure of unknown fate that came later than <see cref="RetryOptions.LateAfter"/> after the request was sent.</remarks>
    public bool MayStillBeProcessed { get; private set; }

    /// <summary>
    /// Whether a handler has begun to read the content, in this attempt or an earlier one. Until then the socket handler has sent nothing, not even headers.
    /// It stays true: a handler of the application may have buffered the content, which is then sent again without being read from here.
    /// </summary>
    public bool IsContentBegun { get; private set; }

    /// <summary>Whether Gainsight may have carried out an attempt before the last one.</summary>
    public bool EarlierAttemptMayHaveBeenProcessed { get; set; }

    /// <summary>The answer of the last attempt, or null when it failed. The answer may be disposed: read only its envelope.</summary>
    public BufferedAnswer? LastAnswer { get; private set; }

    /// <summary>The failure of the last attempt, or null when it got an answer.</summary>
    public Exception? LastFailure { get; private set; }

    /// <summary>Whether an attempt ended before the current one.</summary>
    public bool IsRetry => LastAnswer is not null || LastFailure is not null;

    /// <summary>Whether Gainsight may have carried out the last attempt.</summary>
    public bool LastAttemptMayHaveBeenProcessed => LastFailure switch
    {
        null => LastAnswer is { MayHaveBeenProcessed: true },
        GainsightException failure => failure.MayHaveBeenProcessed,

        // A failure of the application's handlers, or a limit of its pipeline. Before the send, such as in the wait for quota, nothing has happened.
        _ => _failedAfterSend,
    };

    /// <summary>Whether the call may be sent again, whoever asks. A call that creates something may not when the fate of its last attempt is unknown.</summary>
    public bool MayResend =>
        (Request.RetryTimeouts || LastFailure is not GainsightTransportException { IsTimeout: true })
        && (Request.Operation.Safety != RetrySafety.Unsafe || Request.MayRepeat || !LastAttemptMayHaveBeenProcessed);

    /// <summary>Whether the last answer was a 401 and its token was discarded, so that the call is sent again with a new token.</summary>
    public bool TokenRejected { get; set; }

    /// <summary>The total time that the call waited for permits.</summary>
    public TimeSpan PermitWait { get; set; }

    /// <summary>The duration of the last attempt.</summary>
    public TimeSpan LastAttempt { get; set; }

    /// <summary>The time stamp of the start of the first attempt, or null before it.</summary>
    public long? FirstAttemptAt { get; private set; }

    /// <summary>The time that the call waited for permits after its first attempt. It does not count towards <see cref="RetryOptions.MaxElapsed"/>.</summary>
    public TimeSpan PermitWaitBetweenAttempts => FirstAttemptAt is null ? TimeSpan.Zero : PermitWait - _permitWaitBeforeFirstAttempt;

    /// <summary>The time since the start of the first attempt, without the waits for quota in between: after a long wait a failure still deserves a retry.</summary>
    public TimeSpan Elapsed(TimeProvider time) =>
        FirstAttemptAt is { } first ? time.GetElapsedTime(first) - PermitWaitBetweenAttempts : TimeSpan.Zero;

    /// <summary>The delay before the next attempt, set when the retry is decided.</summary>
    public TimeSpan RetryDelay { get; set; }

    /// <summary>The state that travels with a request message.</summary>
    /// <exception cref="InvalidOperationException">The message does not come from the transport.</exception>
    public static CallState Of(HttpRequestMessage message) =>
        (message as Message)?.Call
        ?? throw new InvalidOperationException("The request did not come through the transport.");

    /// <summary>Creates the request message that carries the state.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The message owns its content.")]
    public HttpRequestMessage CreateMessage(HttpMethod method, Uri address)
    {
        // Without an Accept header a tenant has answered errors with a web page and status 200.
        // A request always has content, if only an empty one: SocketsHttpHandler itself resends a request without content when a
        // reused connection ends before the answer, and neither the quota nor the caller would know of it.
        var message = new Message(this, method, address)
        {
            Content = Request.Body?.ToContent(this) ?? new CallContent(this, Request.Content?.Invoke()),
        };
        message.Headers.TryAddWithoutValidation("Accept", Request.Operation.Answer == AnswerForm.File ? "text/csv, application/json, */*" : "application/json");
        foreach ((var name, var value) in Request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    /// <summary>Whether a message carries this state. A copy of the message, such as a hedging strategy makes, does not.</summary>
    public bool IsCarriedBy(HttpRequestMessage message) => (message as Message)?.Call == this;

    /// <summary>Marks an attempt as running. Returns false when another attempt of the call is running.</summary>
    public bool TryBeginAttempt()
    {
        if (Interlocked.Exchange(ref _attemptRunning, 1) != 0)
        {
            return false;
        }

        _attemptsBefore = Attempts;
        return true;
    }

    /// <summary>Records the start of an attempt. Only the first start is kept.</summary>
    public void AttemptStarted(TimeProvider time)
    {
        _time = time;
        var timestamp = time.GetTimestamp();
        _sentAt = timestamp;
        if (FirstAttemptAt is null)
        {
            FirstAttemptAt = timestamp;
            _permitWaitBeforeFirstAttempt = PermitWait;
        }
    }

    /// <summary>The calls that the client may still send, or null when there is no limit. The transport has taken the one for the first attempt.</summary>
    public CallBudget? Budget { get; set; }

    /// <summary>Counts an attempt. Call it just before the request is sent.</summary>
    /// <exception cref="GainsightQuotaExceededException">The client's own budget is used up.</exception>
    public void CountAttempt()
    {
        if (Attempts > 0)
        {
            Budget?.Take();
        }

        try
        {
            Sending?.Invoke();
        }
        catch (IOException exception)
        {
            // As it is, it would look like a broken connection.
            throw new GainsightException(
                $"{TransportFailures.Describe(Request)} was not sent: the journal could not be written ({exception.GetType().Name}, in InnerException). Check the disk, and run the write again with the same journal.",
                exception);
        }

        Attempts++;
        MayHaveBeenProcessed = true;
        _counter?.Increment();
    }

    /// <summary>Records the end of the call.</summary>
    public void End() => _counter?.End(Request.Operation.Bucket, Attempts);

    /// <summary>Records that the content is being written.</summary>
    public void ContentBegun() => IsContentBegun = true;

    /// <summary>Records that the content has been written.</summary>
    public void ContentSent() => _sentAt = _time.GetTimestamp();

    /// <summary>Records an attempt of unknown fate, to decide whether Gainsight may still carry it out.</summary>
    /// <param name="isLate">Whether the failure alone says so: a time-out or a 504.</param>
    /// <param name="lateAfter">See <see cref="RetryOptions.LateAfter"/>.</param>
    public void FateUnknown(bool isLate, TimeSpan lateAfter) =>
        MayStillBeProcessed |= isLate || _time.GetElapsedTime(_sentAt) > lateAfter;

    /// <summary>Records that the attempt got an answer.</summary>
    public void Answered(BufferedAnswer answer)
    {
        LastAnswer = answer;
        LastFailure = null;
    }

    /// <summary>Records that the attempt failed without an answer.</summary>
    public void Failed(Exception failure)
    {
        LastAnswer = null;
        LastFailure = failure;
        _failedAfterSend = Attempts > _attemptsBefore;
    }

    /// <summary>Marks the attempt as ended.</summary>
    public void EndAttempt() => Volatile.Write(ref _attemptRunning, 0);

    /// <summary>Starts the span of the call. Null when nobody listens.</summary>
    public Activity? StartSpan(RouteTable.Route route, Uri baseAddress)
    {
        var activity = GainsightDiagnostics.Source.StartActivity(Request.Operation.Name, ActivityKind.Client);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("http.request.method", route.Method.Method);
            activity.SetTag("url.template", route.Template);
            activity.SetTag(GainsightDiagnostics.HostTag, baseAddress.Host);
            activity.SetTag("server.port", baseAddress.Port);
            activity.SetTag(GainsightDiagnostics.ObjectTag, Request.Object);
            activity.SetTag("gainsight.records", Request.RecordCount);
        }

        return activity;
    }

    /// <summary>Ends the call: the last tags of its span, and its metrics.</summary>
    public void StopSpan(Activity? activity, Uri baseAddress, BufferedAnswer? answer, Exception? failure, TimeSpan elapsed)
    {
        var traced = activity is { IsAllDataRequested: true };
        if (!traced && !GainsightDiagnostics.Duration.Enabled && !GainsightDiagnostics.PermitWait.Enabled && !GainsightDiagnostics.Attempts.Enabled)
        {
            return;
        }

        object? status = answer is not null ? (int)answer.Status : failure is GainsightApiException api ? (int)api.StatusCode : null;
        var errorType = ErrorType(failure);
        if (traced)
        {
            activity!.SetTag("http.response.status_code", status);
            activity.SetTag("error.type", errorType);
            activity.SetTag("gainsight.request_id", answer?.RequestId ?? (failure as GainsightApiException)?.RequestId);
            activity.SetTag("gainsight.attempts", Attempts);
            activity.SetTag("gainsight.permit_wait", PermitWait.TotalSeconds);
            if (failure is not null)
            {
                activity.SetStatus(ActivityStatusCode.Error);
            }
        }

        Record(baseAddress.Host, status, errorType, elapsed);
    }

    private void Record(string host, object? status, string? errorType, TimeSpan elapsed)
    {
        var operation = GainsightDiagnostics.Tag(GainsightDiagnostics.OperationTag, Request.Operation.Name);
        if (GainsightDiagnostics.Attempts.Enabled && Attempts > 0)
        {
            GainsightDiagnostics.Attempts.Add(Attempts, operation);
        }

        if (GainsightDiagnostics.PermitWait.Enabled && Request.Operation.Bucket is { } bucket)
        {
            GainsightDiagnostics.PermitWait.Record(PermitWait.TotalSeconds, operation, GainsightDiagnostics.Tag("gainsight.bucket", bucket));
        }

        if (GainsightDiagnostics.Duration.Enabled)
        {
            var tags = new TagList { operation, GainsightDiagnostics.Tag(GainsightDiagnostics.HostTag, host) };
            if (status is not null)
            {
                tags.Add("http.response.status_code", status);
            }

            if (errorType is not null)
            {
                tags.Add("error.type", errorType);
            }

            GainsightDiagnostics.Duration.Record(elapsed.TotalSeconds, tags);
        }
    }

    private static string? ErrorType(Exception? failure) => failure switch
    {
        null => null,
        GainsightTransportException { IsTimeout: true } => "timeout",
        OperationCanceledException => "canceled",
        _ => failure.GetType().Name,
    };

    /// <summary>A property of the message is cheaper than <see cref="HttpRequestMessage.Options"/>, which allocates a dictionary.</summary>
    private sealed class Message(CallState call, HttpMethod method, Uri address) : HttpRequestMessage(method, address)
    {
        public CallState Call { get; } = call;
    }
}
