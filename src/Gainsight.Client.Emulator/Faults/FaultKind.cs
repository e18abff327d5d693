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

    /// <summary>The response is normal, but the job that the call starts does a share of its work (half by default) and then fails.</summary>
    JobFails,

    /// <summary>The response is normal, but the job that the call starts does a share of its work (half by default) and is then aborted.</summary>
    JobIsAborted,

    /// <summary>
    /// The response is normal, but the job that the call starts does a share of its work and then ends in the state <see cref="Fault.JobStatus"/>.
    /// </summary>
    JobEnds,

    /// <summary>
    /// A response with any status, body and content type, as from a firewall or proxy, instead of the tenant's. Nothing is done, no credential
    /// is checked and no quota is used.
    /// </summary>
    Respond,

    /// <summary>The work is done and kept, but the response has any status, body and content type.</summary>
    RespondAfterCommit,

    /// <summary>
    /// The gateway gives up and responds with <see cref="Fault.Status"/> (504 by default) after <see cref="Fault.Delay"/>, but the request is
    /// carried out <see cref="Fault.CommitDelay"/> after its arrival.
    /// </summary>
    LateCommit,

    /// <summary>
    /// The connection breaks after <see cref="Fault.Delay"/>, but the request is carried out <see cref="Fault.CommitDelay"/> after its arrival.
    /// </summary>
    LateCommitCut,

    /// <summary>
    /// The work is done and kept. The body ends <see cref="Fault.MissingCharacters"/> characters too early but is complete for HTTP, such as a
    /// chunk of an export that ends in the middle of a value.
    /// </summary>
    ShortBody,

    /// <summary>The work is done and kept. The body comes in pieces of <see cref="Fault.PieceSize"/> bytes, <see cref="Fault.Delay"/> apart.</summary>
    Drip,
}
