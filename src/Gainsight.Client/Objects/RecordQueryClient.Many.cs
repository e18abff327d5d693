namespace Gainsight.Client;

/// <content>The rows of many values.</content>
public abstract partial class RecordQueryClient<T>
{
    /// <summary>Reads the rows whose field has one of the values, with the fields that a query reads by default.</summary>
    /// <remarks>To choose the fields, or to filter the rows further, use <see cref="RecordQuery{T}.GetManyAsync{TValue}"/>, which this method calls.</remarks>
    /// <typeparam name="TValue">The field's type.</typeparam>
    /// <param name="field">The field, such as <see cref="CompanyFields.Name"/>.</param>
    /// <param name="values">The values, any number. A repeated value is asked for once.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The rows, in no order. A value that no row has is not an error.</returns>
    /// <exception cref="ArgumentException">A value is null, or fields of this type cannot be compared.</exception>
    /// <exception cref="GainsightException">The rows could not be read. The exception's type says why.</exception>
    public virtual Task<IReadOnlyList<T>> GetManyAsync<TValue>(
        Field<TValue> field, IEnumerable<TValue> values, CancellationToken cancellationToken = default) =>
        Query().GetManyAsync(field, values, cancellationToken);
}
