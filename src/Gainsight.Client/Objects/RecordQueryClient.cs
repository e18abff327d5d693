using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>Reads the rows of one object. Clients that write as well add how.</summary>
/// <remarks>Thread-safe. The records themselves are not: do not change a record while it is being written.</remarks>
/// <typeparam name="T">The record type.</typeparam>
public abstract class RecordQueryClient<T>
    where T : GainsightRecord, new()
{
    private readonly ClientContext? _context;
    private readonly ObjectDefinition? _definition;

    private protected RecordQueryClient(ClientContext context, ObjectDefinition definition)
    {
        _context = context;
        _definition = definition;
    }

    /// <summary>For mocks: override what the code under test calls.</summary>
    protected RecordQueryClient()
    {
    }

    private protected ClientContext Context => _context ?? throw ClientContext.Missing();

    private protected ObjectDefinition Definition => _definition ?? throw ClientContext.Missing();

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

    private protected static TArgument Required<TArgument>(TArgument argument, [CallerArgumentExpression(nameof(argument))] string? name = null)
        where TArgument : class
    {
        ArgumentNullException.ThrowIfNull(argument, name);
        return argument;
    }

    private protected Task<WriteReport<TRow>> WriteAsync<TRow>(
        WriteJob<TRow> job, IEnumerable<TRow> rows, WriteOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Check(job, options);
        return WriteEngine.WriteAsync(Context, job, rows, options, cancellationToken);
    }

    private protected IAsyncEnumerable<RowOutcome<TRow>> StreamAsync<TRow>(
        WriteJob<TRow> job, IAsyncEnumerable<TRow> rows, WriteOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Check(job, options);
        return WriteEngine.StreamAsync(Context, job, rows, options, cancellationToken);
    }

    /// <summary>Refuses what the caller could take to have been done: an option that this kind of write would not carry out.</summary>
    private static void Check<TRow>(WriteJob<TRow> job, WriteOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!job.CanCheckFirst && (options.Preflight || options.SkipUnchanged))
        {
            throw new ArgumentException(
                $"This write of {job.ObjectName} knows neither {nameof(WriteOptions.Preflight)} nor {nameof(WriteOptions.SkipUnchanged)}: rows are sent as they are. Leave these options out.",
                nameof(options));
        }
    }
}
