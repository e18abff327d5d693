namespace Gainsight.Client.Emulator;

/// <summary>
/// Everything the documentation of Gainsight leaves open or that its sources disagree about. The defaults are the most
/// likely reading; a client should work under every setting. May be changed between any two requests.
/// </summary>
public sealed class EmulatorSwitches
{
    /// <summary>The shape of <c>data</c> in an answer to a query.</summary>
    public QueryDataForm QueryData { get; set; }

    /// <summary>How dates leave the tenant.</summary>
    public DateForm Dates { get; set; }

    /// <summary>How a field without a value shows in a row.</summary>
    public EmptyValueForm EmptyValues { get; set; }

    /// <summary>The answer to a query that finds nothing.</summary>
    public EmptyResultForm EmptyResult { get; set; }

    /// <summary>The nesting of <c>data.errors</c>.</summary>
    public ErrorListForm ErrorList { get; set; }

    /// <summary>Whether a refused write reports all its errors or the first.</summary>
    public ErrorScope ErrorScope { get; set; }

    /// <summary>The HTTP status of a refused record call.</summary>
    public RefusalStatus RefusalStatus { get; set; }

    /// <summary>
    /// Whether labels of picklists must match in case, in writes and filters. Not documented; the default is strict.
    /// </summary>
    public bool PicklistsAreCaseSensitive { get; set; } = true;

    /// <summary>How a multi-select field may be written.</summary>
    public MultiSelectInput MultiSelectInput { get; set; }

    /// <summary>Whether <c>Gsid GT</c> works, which keyset paging stands on (third party only).</summary>
    public OperatorSupport GsidGreaterThan { get; set; }

    /// <summary>Whether <c>expression</c> may hold parentheses (an early connector used them, then dropped them).</summary>
    public OperatorSupport Parentheses { get; set; }

    /// <summary>Whether <c>IN</c> works on text (inferred) and elsewhere (documented).</summary>
    public OperatorSupport In { get; set; }

    /// <summary>How <c>AND</c> and <c>OR</c> bind without parentheses.</summary>
    public ExpressionPrecedence ExpressionPrecedence { get; set; }

    /// <summary>Whether <c>BTW</c> takes in its second value. Not documented.</summary>
    public bool BetweenIncludesEnd { get; set; } = true;

    /// <summary>Whether <c>NE</c> finds rows without a value. Not documented.</summary>
    public bool NotEqualFindsEmpty { get; set; } = true;

    /// <summary>The offset from UTC of date-times in filters that carry none. Not documented; the default is UTC.</summary>
    public TimeSpan FilterTimeOffset { get; set; }

    /// <summary>What an update does when only some of its records match.</summary>
    public PartialMatchForm PartialMatch { get; set; }

    /// <summary>What a write does when some of its records are invalid.</summary>
    public InvalidRecordForm InvalidRecords { get; set; }

    /// <summary>What an update does when a key matches several rows.</summary>
    public MultiMatchForm MultiMatch { get; set; }

    /// <summary>What a successful write answers with.</summary>
    public WriteEcho WriteEcho { get; set; }

    /// <summary>The <c>data</c> of a successful delete: null, or a text that is not known.</summary>
    public string? DeleteData { get; set; }

    /// <summary>What a query with a <c>limit</c> that is too large gets.</summary>
    public OverLimitForm OverLimit { get; set; }

    /// <summary>The answer to a call above the quota.</summary>
    public ThrottleForm Throttle { get; set; }

    /// <summary>Whether a throttled answer carries <c>Retry-After</c>, in seconds. Not documented, so it does not.</summary>
    public bool RetryAfter { get; set; }

    /// <summary>The answer to a call with wrong credentials.</summary>
    public AuthenticationFailureForm AuthenticationFailure { get; set; }

    /// <summary>The HTTP status of an IP allow-list refusal; the sources record only its code.</summary>
    public int IpRefusalStatus { get; set; } = 403;

    /// <summary>
    /// Whether a failure answers a request without an <c>Accept</c> of JSON with an HTML page and status 200, as a live
    /// tenant once did.
    /// </summary>
    public bool HtmlErrorsWithoutAccept { get; set; }
}
