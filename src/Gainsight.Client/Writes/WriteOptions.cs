namespace Gainsight.Client;

/// <summary>Options of a write of many rows.</summary>
public sealed class WriteOptions
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    private readonly int _maxConcurrency = 4;
    private readonly TimeSpan _maxFillDelay = TimeSpan.FromSeconds(1);
    private readonly TimeSpan _settleDelay = TimeSpan.FromSeconds(5);
    private readonly TimeSpan? _timeLimit;
    private readonly long? _expectedTotal;
    private readonly RequestLane? _lane;
    private readonly RefusedCall _refusedCall;

    internal static WriteOptions Default { get; } = new();

    /// <summary>What happens when Gainsight refuses a call because of some of its rows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member of the enum.</exception>
    public RefusedCall RefusedCall
    {
        get => _refusedCall;
        init
        {
            EnumValue.Check((int)value, (int)RefusedCall.Report, nameof(RefusedCall));
            _refusedCall = value;
        }
    }

    /// <summary>The most calls in flight at once, 1 to 32. Default: 4. The tenant's quota is always respected.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public int MaxConcurrency
    {
        get => _maxConcurrency;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(MaxConcurrency));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 32, nameof(MaxConcurrency));
            _maxConcurrency = value;
        }
    }

    /// <summary>How long a row of a slow stream waits for others to fill its call. Default: 1 second. Maximum: 1 day, in effect full calls only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or longer than a day.</exception>
    public TimeSpan MaxFillDelay
    {
        get => _maxFillDelay;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero, nameof(MaxFillDelay));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LongestDelay, nameof(MaxFillDelay));
            _maxFillDelay = value;
        }
    }

    /// <summary>
    /// After an insert whose answer was lost: the time between the two reads that must both find nothing before the rows are sent again.
    /// Default: 5 seconds. Maximum: 1 day. It must be at least the time after which the tenant shows a row that it accepted. An upsert that
    /// does not find a key which this process just inserted waits as long, and then reads again. It waits up to 2 minutes for an insert of this
    /// process that Gainsight may still carry out.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or longer than a day.</exception>
    public TimeSpan SettleDelay
    {
        get => _settleDelay;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero, nameof(SettleDelay));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LongestDelay, nameof(SettleDelay));
            _settleDelay = value;
        }
    }

    /// <summary>
    /// For inserts: the keys by which rows are looked up after the answer to their insert was lost. They must be unique in the tenant. A row that
    /// is found counts as inserted if it holds everything that was sent; otherwise the outcome is <see cref="RowStatus.Unknown"/>. Without keys,
    /// or if a row of the call has no value in one of them, all rows of the call are <see cref="RowStatus.Unknown"/>. An upsert always uses its own keys, a new activity its <c>ExternalId</c>.
    /// </summary>
    /// <remarks>
    /// Rows that Gainsight refused only because of other rows of their call are sent again. With keys, they are looked up first. Without keys they are
    /// not, because Gainsight documents that a refused call writes nothing: on a tenant that writes them all the same, they are then created twice.
    /// </remarks>
    public IdentifierKeys? VerifyBy { get; init; }

    /// <summary>
    /// Whether rows that do not differ from the tenant are not sent and become <see cref="RowStatus.Unchanged"/>. Default: false. An upsert then
    /// reads the fields that it would send together with the keys, without a further call. An update costs one more read per 500 rows, an upsert of
    /// people one per 50, and a second one if they are linked to companies. Inserts and deletes have nothing to compare with.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Values are compared by meaning: 125000 equals 125000.00, a day equals its midnight in UTC, an instant is the same at any offset, the order of
    /// multi-select items does not matter, and null, an empty text and an absent field are equal. If one value is not known to be the same, the
    /// whole row is sent. A lookup that Gainsight resolves is unchanged if the row it points to has the values asked for.
    /// </para>
    /// <para>
    /// If a text may be a picklist item or a date that the client does not know, the client asks the tenant once to describe the object. If the
    /// tenant refuses to read one of the fields, for example because it does not exist, the rows are read without them and all rows are sent.
    /// A change that others make between the read and the write may be missed.
    /// </para>
    /// <para>
    /// The option works for every client that derives from <see cref="RecordWriteClient{T}"/> (companies, relationships, links of people, custom objects,
    /// any object by its name, users, opportunities), and for people. People with links to relationships are always sent, because the names of
    /// these links are not confirmed. Other writes (of CTAs, tasks, success plans, goals and activities, and the locking of users) throw
    /// <see cref="ArgumentException"/> when the option is set.
    /// </para>
    /// </remarks>
    public bool SkipUnchanged { get; init; }

    /// <summary>
    /// Whether rows are checked against the tenant's metadata before they are sent. Default: false. A row that Gainsight would refuse then fails
    /// with an error for each of its problems, and the others are sent in full calls. It costs one describe call for each client, and one call
    /// for each picklist whose items that call leaves out. If the tenant does not describe the object, or says that it is read-only, the write stops.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The check finds fields that the object does not have or that cannot be written, values that are missing, null, too long or of the wrong type,
    /// and picklist items that are unknown, inactive or in another case. It is strict: a number as text, or a label in another case, is refused,
    /// although it is not documented whether Gainsight accepts them. What only the tenant knows, such as whether a lookup finds a row, is not checked.
    /// </para>
    /// <para>
    /// The option works for every client that derives from <see cref="RecordWriteClient{T}"/>, and for people with their links. Required fields of people
    /// are not checked, because it is not known before the call whether the person exists. Other writes (of CTAs, tasks, success plans, goals and
    /// activities, and the locking of users) throw <see cref="ArgumentException"/> when the option is set. Deletes have nothing to check. Metadata is
    /// kept until <see cref="MetadataClient.Refresh"/>.
    /// </para>
    /// </remarks>
    public bool Preflight { get; init; }

    /// <summary>The lane in which the calls wait for quota. Default: <see cref="RequestLane.Interactive"/> for a list that fits in one call, else <see cref="RequestLane.Bulk"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member of the enum.</exception>
    public RequestLane? Lane
    {
        get => _lane;
        init
        {
            EnumValue.Check((int)(value ?? default), (int)RequestLane.Bulk, nameof(Lane));
            _lane = value;
        }
    }

    /// <summary>
    /// The longest time for the whole write. Default: null, no limit. Maximum: 30 days. After it, no further call is sent, and the calls that were sent end as usual: the
    /// other rows are <see cref="RowStatus.NotAttempted"/>, and <see cref="WriteReport{T}.StoppedBy"/> says so. A stream returns the outcomes that are known, then throws.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or longer than 30 days.</exception>
    public TimeSpan? TimeLimit
    {
        get => _timeLimit;
        init => _timeLimit = TimeLimits.Check(value, nameof(TimeLimit));
    }

    /// <summary>The number of rows that a stream will have, for <see cref="WriteProgress.Total"/> and <see cref="WriteProgress.EstimatedTimeLeft"/>. It may be an estimate. A list knows its own. Default: null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public long? ExpectedTotal
    {
        get => _expectedTotal;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value ?? 0, nameof(ExpectedTotal));
            _expectedTotal = value;
        }
    }

    /// <summary>
    /// The file in which the write notes what it sends and what becomes of each row, so that it can go on after a kill. Default: null. For deletes and
    /// the locking of users, which have no records, the option throws <see cref="ArgumentException"/>.
    /// </summary>
    public WriteJournal? Journal { get; init; }

    /// <summary>
    /// Receives the id of each background job as soon as Gainsight has accepted its rows, from any thread: keep it, and
    /// <see cref="TimelineClient.FollowAsync(string, CancellationToken)"/> or <see cref="PersonClient.FollowBatchAsync(string, CancellationToken)"/> asks for the result
    /// after a restart. Only activities and batches of people are written by such jobs. If it throws, the write stops as for <see cref="Progress"/>.
    /// </summary>
    public Action<string>? JobStarted { get; init; }

    /// <summary>Receives the progress after every call. If it throws, the write stops, and <see cref="WriteReport{T}.StoppedBy"/> has the exception.</summary>
    public IProgress<WriteProgress>? Progress { get; init; }
}
