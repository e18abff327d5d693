using System.Text.Json;

namespace Gainsight.Client;

/// <summary>A condition on the rows of a query. Filters are made from fields and joined by <c>&amp;</c> and <c>|</c>.</summary>
/// <remarks>
/// At most 26 conditions fit in a filter, because the API names them by single letters; <see cref="FieldFilters.In{T}"/> takes any
/// number of values in one. A filter that nests <c>|</c> in <c>&amp;</c> is sent as alternatives if they hold no more than that.
/// A filter without <c>|</c> is read by keyset and loses no row; see <see cref="RecordQuery{T}"/>.
/// </remarks>
/// <example><code>CompanyFields.Arr.GreaterThan(100_000m) &amp; CompanyFields.Stage.In("Adopting", "Launched")</code></example>
public abstract class Filter
{
    private protected Filter()
    {
    }

    /// <summary>The number of conditions.</summary>
    internal abstract int Count { get; }

    /// <summary>Whether the filter holds an <c>OR</c>, which cannot be joined to another condition without parentheses.</summary>
    internal abstract bool HasOr { get; }

    /// <summary>Rows that meet both filters.</summary>
    /// <param name="left">The one filter.</param>
    /// <param name="right">The other.</param>
    /// <returns>A filter that joins them by <c>AND</c>.</returns>
    public static Filter operator &(Filter left, Filter right) => FilterJunction.Join(left, right, isOr: false);

    /// <summary>Rows that meet at least one of the filters.</summary>
    /// <param name="left">The one filter.</param>
    /// <param name="right">The other.</param>
    /// <returns>A filter that joins them by <c>OR</c>.</returns>
    public static Filter operator |(Filter left, Filter right) => FilterJunction.Join(left, right, isOr: true);

    /// <summary>Reads a filter in the form in which Gainsight's query call has it, such as one that a configuration holds.</summary>
    /// <remarks>
    /// <para>
    /// The form is <c>{ "conditions": [ { "name", "alias", "value": [], "operator" } ], "expression": "A AND (B OR C)" }</c> (Company API documentation,
    /// sample). Fields are known by name alone, so values go out as they stand, dates and times too, and only their number is checked. Operators that
    /// <see cref="Operator"/> does not have are taken as <see cref="Operator.Raw"/>.
    /// </para>
    /// <para>
    /// All else is strict: unknown members, letters that are missing, double or not used, and <c>AND</c> beside <c>OR</c> without parentheses are
    /// refused. What is read can be joined to other filters, and is sent with letters of its own.
    /// </para>
    /// </remarks>
    /// <param name="where">The object with <c>conditions</c> and <c>expression</c>. It is copied.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="FormatException">It is no such filter; the message says at which place, without its values.</exception>
    public static Filter Parse(JsonElement where) => FilterParser.Parse(where);

    /// <summary>Calls back for every condition, from left to right.</summary>
    internal abstract void Visit(Action<FilterCondition> visitor);

    /// <summary>The filter with each of its conditions changed.</summary>
    internal abstract Filter Change(Func<FilterCondition, FilterCondition> change);

    /// <summary>
    /// The filter as alternatives, <c>(A AND C) OR (B AND C)</c>, which find the same rows on a tenant that passes over parentheses, undocumented
    /// as they are, and binds <c>AND</c> tighter; null where there are not letters enough for all their conditions.
    /// </summary>
    internal abstract Filter? Spread();

    /// <summary>Appends the expression (<c>(A AND B) OR C</c>); parentheses only where the filter nests.</summary>
    internal abstract void Append(System.Text.StringBuilder expression, ref char alias);
}
