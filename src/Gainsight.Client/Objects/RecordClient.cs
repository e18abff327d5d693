using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>Reads and writes the rows of one object. What every object has in common stands here; areas add what is theirs.</summary>
/// <remarks>
/// <para>
/// Gainsight takes 50 rows a call and validates them all before it writes any. The client makes the calls, finds the rows at fault when a
/// call is refused, writes the others, and reports on every row in the order of the input.
/// </para>
/// <para>Thread-safe. The records themselves are not: do not change a record while it is being written.</para>
/// </remarks>
/// <typeparam name="T">The record type.</typeparam>
public abstract partial class RecordClient<T>
    where T : GainsightRecord, new()
{
    private readonly ClientContext? _context;
    private readonly ObjectDefinition? _definition;

    private protected RecordClient(ClientContext context, ObjectDefinition definition)
    {
        _context = context;
        _definition = definition;
    }

    /// <summary>For mocks: override what the code under test calls.</summary>
    protected RecordClient()
    {
    }

    private ClientContext Context => _context ?? throw NotOverridden();

    private ObjectDefinition Definition => _definition ?? throw NotOverridden();

    /// <summary>The object as it is written: refused here, before any call, where the metadata is known and says that writes cannot succeed.</summary>
    private ObjectDefinition WritableDefinition
    {
        get
        {
            Context.Metadata.EnsureWritable(Definition.Name);
            return Definition;
        }
    }

    /// <summary>Starts a query of the object's rows.</summary>
    /// <returns>A query of all rows.</returns>
    public virtual RecordQuery<T> Query() => new(Context, new QueryPlan { Definition = Definition });

    /// <summary>Reads one row by its GSID, with the fields a query reads by itself. It is a query, and costs one call.</summary>
    /// <param name="gsid">The row's GSID.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The row, or null when there is none.</returns>
    /// <exception cref="ArgumentException"><paramref name="gsid"/> is empty.</exception>
    /// <exception cref="GainsightException">The row could not be read; its type says why.</exception>
    public virtual Task<T?> GetAsync(string gsid, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(gsid);
        return Query().Where(SystemFields.Gsid.EqualTo(gsid)).FirstOrDefaultAsync(cancellationToken);
    }

    private static TArgument Required<TArgument>(TArgument argument, [CallerArgumentExpression(nameof(argument))] string? name = null)
        where TArgument : class
    {
        ArgumentNullException.ThrowIfNull(argument, name);
        return argument;
    }

    private static async IAsyncEnumerable<T> OneByOne(IEnumerable<T> records)
    {
        foreach (T record in records)
        {
            yield return record;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    private static InvalidOperationException NotOverridden() => new("This client is a mock without a connection: override the member that is called.");

    private Task<WriteReport<T>> WriteAsync(
        IEnumerable<T> records, RecordWriteKind kind, IdentifierKeys? keys, WriteOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(options);
        return WriteEngine.WriteAsync(Context, new RecordWriteJob<T>(Context, WritableDefinition, kind, keys), records, options, cancellationToken);
    }

    private IAsyncEnumerable<RowOutcome<T>> Stream(
        IAsyncEnumerable<T> records, RecordWriteKind kind, IdentifierKeys? keys, WriteOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(options);
        return WriteEngine.StreamAsync(
            Context, new RecordWriteJob<T>(Context, WritableDefinition, kind, keys), records, options, cancellationToken);
    }
}
