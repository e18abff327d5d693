namespace Gainsight.Client.Emulator;

/// <summary>What a <see cref="Fault"/> does to a request.</summary>
public enum FaultKind
{
    /// <summary>The gateway refuses the call as above the quota; nothing is done, and no quota is used up.</summary>
    Throttle,

    /// <summary>An error of the server, <see cref="Fault.Status"/>, before anything is done.</summary>
    ServerError,

    /// <summary>The work is done and kept, but the answer is an error of the server.</summary>
    ServerErrorAfterCommit,

    /// <summary><see cref="Fault.Delay"/> passes before anything is done; a caller who gives up meanwhile leaves no trace.</summary>
    Latency,

    /// <summary>The work is done, then <see cref="Fault.Delay"/> passes before the answer; a caller who gives up changes nothing.</summary>
    LatencyAfterCommit,

    /// <summary><see cref="Fault.Delay"/> passes for every 1,000 rows that a query answers with, after the work.</summary>
    SlowObject,

    /// <summary>The connection breaks before the body is read; nothing is done.</summary>
    CutBeforeRead,

    /// <summary>The connection breaks after the body is read; nothing is done.</summary>
    CutAfterRead,

    /// <summary>The work is done and kept, and the connection breaks before a byte of the answer.</summary>
    CutAfterCommit,

    /// <summary>The work is done and kept, and the connection breaks in the middle of the answer's body.</summary>
    CutMidBody,

    /// <summary>An HTML page with status 200 and nothing done, as a live tenant once answered.</summary>
    HtmlWith200,

    /// <summary>The work is done and kept; the answer ends half-way, but is complete as far as HTTP can tell.</summary>
    TruncatedJson,

    /// <summary>The work is done and kept; the answer is not JSON.</summary>
    MalformedJson,

    /// <summary>Status 401, and the bearer token of the request, if it has one, has expired from then on.</summary>
    ExpiredToken,

    /// <summary>The call is answered as ever, but the job that it starts does half of its work and then fails.</summary>
    JobFails,

    /// <summary>The call is answered as ever, but the job that it starts does half of its work and is then aborted.</summary>
    JobIsAborted,
}
