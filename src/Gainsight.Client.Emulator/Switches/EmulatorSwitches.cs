namespace Gainsight.Client.Emulator;

/// <summary>
/// Everything the documentation of Gainsight leaves open or that its sources disagree about. The defaults are the most
/// likely reading; a client should work under every setting. May be changed between any two requests.
/// </summary>
public sealed partial class EmulatorSwitches
{
    /// <summary>The shape of <c>data</c> in an answer to a query: official samples show a list, live connectors an object.</summary>
    public QueryDataForm QueryData { get; set; }

    /// <summary>How dates leave the tenant: the Company and Custom Object pages say epoch milliseconds, live connectors read text.</summary>
    public DateForm Dates { get; set; }

    /// <summary>How a field without a value shows in a row: null, no key, or empty text for dates (live connector).</summary>
    public EmptyValueForm EmptyValues { get; set; }

    /// <summary>The answer to a query that finds nothing: two official samples and the list of error codes differ.</summary>
    public EmptyResultForm EmptyResult { get; set; }

    /// <summary>The nesting of <c>data.errors</c>: a recorded fixture nests twice, a live connector reads a flat list.</summary>
    public ErrorListForm ErrorList { get; set; }

    /// <summary>Whether a refused write reports all its errors or the first (inferred, unconfirmed).</summary>
    public ErrorScope ErrorScope { get; set; }

    /// <summary>The HTTP status of a refused call of records, users or the timeline: 400 by the list of error codes; several connectors handle 200.</summary>
    public RefusalStatus RefusalStatus { get; set; }

    /// <summary>
    /// Whether labels of picklists must match in case, in writes and filters. Not documented; the default is strict.
    /// </summary>
    public bool PicklistsAreCaseSensitive { get; set; } = true;

    /// <summary>How a multi-select field may be written. Not documented.</summary>
    public MultiSelectInput MultiSelectInput { get; set; }

    /// <summary>Whether <c>Gsid GT</c> works, which keyset paging stands on (third party only).</summary>
    public OperatorSupport GsidGreaterThan { get; set; }

    /// <summary>Whether <c>expression</c> may hold parentheses (an early connector used them, then dropped them).</summary>
    public OperatorSupport Parentheses { get; set; }

    /// <summary>Whether <c>IN</c> works on text (inferred) and elsewhere (documented).</summary>
    public OperatorSupport In { get; set; }

    /// <summary>How <c>AND</c> and <c>OR</c> bind without parentheses. Not documented.</summary>
    public ExpressionPrecedence ExpressionPrecedence { get; set; }

    /// <summary>Whether <c>BTW</c> takes in its second value. Not documented.</summary>
    public bool BetweenIncludesEnd { get; set; } = true;

    /// <summary>Whether <c>NE</c> finds rows without a value. Not documented.</summary>
    public bool NotEqualFindsEmpty { get; set; } = true;

    /// <summary>
    /// The offset from UTC of date-times in filters that carry none, and of the days that Cockpit filters name, <c>TODAY</c> among them. Not
    /// documented; the default is UTC.
    /// </summary>
    public TimeSpan FilterTimeOffset { get; set; }

    /// <summary>
    /// Whether date-times in filters are taken to be <see cref="FilterTimeOffset"/> away from UTC even when they carry an offset. Not
    /// documented; live connectors send <c>Z</c> and rely on it.
    /// </summary>
    public bool FilterTimesIgnoreTheirOffset { get; set; }

    /// <summary>What an update does when only some of its records match. Not documented.</summary>
    public PartialMatchForm PartialMatch { get; set; }

    /// <summary>What a write does when some of its records are invalid: officially nothing; third parties handle a partial success.</summary>
    public InvalidRecordForm InvalidRecords { get; set; }

    /// <summary>What an update does when a key matches several rows: a recorded fixture counts two for one record.</summary>
    public MultiMatchForm MultiMatch { get; set; }

    /// <summary>What a successful write answers with: recorded fixtures differ between insert and update.</summary>
    public WriteEcho WriteEcho { get; set; }

    /// <summary>The <c>data</c> of a successful delete: null, or a text that is not known (a connector reads either).</summary>
    public string? DeleteData { get; set; }

