namespace Gainsight.Client;

/// <summary>Reads, creates and changes the users of a tenant.</summary>
/// <remarks>
/// <para>
/// Gainsight accepts 100 calls of user management an hour and 1,000 a day, with 50 users each. When it refuses a call because of some of its users,
/// at most seven further calls look for them. If these are not enough, the remaining users fail together.
/// </para>
/// <para>
/// An internal user needs <see cref="User.Email"/>, <see cref="User.SfdcUserName"/>, and either <see cref="User.Name"/> or first and last name. An
/// external user (by <see cref="User.SystemType"/> or <see cref="User.LicenseType"/>) needs a company. This is known only through third parties, as is
/// all of user management except its limits. The form of its answers is unknown, so all likely forms are read.
/// </para>
/// <para>
/// Users are updated by <see cref="UserFields.SfdcUserName"/>, <see cref="IdentifierKeys.Gsid"/> or <see cref="UserFields.SfdcUserId"/>, and these
/// cannot be changed themselves (known only through third parties). Upserts take any fields that identify a user, such as <see cref="UserFields.Email"/>.
/// After a lost answer, new users are looked up only if <see cref="WriteOptions.VerifyBy"/> names a key, such as the user name. If two new users have the
/// same user name, the later row fails with <see cref="RecordErrorCodes.AlreadyExists"/>.
/// </para>
/// <para>Users cannot be deleted. <see cref="SetActiveAsync(IEnumerable{string}, bool, CancellationToken)"/> deactivates them. Queries read the object <c>gsuser</c> and do not count against the limits of user management.</para>
/// </remarks>
public partial class UserClient : RecordWriteClient<User>
{
    /// <summary>The maximum page size. The only known limit is the platform's largest page.</summary>
    private const int MaxPageSize = ReadOptions.MaxPageSize;

    internal UserClient(ClientContext context)
        : base(context, UserFields.Definition)
    {
    }

    /// <summary>For mocks.</summary>
    protected UserClient()
    {
    }

    /// <summary>Creates users, and says whether they get an e-mail; the other overloads send none.</summary>
    /// <param name="records">The users; every writable field that is present is sent.</param>
    /// <param name="notify">Whether Gainsight sends the new users an e-mail. That this is a welcome e-mail is inferred from the parameter's name.</param>
    /// <param name="options">The options of the write.</param>
    /// <param name="cancellationToken">Stops the work. The rows in progress are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input.</returns>
    /// <exception cref="GainsightException">Nothing could be sent (a refused credential, an unreachable host). No row was written.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled. The exception holds the report.</exception>
    public virtual Task<WriteReport<User>> InsertAsync(
        IEnumerable<User> records, bool notify, WriteOptions options, CancellationToken cancellationToken = default) =>
        WriteEngine.WriteAsync(Context, new UserWriteJob(Context, RecordWriteKind.Insert, keys: null, Required(options), notify), records, options, cancellationToken);

    /// <summary>Activates or deactivates users, 50 per call.</summary>
    /// <param name="gsids">The users' GSIDs.</param>
    /// <param name="isActive">Whether the users may sign in.</param>
    /// <param name="cancellationToken">Stops the work. The rows in progress are then unknown.</param>
    /// <returns>One outcome per GSID: updated, or failed.</returns>
    /// <exception cref="GainsightException">Nothing could be sent (a refused credential, an unreachable host). No user was changed.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled. The exception holds the report.</exception>
    public virtual Task<WriteReport<string>> SetActiveAsync(IEnumerable<string> gsids, bool isActive, CancellationToken cancellationToken = default) =>
        SetActiveAsync(gsids, isActive, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="SetActiveAsync(IEnumerable{string}, bool, CancellationToken)"/>
    /// <param name="gsids">The users' GSIDs.</param>
    /// <param name="isActive">Whether the users may sign in.</param>
    /// <param name="options">The options of the write.</param>
    /// <param name="cancellationToken">Stops the work. The rows in progress are then unknown.</param>
    /// <exception cref="ArgumentException"><see cref="WriteOptions.Preflight"/> or <see cref="WriteOptions.SkipUnchanged"/> is set.</exception>
    public virtual Task<WriteReport<string>> SetActiveAsync(
        IEnumerable<string> gsids, bool isActive, WriteOptions options, CancellationToken cancellationToken = default) =>
        WriteEngine.WriteAsync(Context, new UserStatusJob(Context, isActive), gsids, options, cancellationToken);

    /// <summary>Reads a page of the list of users, and their total number. To read all users, use <see cref="RecordQueryClient{T}.Query"/>, which loses none between pages.</summary>
    /// <remarks>The list has numbered pages. Its calls count against the limits of user management.</remarks>
    /// <param name="query">A query from <see cref="RecordQueryClient{T}.Query"/> of this client, with fields, filter and order.</param>
    /// <param name="page">The number of the page, starting at 0.</param>
    /// <param name="pageSize">The number of users per page, 1 to 5,000. Gainsight's own limit is unknown; its sample has 25.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The page. It is empty after the last page.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The page or its size is outside its range.</exception>
    /// <exception cref="ArgumentException">The query belongs to another client, or has a <c>Take</c>, <c>Skip</c> or <c>WithLabels</c>, which a page does not support.</exception>
    /// <exception cref="GainsightException">The page could not be read. The type of the exception says why.</exception>
    public virtual async Task<UserPage> ListAsync(RecordQuery<User> query, int page, int pageSize, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(page);
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pageSize, MaxPageSize);
        if (!query.BelongsTo(Context) || query.Plan is { Take: not null } or { WithLabels: true } or { Skip: > 0 })
        {
            throw new ArgumentException("Give a query made by this client's Users.Query(), without Take, Skip and WithLabels.", nameof(query));
        }

        using var body = JsonBody.Create((query.Plan, Context.Format, page, pageSize), static (writer, state) =>
        {
            writer.WriteStartObject();
            state.Plan.WriteMembers(writer, state.Format);
            writer.WriteNumber("page"u8, state.page);
            writer.WriteNumber("limit"u8, state.pageSize);
            writer.WriteBoolean("includeTotal"u8, true);
            writer.WriteEndObject();
        });
        var request = new ApiRequest { Operation = Operation.UsersList, Object = Definition.Name, Body = body, NoRowsIsSuccess = true };
        using var response = await Context.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return UserPageReader.Read(response.SaysNoRows ? default : response.Data);
    }

    private protected override RecordWriteJob<User> Job(RecordWriteKind kind, IdentifierKeys? keys, WriteOptions options, bool isPreview = false) =>
        new UserWriteJob(Context, kind, kind == RecordWriteKind.Insert ? null : keys, options, isPreview: isPreview);
}
