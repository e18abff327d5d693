using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client;

/// <summary>What the write engine needs to know of a kind of write: how a row is checked, keyed, resolved and sent.</summary>
/// <remarks>A job serves one write.</remarks>
internal abstract class WriteJob<T>
{
    private int _began;

    /// <summary>The most rows of one call.</summary>
    public abstract int CallSize { get; }

    /// <summary>The rows that are resolved together.</summary>
    public virtual int BlockSize => CallSize;

    /// <summary>The object's name, for spans and to tell keys apart.</summary>
    public abstract string ObjectName { get; }

    /// <summary>
    /// Whether the job supports <see cref="WriteOptions.Preflight"/> and <see cref="WriteOptions.SkipUnchanged"/>, or they have nothing to do.
    /// If false, the engine refuses these options.
    /// </summary>
    public virtual bool CanCheckFirst => false;

    /// <summary>The keys that tell rows apart. Empty for writes without keys.</summary>
    public virtual IReadOnlyList<Field> Keys => [];

    /// <summary>The fields whose values <see cref="KeyOf"/> tells.</summary>
    public virtual IReadOnlyList<Field> KeyFields => Keys;

    /// <summary>The most calls for the rows of one call when it is refused and bad rows are looked for. 1 where the quota is too small for that.</summary>
    public virtual int MaxCalls => 64;

    /// <summary>Notes that the write began. A second run could create the same rows again.</summary>
    /// <exception cref="InvalidOperationException">The write began before.</exception>
    public void Begin()
    {
        if (Interlocked.Exchange(ref _began, 1) != 0)
        {
            throw new InvalidOperationException(
                "These outcomes were already read. Rows are written while their outcomes are read, and only once. Keep the outcomes, or call the method again to write rows again.");
        }
    }

    /// <summary>Checks a row before any call.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public abstract RecordError? Check(T? row);

    /// <summary>The values of the row's keys as one text, or null when rows are not told apart.</summary>
    public virtual string? KeyOf(T row) => null;

    /// <summary>Checks the row and, if nothing is wrong with it, notes its key.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "A row that cannot be read, perhaps because it is being changed, is its own fault and must not cost the report of the others.")]
    public IReadOnlyList<RecordError>? CheckAndKey(WriteRow<T> row)
    {
        if (row.Record is GainsightRecord { Refusal: { } refusal })
        {
            return refusal;
        }

        try
        {
            var error = Check(row.Record);
            row.Key = error is null ? KeyOf(row.Record) : null;
            return error is null ? null : [error];
        }
        catch (Exception exception)
        {
            // For example a loaded value that is not valid text.
            return [Outcomes.Unwritable(exception)];
        }
    }

