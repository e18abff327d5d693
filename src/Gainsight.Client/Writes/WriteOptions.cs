namespace Gainsight.Client;

/// <summary>How a write of many rows is carried out.</summary>
public sealed class WriteOptions
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    private readonly int _maxConcurrency = 4;
    private readonly TimeSpan _maxBatchDelay = TimeSpan.FromSeconds(1);
    private readonly TimeSpan _settleDelay = TimeSpan.FromSeconds(5);

    internal static WriteOptions Default { get; } = new();

    /// <summary>What happens when Gainsight refuses a call because of some of its rows.</summary>
    public ChunkFailure ChunkFailure { get; init; }

    /// <summary>The calls under way at once, 1 to 32; 4 unless set. The tenant's quota is respected in any case.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public int MaxConcurrency
    {
        get => _maxConcurrency;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 32);
            _maxConcurrency = value;
        }
    }

    /// <summary>How long a row of a slow stream waits for others to fill its call; 1 second unless set. A day, the most, comes to full calls only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or longer than a day.</exception>
    public TimeSpan MaxBatchDelay
    {
        get => _maxBatchDelay;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero, nameof(MaxBatchDelay));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LongestDelay, nameof(MaxBatchDelay));
            _maxBatchDelay = value;
        }
    }

    /// <summary>
    /// After an insert whose answer was lost: how long to wait between the two reads that must both find nothing before the rows are
    /// sent again; 5 seconds unless set, a day at most. It must cover the time the tenant takes to show a row that it has accepted:
    /// an upsert of a key that was inserted by this process, and is not found, waits as long before it reads again and believes that.
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
    /// For inserts: the keys by which rows are looked up after the answer to their insert was lost. They must tell each row of the
    /// input from every row of the tenant: a row that was there before is taken for the one inserted. Without them, and where a row of
    /// the call has no value in one of them, the rows are <see cref="RowStatus.Unknown"/>. An upsert always uses its own keys,
    /// a new activity its <c>ExternalId</c>.
    /// </summary>
    public IdentifierKeys? VerifyBy { get; init; }

    /// <summary>
    /// Whether rows that the tenant already has as they are stay unsent, <see cref="RowStatus.Unchanged"/>; not unless set. An upsert then
    /// reads the fields that the rows would send along with their keys, at no call more. An update pays one read per 500 rows for it, an upsert
    /// of people one per 50, and a second one where they are linked to companies. Inserts and deletes have nothing to compare with.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Values are compared by meaning: 125000 is 125000.00, a day is its midnight in UTC, an instant is the same at any offset, the order of
    /// multi-select items does not matter, and null, the empty text and an absent field are one. Whatever cannot be told to be the same is
    /// sent, whole rows at a time. A lookup that Gainsight resolves counts as unchanged when the row pointed to has the values asked for.
    /// </para>
    /// <para>
    /// Where a text may be a picklist item or a date that the client does not know, the tenant is asked once for each client to describe
    /// the object. If it refuses to read one of the fields, such as one it does not have, the rows are read without them and all are sent.
    /// A change made by others between the read and the write may be missed.
    /// </para>
    /// <para>
    /// It works for every client that derives from <see cref="RecordWriteClient{T}"/> (companies, relationships, links of people, custom objects,
    /// any object by its name, users, opportunities), and for people; those with links to relationships are sent in any case, since the names of
    /// these links are not confirmed. Other writes (of CTAs, tasks, success plans, goals and activities, and the locking of users) throw
    /// <see cref="ArgumentException"/> when it is set.
    /// </para>
    /// </remarks>
    public bool SkipUnchanged { get; init; }

    /// <summary>
    /// Whether rows are checked against the tenant's metadata before any call is made for them; not unless set. A row that Gainsight would refuse
    /// then fails with an error for each of its problems, and the others go out in full calls. It costs one description of the object for each
    /// client, and one call for each picklist whose items that leaves out; a tenant that does not describe the object, or says that it takes no
    /// writes, stops the write.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Checked are fields that the object does not have or that cannot be written, values missing, null, too long or not of the field's type, and
    /// items of picklists that are unknown, inactive or of another case. The reading is strict: a number as text, or a label in another case, is
    /// refused, though no source says what Gainsight makes of them. What only the tenant knows, such as whether a lookup finds a row, is left to it.
    /// </para>
    /// <para>
    /// It works for every client that derives from <see cref="RecordWriteClient{T}"/>, and for people with their links, of which required fields
    /// are not asked, since nobody knows before the call whether they are there. Other writes (of CTAs, tasks, success plans, goals and activities, and
    /// the locking of users) throw <see cref="ArgumentException"/> when it is set; deletes have nothing to check. Metadata are kept until
    /// <see cref="MetadataClient.Refresh"/>.
    /// </para>
    /// </remarks>
    public bool Preflight { get; init; }

    /// <summary>Told after every call how far the work has come.</summary>
    public IProgress<WriteProgress>? Progress { get; init; }
}
