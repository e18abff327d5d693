namespace Gainsight.Client;

/// <content>The rows of many values.</content>
public sealed partial class RecordQuery<T>
{
    /// <summary>Reads the rows of the query whose field has one of the values.</summary>
    /// <remarks>
    /// The values are sent in blocks of 500, or fewer if the tenant refuses so many. A row is returned once, also when several spellings of a value
    /// find it. The tenant decides whether case matters. On a tenant that refuses <c>IN</c>, a filter makes the blocks smaller: down to one value for a
    /// filter with <c>|</c>.
    /// </remarks>
    /// <typeparam name="TValue">The field's type.</typeparam>
    /// <param name="field">The field, such as <see cref="CompanyFields.Name"/>.</param>
    /// <param name="values">The values, any number. A repeated value is asked for once.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The rows, in no order. A value that no row has is not an error.</returns>
    /// <exception cref="ArgumentException">A value is null, or fields of this type cannot be compared.</exception>
    /// <exception cref="InvalidOperationException">The query has an <c>OrderBy</c>, <c>Take</c> or <c>Skip</c>, which rows that are read in blocks cannot have, or its filter already has 26 conditions.</exception>
    /// <exception cref="GainsightException">A page could not be read. The exception type says why.</exception>
    public Task<IReadOnlyList<T>> GetManyAsync<TValue>(
        Field<TValue> field, IEnumerable<TValue> values, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(values);
        if (Plan is not { OrderBy.Count: 0, Take: null, Skip: 0 })
        {
            throw new InvalidOperationException("GetManyAsync reads the rows in blocks. Remove OrderBy, Take and Skip from the query, and order the result instead.");
        }

        if (Plan.Where is { Count: >= FilterJunction.MaxConditions })
        {
            throw new InvalidOperationException($"GetManyAsync adds a condition to the filter, which holds at most {FilterJunction.MaxConditions}. Remove one from the filter, and filter the rows on your side.");
        }

        TValue[] distinct = [.. values.Distinct()];
        if (distinct.Length > 0)
        {
            // Refuses wrong values before the first call, wherever they are in the list.
            _ = field.In(distinct);
        }

        return new ManyReader<T, TValue>(_context, Plan, field, distinct).ReadAsync(cancellationToken);
    }
}
