namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorSwitches
{
    private TimeSpan _filterTimeOffset;

    /// <summary>
    /// The shape of <c>data</c> in the response to a query. Official samples show a list; live connectors read an object.
    /// Default: <see cref="QueryDataForm.RecordsObject"/>.
    /// </summary>
    public QueryDataForm QueryData { get; set; }

    /// <summary>
    /// The response to a query that finds nothing. Two official samples and the list of error codes differ.
    /// Default: <see cref="EmptyResultForm.EmptyRecords"/>.
    /// </summary>
    public EmptyResultForm EmptyResult { get; set; }

    /// <summary>
    /// Whether the tenant supports <c>Gsid GT</c>, which keyset paging needs. Third party only. Default: <see cref="OperatorSupport.Honoured"/>.
    /// </summary>
    public OperatorSupport GsidGreaterThan { get; set; }

    /// <summary>
    /// Whether <c>expression</c> may contain parentheses. An early connector used them and later stopped.
    /// Default: <see cref="OperatorSupport.Honoured"/>.
    /// </summary>
    public OperatorSupport Parentheses { get; set; }

    /// <summary>
    /// Whether the tenant supports <c>IN</c>: documented for some types, inferred for text. Default: <see cref="OperatorSupport.Honoured"/>.
    /// </summary>
    public OperatorSupport In { get; set; }

    /// <summary>
    /// The precedence of <c>AND</c> and <c>OR</c> without parentheses. Not documented. Default: <see cref="ExpressionPrecedence.AndBindsTighter"/>.
    /// </summary>
    public ExpressionPrecedence ExpressionPrecedence { get; set; }

    /// <summary>Whether <c>BTW</c> includes its second value. Not documented. Default: <see langword="true"/>.</summary>
    public bool BetweenIncludesEnd { get; set; } = true;

    /// <summary>Whether <c>NE</c> finds rows without a value. Not documented. Default: <see langword="true"/>.</summary>
    public bool NotEqualFindsEmpty { get; set; } = true;

    /// <summary>
    /// The offset from UTC of date-times in filters that carry no offset, and of the days in Cockpit filters, including <c>TODAY</c>.
    /// Not documented. Default: zero (UTC).
    /// </summary>
    /// <exception cref="ArgumentException">It is not in whole minutes, or more than 14 hours.</exception>
    public TimeSpan FilterTimeOffset
    {
        get => _filterTimeOffset;
        set => _filterTimeOffset = SwitchValue.Offset(value, nameof(FilterTimeOffset));
    }

    /// <summary>
    /// Whether date-times in filters are read at <see cref="FilterTimeOffset"/> even when they carry an offset. Not documented; live connectors
    /// send <c>Z</c> and expect UTC. Default: <see langword="false"/>.
    /// </summary>
    public bool FilterTimesIgnoreTheirOffset { get; set; }

    /// <summary>
    /// The response to a query with a <c>limit</c> above <see cref="EmulatorLimits.RowsPerQuery"/>, or to a Cockpit list with a <c>pageSize</c>
    /// above <see cref="EmulatorLimits.CockpitRowsPerPage"/>. Not documented. Default: <see cref="OverLimitForm.Refused"/>.
    /// </summary>
    public OverLimitForm OverLimit { get; set; }
}
