namespace Gainsight.Client.Emulator;

/// <summary>What a <see cref="Fault"/> does to a request.</summary>
public enum FaultKind
{
    /// <summary>The gateway refuses the call because of the quota. Nothing is done, and no quota is used.</summary>
    Throttle,

    /// <summary>A server error with the status <see cref="Fault.Status"/>, before anything is done.</summary>
    ServerError,

    /// <summary>The work is done and kept, but the response is a server error.</summary>
    ServerErrorAfterCommit,

    /// <summary><see cref="Fault.Delay"/> passes before anything is done. If the caller gives up meanwhile, nothing is done.</summary>
    Latency,

    /// <summary>
    /// The work is done, then <see cref="Fault.Delay"/> passes before the response. If the caller gives up meanwhile, the work is kept.
    /// </summary>
    LatencyAfterCommit,

    /// <summary>After the work, <see cref="Fault.Delay"/> passes for every 1,000 rows that a query returns.</summary>
    SlowObject,

    /// <summary>The connection breaks before the body is read. Nothing is done.</summary>
    CutBeforeRead,

    /// <summary>The connection breaks after the body is read. Nothing is done.</summary>
    CutAfterRead,

    /// <summary>The work is done and kept, and the connection breaks before the first byte of the response.</summary>
    CutAfterCommit,

    /// <summary>The work is done and kept, and the connection breaks in the middle of the response body.</summary>
    CutMidBody,

    /// <summary>An HTML page with status 200, as a live tenant once sent. Nothing is done.</summary>
    HtmlWith200,

    /// <summary>The work is done and kept. The response ends half-way but is complete for HTTP.</summary>
    TruncatedJson,

    /// <summary>The work is done and kept. The response is not JSON.</summary>
    MalformedJson,

    /// <summary>Status 401. The request's bearer token, if any, expires.</summary>
    ExpiredToken,

    /// <summary>The response is normal, but the job that the call starts does half of its work and then fails.</summary>
    JobFails,

    /// <summary>The response is normal, but the job that the call starts does half of its work and is then aborted.</summary>
    JobIsAborted,
}
