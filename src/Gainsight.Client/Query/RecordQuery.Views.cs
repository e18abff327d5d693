using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <content>Rows as types of the caller's own.</content>
public sealed partial class RecordQuery<T>
{
    /// <summary>Reads the rows as a record type of your own for the same object, which has fewer or other fields.</summary>
    /// <remarks>Without <see cref="Select(Field[])"/>, the query reads the GSID and the fields of <typeparamref name="TView"/>, and no others.</remarks>
    /// <typeparam name="TView">The record type, with <see cref="GainsightObjectAttribute"/> and the name of the query's object.</typeparam>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The rows. Empty when nothing matches.</returns>
    /// <exception cref="InvalidOperationException"><typeparamref name="TView"/> is a type of another object.</exception>
    /// <exception cref="GainsightException">A page could not be read. The exception type says why.</exception>
    public IAsyncEnumerable<TView> ReadAsync<TView>(CancellationToken cancellationToken = default)
        where TView : GainsightRecord, IGainsightObject, new() => ReadAsync<TView>(ReadOptions.Default, cancellationToken);

    /// <inheritdoc cref="ReadAsync{TView}(CancellationToken)"/>
    /// <param name="options">How the rows are read.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public IAsyncEnumerable<TView> ReadAsync<TView>(ReadOptions options, CancellationToken cancellationToken = default)
        where TView : GainsightRecord, IGainsightObject, new()
    {
        if (!string.Equals(TView.ObjectName, Plan.Definition.Name, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException(
                $"{typeof(TView).Name} is a type of the object {TView.ObjectName}, but the query reads {Plan.Definition.Name}. Use gainsight.Objects<{typeof(TView).Name}>().Query().");
        }

        // The object keeps its calls and its key; only what is read and what the rows become differ.
        var plan = Plan.Select.Count > 0 || TView.Fields.Count == 0 ? Plan : Plan.AddFields(TView.Fields);
        return new RecordQuery<TView>(_context, plan).ReadAsync(options, cancellationToken);
    }

    /// <summary>Reads the rows and makes something else of each, such as an instance of a type of your own.</summary>
    /// <remarks>The query reads the fields of <see cref="Select(Field[])"/>. Name those that <paramref name="create"/> uses: a field that was not read is null.</remarks>
    /// <typeparam name="TView">What a row becomes.</typeparam>
    /// <param name="create">Makes it, such as <c>company => new Customer(company.Gsid!, company.Name)</c>. An exception of it ends the read.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>One result for each row. Empty when nothing matches.</returns>
    /// <exception cref="GainsightException">A page could not be read. The exception type says why.</exception>
    public IAsyncEnumerable<TView> ReadAsync<TView>(Func<T, TView> create, CancellationToken cancellationToken = default) =>
        ReadAsync(create, ReadOptions.Default, cancellationToken);

    /// <inheritdoc cref="ReadAsync{TView}(Func{T, TView}, CancellationToken)"/>
    /// <param name="create">Makes it, such as <c>company => new Customer(company.Gsid!, company.Name)</c>. An exception of it ends the read.</param>
    /// <param name="options">How the rows are read.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public IAsyncEnumerable<TView> ReadAsync<TView>(Func<T, TView> create, ReadOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(options);
        return EachAsync(cancellationToken);

        async IAsyncEnumerable<TView> EachAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var row in ReadAsync(options, cancellationToken).ConfigureAwait(false))
            {
                yield return create(row);
            }
        }
    }
}
