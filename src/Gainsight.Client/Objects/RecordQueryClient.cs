using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>Reads the rows of one object. Derived clients add writes.</summary>
/// <remarks>Thread-safe. The records themselves are not: do not change a record while it is being written.</remarks>
/// <typeparam name="T">The record type.</typeparam>
public abstract partial class RecordQueryClient<T>
    where T : GainsightRecord, new()
{
    private readonly ClientContext? _context;
    private readonly ObjectDefinition? _definition;

    private protected RecordQueryClient(ClientContext context, ObjectDefinition definition)
    {
        _context = context;
        _definition = definition;
    }

    /// <summary>For mocks: override the members that the code under test calls.</summary>
    protected RecordQueryClient()
    {
    }

    private protected ClientContext Context => _context ?? throw ClientContext.Missing();

    private protected ObjectDefinition Definition => _definition ?? throw ClientContext.Missing();

    /// <summary>Starts a query of the object's rows.</summary>
    /// <returns>A query of all rows.</returns>
    public virtual RecordQuery<T> Query() => new(Context, new QueryPlan { Definition = Definition });

    /// <summary>Reads one row by its GSID, with the fields that a query reads by default. This is a query and costs one call.</summary>
    /// <param name="gsid">The row's GSID.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The row, or null when there is none.</returns>
    /// <exception cref="ArgumentException"><paramref name="gsid"/> is empty.</exception>
    /// <exception cref="GainsightException">The row could not be read. The exception's type says why.</exception>
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
}
