namespace Gainsight.Client;

/// <summary>What the write engine needs to know of a kind of write: how a row is checked, keyed, resolved and sent.</summary>
internal abstract class WriteJob<T>
{
    private int _began;

    /// <summary>The most rows that a call takes.</summary>
    public abstract int ChunkSize { get; }

    /// <summary>How many rows are resolved together.</summary>
    public virtual int BlockSize => ChunkSize;

    /// <summary>The object's name, for spans and for telling keys apart.</summary>
    public abstract string ObjectName { get; }

    /// <summary>
    /// Whether <see cref="WriteOptions.Preflight"/> and <see cref="WriteOptions.SkipUnchanged"/> are carried out, or have nothing to do; where neither is
    /// so, they are refused.
    /// </summary>
    public virtual bool CanCheckFirst => false;

    /// <summary>The keys by which rows are told apart; empty for writes without keys.</summary>
    public virtual IReadOnlyList<Field> Keys => [];

    /// <summary>Notes that the write began. A job is for one write: it may remember rows, and a second run of the same rows could create them twice.</summary>
    /// <exception cref="InvalidOperationException">It began before.</exception>
    public void Begin()
    {
        if (Interlocked.Exchange(ref _began, 1) != 0)
        {
            throw new InvalidOperationException(
                "These outcomes were read before. Rows are written while their outcomes are read, and once: keep the outcomes, or call the method again for rows to write again.");
        }
    }

    /// <summary>Finds what is wrong with a row before any call, or null.</summary>
    public abstract RecordError? Check(T? row);

    /// <summary>The values of the row's keys as one text, or null when rows are not told apart.</summary>
    public virtual string? KeyOf(T row) => null;

    /// <summary>Finds what is wrong with the row, else notes its key.</summary>
    public RecordError? CheckAndKey(WriteRow<T> row)
    {
        try
        {
            var error = Check(row.Record);
            row.Key = error is null ? KeyOf(row.Record) : null;
            return error;
        }
        catch (GainsightProtocolException exception)
        {
            // A loaded value that no text can be made of.
            return Outcomes.Unwritable(exception);
        }
    }

    /// <summary>Settles the rows that the tenant's metadata say must fail; nothing unless the kind of write knows which metadata those are.</summary>
    public virtual Task PreflightAsync(IReadOnlyList<WriteRow<T>> block, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Says of each row which call carries it and with what, or settles it by an outcome.</summary>
    public abstract Task ResolveAsync(IReadOnlyList<WriteRow<T>> block, CallCounter calls, CancellationToken cancellationToken);

    /// <summary>Builds the call; the caller disposes its body.</summary>
    public abstract ApiRequest CreateRequest(CallShape group, IReadOnlyList<WriteRow<T>> rows, RequestLane lane, CallCounter calls);

    /// <summary>The most calls for the rows of one, when it is refused and the rows at fault are looked for; 1 where calls are too few for that.</summary>
    public virtual int MaxCalls => 64;

    /// <summary>Waits for the job that an accepted call began, where it began one: the answer that tells what became of the rows, or null when that is the call's own.</summary>
    /// <exception cref="GainsightException">The job's end could not be learnt; what became of the rows is then unknown.</exception>
    public virtual Task<ApiResponse?> FollowAsync(ApiResponse accepted, CallCounter calls, CancellationToken cancellationToken) =>
        Task.FromResult<ApiResponse?>(null);

    /// <summary>Settles the resolved row as failed if it holds a value of which no call can be made, such as a date that is none; whether it did.</summary>
    public bool SettleUnwritable(WriteRow<T> row, CallCounter calls)
    {
        try
        {
            CreateRequest(row.Group, [row], RequestLane.Interactive, calls).Body?.Dispose();
            return false;
        }
        catch (Exception exception) when (exception is ArgumentException or GainsightProtocolException)
        {
            Outcomes.Settle([row], RowStatus.Failed, null, Outcomes.Unwritable(exception));
            return true;
        }
    }

    /// <summary>What the resolved row would change, field by field; settles it when it would fail. For jobs that are made for a preview.</summary>
    public virtual IReadOnlyList<FieldChange> ChangesOf(WriteRow<T> row) => throw new NotSupportedException();

    /// <summary>Gives the rows of an accepted call their outcomes.</summary>
    /// <param name="group">The kind of call.</param>
    /// <param name="rows">The rows it carried.</param>
    /// <param name="response">The answer.</param>
    /// <param name="written">How many of the rows the answer says were written, or null when it does not say.</param>
    /// <returns>False when the answer leaves open what became of the rows that then have no outcome.</returns>
    public virtual bool Settle(CallShape group, IReadOnlyList<WriteRow<T>> rows, ApiResponse response, out int? written) =>
        WriteAnswer.Settle(this, group, rows, response, out written);

    /// <summary>Told of every row that has its outcome, before the caller is.</summary>
    public virtual void Finished(WriteRow<T> row)
    {
    }

    /// <summary>The value a row sends in a field, as text to compare an error report with; false when it sends none.</summary>
    public virtual bool TryGetSent(WriteRow<T> row, string field, out string? text)
    {
        text = null;
        return false;
    }

    /// <summary>Whether the row has what it can be looked up by.</summary>
    public virtual bool CanFind(WriteRow<T> row) => false;

    /// <summary>Looks rows of one call up in the tenant: the GSIDs of those that are there, null where several carry the keys.</summary>
    public virtual Task<IReadOnlyDictionary<WriteRow<T>, string?>> FindAsync(
        IReadOnlyList<WriteRow<T>> rows, CallCounter calls, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
