namespace Gainsight.Client;

/// <summary>Conditions that only the list calls of Cockpit and Success Plans accept, in addition to those of <see cref="FieldFilters"/>.</summary>
/// <remarks>A <see cref="RecordQuery{T}"/> with a literal or with linked records throws <see cref="ArgumentException"/> when it is read, before any call.</remarks>
public static class ListFilters
{
    /// <summary>The field equals a value that Gainsight determines, such as today.</summary>
    /// <param name="field">The field.</param>
    /// <param name="literal">The value.</param>
    /// <returns>The filter.</returns>
    /// <example><code>CtaFields.ModifiedDate.EqualTo(ListLiteral.Today)</code></example>
    public static Filter EqualTo(this Field field, ListLiteral literal) => field.Compare(Operator.EqualTo, literal);

    /// <summary>The field compares with a value that Gainsight determines.</summary>
    /// <param name="field">The field.</param>
    /// <param name="operator">The operator. It must expect one value.</param>
    /// <param name="literal">The value.</param>
    /// <returns>The filter.</returns>
    public static Filter Compare(this Field field, Operator @operator, ListLiteral literal)
    {
        ArgumentNullException.ThrowIfNull(field);
        return new ListCondition(field, @operator, literal);
    }

    /// <summary>The text does not contain the value (<c>DOES_NOT_CONTAINS</c>; copies of the Success Plan API documentation; for the other lists inferred, unconfirmed).</summary>
    /// <remarks>A <see cref="RecordQuery{T}"/> sends it as well, but no source says whether the query call knows the name.</remarks>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The filter.</returns>
    public static Filter DoesNotContain(this Field<string> field, string value) => field.Compare(Operator.Raw("DOES_NOT_CONTAINS"), value);

    /// <summary>The CTA is linked to one of the records (CTA API documentation, sample).</summary>
    /// <param name="recordIds">One or more ids of records of another Gainsight object or of Salesforce.</param>
    /// <returns>The filter.</returns>
    public static Filter LinkedTo(params string[] recordIds)
    {
        ArgumentNullException.ThrowIfNull(recordIds);
        return new ListCondition([.. recordIds]);
    }
}
