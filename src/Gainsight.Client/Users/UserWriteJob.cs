namespace Gainsight.Client;

/// <summary>Creates and updates users. Users have their own calls, whose rules differ from those of other objects.</summary>
internal sealed class UserWriteJob : RecordWriteJob<User>
{
    private static readonly Field<string>[] UpdateKeys = [UserFields.SfdcUserName, UserFields.Gsid, UserFields.SfdcUserId];

    private readonly RecordWriteKind _kind;
    private readonly bool _notify;
    private readonly bool _mayVerify;

    /// <summary>Creates the job.</summary>
    /// <param name="context">The client.</param>
    /// <param name="kind">The kind of write.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="options">The caller's options.</param>
    /// <param name="notify">Whether new users get an e-mail.</param>
    /// <param name="isPreview">Whether this is a preview: nothing is written, and all changes are determined.</param>
    /// <exception cref="ArgumentException">Gainsight does not find users by these keys.</exception>
    public UserWriteJob(ClientContext context, RecordWriteKind kind, IdentifierKeys? keys, WriteOptions options, bool notify = false, bool isPreview = false)
        : base(context, UserFields.Definition, kind, keys ?? options.VerifyBy ?? UserFields.SfdcUserName, options, isPreview)
    {
        _kind = kind;
        _notify = notify;

        // A user who is found may have been there before, so only the caller decides that the name tells.
        _mayVerify = kind != RecordWriteKind.Insert || options.VerifyBy is not null;
        if (kind == RecordWriteKind.Update && (keys!.Count > 1 || !Array.Exists(UpdateKeys, id => id.IsNamed(keys[0].Name))))
        {
            throw new ArgumentException($"Users are updated only by SFDCUserName, Gsid or SfdcUserId, not by {keys}.", nameof(keys));
        }
    }

    /// <summary>Only a hundred calls an hour are allowed, so few are spent on finding bad rows.</summary>
    public override int MaxCalls => 8;

    /// <summary>Gainsight does not say whether it writes the good users of a call that it refuses.</summary>
    public override bool IsAllOrNothing => false;

    protected override Func<ReadOnlyMemory<byte>, bool> TellsOfRecords => UserAnswer.TellsOfRecords;

    public override RecordError? Check(User? row) =>
        base.Check(row) ?? (_kind == RecordWriteKind.Insert ? CheckRequired(row!) : null) ?? UserCheck.Manager(row!);

    public override IReadOnlyList<Field> KeyFields => _kind == RecordWriteKind.Insert ? [UserFields.SfdcUserName] : Keys;

    /// <summary>For new users the unique user name, so that duplicates in the input are found before the call.</summary>
    public override string? KeyOf(User row) =>
        _kind != RecordWriteKind.Insert ? base.KeyOf(row) : string.IsNullOrWhiteSpace(row.SfdcUserName) ? null : row.SfdcUserName.ToUpperInvariant();

    public override Task ResolveAsync(IReadOnlyList<WriteRow<User>> block, CallCounter calls, CancellationToken cancellationToken)
    {
        if (_kind == RecordWriteKind.Insert)
        {
            foreach (var row in block.Where(row => row.Followers is not null))
            {
                Outcomes.Settle(row.Followers!, RowStatus.Failed, null, new RecordError(
                    RecordErrorCodes.AlreadyExists, "An earlier row of the input has the same user name.", UserFields.SfdcUserName.Name));
                row.Followers = null;
            }
        }

        return base.ResolveAsync(block, calls, cancellationToken);
    }

    public override bool Settle(IReadOnlyList<WriteRow<User>> rows, BufferedAnswer response, out int? written)
    {
        var errors = UserAnswer.Errors(response.Data);
        if (errors.Count == 0)
        {
            return base.Settle(rows, response, out written);
        }

        foreach (var row in rows)
        {
            RecordError[] named = [.. errors.Where(error => error.Means(row, rows)).SelectMany(static error => error.Errors)];
            if (named.Length > 0)
            {
                Outcomes.Settle([row], RowStatus.Failed, response.RequestId, named);
            }
        }

        // Only a number says whether the other users were written. Without one, the list may name just the bad ones.
        written = WriteAnswer.Read(response.Data.Span).Count;
        List<WriteRow<User>> open = [.. rows.Where(row => row.Outcome is null)];
        if (written == open.Count)
        {
            Outcomes.Settle(open, rows[0].Success, response.RequestId);
        }

        return rows.All(row => row.Outcome is not null);
    }

    public override bool CanFind(WriteRow<User> row) => _mayVerify && base.CanFind(row);

    public override bool CanMiss(WriteRow<User> row) => base.CanFind(row);

    protected override string? QueryOf(IdentifierKeys? keys) =>
        keys is not null ? "key=" + keys.Names : _notify ? "notify=true" : "notify=false";

    protected override RecordError? CheckRequired(User row) => UserCheck.Required(row);
}