    /// <summary>Whether the tenant has the documented <c>GET</c> list of objects; live connectors use the <c>POST</c> form.</summary>
    public bool ListsObjectsByGet { get; set; } = true;

    /// <summary>Whether the tenant describes several objects in one <c>POST</c> (official sample); live connectors describe one at a time.</summary>
    public bool DescribesByPost { get; set; } = true;

    /// <summary>When a description holds the items of picklists.</summary>
    public DescribeOptionsForm DescribeOptions { get; set; }

    /// <summary>What the description of several objects does when one of them does not exist. Not documented.</summary>
    public UnknownDescribeForm UnknownDescribe { get; set; }

    /// <summary>The HTTP status of a describe of an unknown object; the official sample shows the body alone.</summary>
    public int UnknownObjectStatus { get; set; } = 404;

    /// <summary>
    /// What a query with a <c>limit</c> above <see cref="EmulatorLimits.RowsPerQuery"/> gets, or a Cockpit list with a <c>pageSize</c>
    /// above <see cref="EmulatorLimits.CockpitRowsPerPage"/>. Not documented.
    /// </summary>
    public OverLimitForm OverLimit { get; set; }

    /// <summary>Where a person stands in the answers of the People API. Not documented.</summary>
    public PersonDataForm PersonData { get; set; }

    /// <summary>What the row numbers in the result of an asynchronous upsert of people count from. Not documented.</summary>
    public int FirstRowNumber { get; set; } = 1;

    /// <summary>The HTTP status of a refused call of the Cockpit family: two third-party readings say 200, other families use 400.</summary>
    public RefusalStatus CockpitRefusalStatus { get; set; } = RefusalStatus.OkWithResultFalse;

    /// <summary>What a Cockpit write answers when every record failed. Not documented.</summary>
    public CockpitAllFailedForm CockpitAllFailed { get; set; }

    /// <summary>How an empty <c>success</c> or <c>failure</c> of a Cockpit write shows. Not documented.</summary>
    public EmptyOutcomeForm EmptyOutcomes { get; set; }

    /// <summary>What stands for a failed record of a Cockpit write. Only strings were seen.</summary>
    public FailureValueForm FailureValue { get; set; }

    /// <summary>The <c>data</c> of an answer to a write of a customer goal. Not documented.</summary>
    public GoalDataForm GoalData { get; set; }

    /// <summary>How <c>DueDate</c> leaves the Cockpit lists.</summary>
    public CockpitDueDateForm CockpitDueDates { get; set; }

    /// <summary>The <c>data</c> of the Cockpit and success plan configuration.</summary>
    public CockpitConfigurationForm CockpitConfiguration { get; set; }

    /// <summary>The order of rows in Cockpit lists: none is promised.</summary>
    public PageOrderForm CockpitPages { get; set; }

    /// <summary>What <c>ModifiedDate</c> of a deleted CTA, task or plan means. Not documented.</summary>
    public DeletedModifiedDateForm DeletedModifiedDate { get; set; }

    /// <summary>Whether Cockpit filters take a moment where <c>yyyy-MM-dd</c> is documented, for fields with a time. The default is strict.</summary>
    public bool CockpitFiltersTakeMoments { get; set; }

    /// <summary>Whether a Cockpit condition may call its field <c>name</c>; the documentation calls it <c>fieldName</c>, a third party <c>name</c>.</summary>
    public bool CockpitConditionsMayUseName { get; set; }

    /// <summary>The answer to a call above the quota: the code differs between sources, the status is inferred.</summary>
    public ThrottleForm Throttle { get; set; }

    /// <summary>Whether a throttled answer carries <c>Retry-After</c>, in seconds. Not documented, so it does not.</summary>
    public bool RetryAfter { get; set; }

    /// <summary>The answer to a call with wrong credentials: the gateway's 401, or the 400 of the list of error codes.</summary>
    public AuthenticationFailureForm AuthenticationFailure { get; set; }

    /// <summary>The HTTP status of an IP allow-list refusal; the sources record only its code.</summary>
    public int IpRefusalStatus { get; set; } = 403;

    /// <summary>
    /// Whether a failure answers a request without an <c>Accept</c> of JSON with an HTML page and status 200, as a live
    /// tenant once did.
    /// </summary>
    public bool HtmlErrorsWithoutAccept { get; set; }
}
