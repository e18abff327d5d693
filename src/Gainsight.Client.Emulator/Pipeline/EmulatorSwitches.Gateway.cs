namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorSwitches
{
    private int _ipRefusalStatus = 403;

    /// <summary>The response to a call above the quota. Sources differ about the code, and the status is inferred. Default: <see cref="ThrottleForm.Gateway"/>.</summary>
    public ThrottleForm Throttle { get; set; }

    /// <summary>Whether a throttled response carries <c>Retry-After</c>, in seconds. Not documented. Default: <see langword="false"/>.</summary>
    public bool RetryAfter { get; set; }

    /// <summary>
    /// The response to a call with wrong credentials: the gateway's 401, or the 400 of the list of error codes.
    /// Default: <see cref="AuthenticationFailureForm.Unauthorized"/>.
    /// </summary>
    public AuthenticationFailureForm AuthenticationFailure { get; set; }

    /// <summary>The HTTP status of a call from an IP address that is not allowed. Sources record only the code. Default: 403.</summary>
    /// <exception cref="ArgumentException">It is no status of a response with a body.</exception>
    public int IpRefusalStatus
    {
        get => _ipRefusalStatus;
        set => _ipRefusalStatus = SwitchValue.Status(value, nameof(IpRefusalStatus));
    }

    /// <summary>
    /// Whether a failed request without an <c>Accept</c> header for JSON gets an HTML page with status 200, as a live tenant once responded.
    /// Default: <see langword="false"/>.
    /// </summary>
    public bool HtmlErrorsWithoutAccept { get; set; }

    /// <summary>
    /// Whether asking for the status of a bulk job, or fetching a chunk of an export, counts against the asynchronous limits. Not documented.
    /// Default: <see langword="false"/>.
    /// </summary>
    public bool PollsCountAsCalls { get; set; }

    /// <summary>Whether responses carry the header <c>Date</c>. A proxy may strip it. Default: <see langword="true"/>.</summary>
    public bool SendsDate { get; set; } = true;
}
