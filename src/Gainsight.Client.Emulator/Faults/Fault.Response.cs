namespace Gainsight.Client.Emulator;

/// <content>What the caller sees, and when.</content>
public sealed partial class Fault
{
    private readonly int? _status;

    /// <summary>
    /// The HTTP status of a server error, of <see cref="FaultKind.Respond"/> or of <see cref="FaultKind.LateCommit"/>. Default: 504 for a late
    /// commit, otherwise 500.
    /// </summary>
    public int Status
    {
        get => _status ?? (Kind == FaultKind.LateCommit ? 504 : 500);
        init => _status = value;
    }

    /// <summary>
    /// The <c>errorCode</c> of a gateway's JSON response, with <c>result:false</c>. Server errors have <c>GU_1101</c> (observed) without it;
    /// other responses are then a page. Default: <see langword="null"/>.
    /// </summary>
    public string? ErrorCode { get; init; }

    /// <summary>
    /// The body of <see cref="FaultKind.Respond"/>, <see cref="FaultKind.RespondAfterCommit"/> and <see cref="FaultKind.LateCommit"/>. Default:
    /// an HTML page that names the status, or JSON if there is an <see cref="ErrorCode"/>.
    /// </summary>
    public string? Body { get; init; }

    /// <summary>The content type of <see cref="Body"/>. Default: <c>application/json</c> if it starts with <c>{</c> or <c>[</c>, otherwise HTML.</summary>
    public string? ContentType { get; init; }

    /// <summary>
    /// The header <c>Retry-After</c> of the response, sent as it is: a number of seconds, a date, or anything else. Default: the response has
    /// none, or the one that a switch adds.
    /// </summary>
    public string? RetryAfter { get; init; }

    /// <summary>
    /// The duration of a delay: before the response, or between two pieces of <see cref="FaultKind.Drip"/>. Default: zero.
    /// </summary>
    public TimeSpan Delay { get; init; }

    /// <summary>
    /// How long after its arrival a request of <see cref="FaultKind.LateCommit"/> or <see cref="FaultKind.LateCommitCut"/> is carried out, on the
    /// tenant's clock. Default: 90 seconds.
    /// </summary>
    public TimeSpan CommitDelay { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>The number of characters that are missing at the end of <see cref="FaultKind.ShortBody"/>. Default: 4.</summary>
    public int MissingCharacters { get; init; } = 4;

    /// <summary>The number of bytes in each piece of <see cref="FaultKind.Drip"/>. Default: 64.</summary>
    public int PieceSize { get; init; } = 64;
}