    /// <summary>Settles the rows that fail by the tenant's metadata. By default it does nothing.</summary>
    public virtual Task PreflightAsync(IReadOnlyList<WriteRow<T>> block, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Decides for each row which call carries it and with what content, or gives it an outcome.</summary>
    public abstract Task ResolveAsync(IReadOnlyList<WriteRow<T>> block, CallCounter calls, CancellationToken cancellationToken);

    /// <summary>Builds the call of rows that share <see cref="WriteRow{T}.Mode"/> and <see cref="WriteRow{T}.CallKey"/>. The caller disposes its body.</summary>
    public abstract ApiRequest CreateRequest(IReadOnlyList<WriteRow<T>> rows, RequestLane lane, CallCounter calls);

    /// <summary>Waits for the background job that an accepted call started, if it started one.</summary>
    /// <returns>The answer that gives the rows' outcomes, or null when that is the call's own answer.</returns>
    /// <exception cref="GainsightException">How the job ended is not known, so the rows are unknown.</exception>
    public virtual Task<BufferedAnswer?> FollowAsync(BufferedAnswer accepted, CallCounter calls, CancellationToken cancellationToken) =>
        Task.FromResult<BufferedAnswer?>(null);

    /// <summary>Fails a resolved row whose value cannot be sent, such as an invalid date.</summary>
    /// <returns>Whether the row failed.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "As for CheckAndKey.")]
    public bool SettleUnwritable(WriteRow<T> row, CallCounter calls)
    {
        try
        {
            CreateRequest([row], RequestLane.Interactive, calls).Body?.Dispose();
            return false;
        }
        catch (Exception exception)
        {
            Outcomes.Settle([row], RowStatus.Failed, null, Outcomes.Unwritable(exception));
            return true;
        }
    }

    /// <summary>What the resolved row would change, field by field. Fails the row if the write would. Only for jobs made for a preview.</summary>
    public virtual IReadOnlyList<FieldChange> ChangesOf(WriteRow<T> row) => throw new NotSupportedException();

    /// <summary>Gives the rows of an accepted call their outcomes.</summary>
    /// <param name="rows">The rows of the call.</param>
    /// <param name="response">The answer.</param>
    /// <param name="written">How many of the rows the answer says were written, or null when it does not say.</param>
    /// <returns>False when the answer does not tell what became of the rows that still have no outcome.</returns>
    public virtual bool Settle(IReadOnlyList<WriteRow<T>> rows, BufferedAnswer response, out int? written) =>
        WriteAnswer.Settle(this, rows, response, out written);

    /// <summary>Reads what an accepted call leaves open, and corrects the outcomes. By default it does nothing.</summary>
    public virtual Task ReviewAsync(IReadOnlyList<WriteRow<T>> rows, CallCounter calls, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Called for every row that has its outcome, before the caller gets it.</summary>
    public virtual void Finished(WriteRow<T> row)
    {
    }

    /// <summary>Gets the value that a row sends in a field, as text to compare an error report with. False when it sends none.</summary>
    public virtual bool TryGetSent(WriteRow<T> row, string field, out string? text)
    {
        text = null;
        return false;
    }

    /// <summary>Whether the row sends several items in the field, which an error report names one by one. In any other field, a <c>;</c> is part of the text.</summary>
    public virtual bool HasItems(WriteRow<T> row, string field) => false;

    /// <summary>Whether answers list rows in the order in which they were sent. Set to false by an answer that does not.</summary>
    public virtual bool KeepsOrder
    {
        get => true;
        set
        {
        }
    }

    /// <summary>Whether a refused call is known to have written none of its rows.</summary>
    public virtual bool IsAllOrNothing => true;

    /// <summary>Whether a read may settle the row after its answer was lost: it has values in the keys that the caller named for that.</summary>
    public virtual bool CanFind(WriteRow<T> row) => false;

    /// <summary>Whether a row that another writer inserted meanwhile is updated.</summary>
    public virtual bool UpdatesFound => false;

    /// <summary>Whether a read can say that a new row is not in the tenant.</summary>
    public virtual bool CanMiss(WriteRow<T> row) => CanFind(row);

    /// <summary>Looks up rows of one call in the tenant.</summary>
    /// <returns>The rows that exist.</returns>
    public virtual Task<IReadOnlyDictionary<WriteRow<T>, FoundRow>> FindAsync(
        IReadOnlyList<WriteRow<T>> rows, CallCounter calls, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>Gives an outcome to the rows of a background job of which a read shows that they hold what was sent. It gives none when the read fails.</summary>
    public virtual async Task ConfirmAsync(IReadOnlyList<WriteRow<T>> rows, string? requestId, CallCounter calls, CancellationToken cancellationToken)
    {
        if (!rows.All(CanFind))
        {
            return;
        }

        try
        {
            foreach ((var row, var found) in await FindAsync(rows, calls, cancellationToken).ConfigureAwait(false))
            {
                if (found.Holds)
                {
                    row.Outcome = new(row.Index, row.Record, row.Success, found.Gsid ?? row.Gsid, requestId: requestId);
                }
            }
        }
        catch (GainsightException)
        {
            // The rows stay unknown.
        }
    }
}
