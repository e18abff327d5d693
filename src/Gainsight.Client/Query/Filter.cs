using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>A condition on the rows of a query. Create filters from fields and join them with <c>&amp;</c> and <c>|</c>, or <c>&amp;&amp;</c> and <c>||</c>, which mean the same.</summary>
/// <remarks>
/// A filter holds at most 26 conditions, because the API names them by single letters. <see cref="FieldFilters.In{T}(Field{T}, T[])"/> takes any number of
/// values in one condition. A filter with <c>|</c> inside <c>&amp;</c> is sent as alternatives when the alternatives have at most 26 conditions.
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

    /// <summary>Whether the filter contains <c>OR</c>. Such a filter can be joined to another condition only with parentheses.</summary>
    internal abstract bool HasOr { get; }

    /// <summary>Matches rows that meet both filters.</summary>
    /// <param name="left">The first filter.</param>
    /// <param name="right">The second filter.</param>
    /// <returns>A filter that joins both with <c>AND</c>.</returns>
    public static Filter operator &(Filter left, Filter right) => FilterJunction.Join(left, right, isOr: false);

    /// <summary>Matches rows that meet at least one of the filters.</summary>
    /// <param name="left">The first filter.</param>
    /// <param name="right">The second filter.</param>
    /// <returns>A filter that joins both with <c>OR</c>.</returns>
    public static Filter operator |(Filter left, Filter right) => FilterJunction.Join(left, right, isOr: true);

    /// <summary>Lets <c>||</c> join filters like <c>|</c>: no filter is true, so both sides count.</summary>
    /// <param name="filter">The filter.</param>
    /// <returns>False, always.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [SuppressMessage("Style", "IDE0060", Justification = "An operator has its operand.")]
    public static bool operator true(Filter filter) => false;

    /// <summary>Lets <c>&amp;&amp;</c> join filters like <c>&amp;</c>: no filter is false, so both sides count.</summary>
    /// <param name="filter">The filter.</param>
    /// <returns>False, always.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [SuppressMessage("Style", "IDE0060", Justification = "An operator has its operand.")]
    public static bool operator false(Filter filter) => false;

    /// <summary>Reads a filter in the form of Gainsight's query call, for example one from a configuration file.</summary>
    /// <remarks>
    /// <para>
    /// The form is <c>{ "conditions": [ { "name", "alias", "value": [], "operator" } ], "expression": "A AND (B OR C)" }</c> (Company API documentation,
    /// sample). A field is known by its name only. Values, including dates and times, are sent unchanged; only their number is checked. An operator
    /// that <see cref="Operator"/> does not have is treated as <see cref="Operator.Raw"/>.
    /// </para>
    /// <para>
    /// Everything else is strict. Unknown members, missing, repeated or unused letters, and <c>AND</c> next to <c>OR</c> without parentheses are
    /// refused. The result can be joined to other filters and is sent with new letters.
    /// </para>
    /// </remarks>
    /// <param name="where">The object with <c>conditions</c> and <c>expression</c>. It is copied.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="FormatException">The JSON is not such a filter. The message names the place, without its values.</exception>
    public static Filter Parse(JsonElement where) => FilterParser.Parse(where);

    /// <summary>Writes the <c>where</c> of a body: conditions named by letters, and the expression that joins them.</summary>
    /// <param name="writer">The writer, inside the object of the body.</param>
    /// <param name="writeComparison">Writes the field, the letter and the values of a condition, in the order and with the names of the API.</param>
    internal void Write(Utf8JsonWriter writer, Action<FilterCondition, char> writeComparison)
    {
        var filter = Spread() ?? this;
        writer.WriteStartObject("where");
        writer.WriteStartArray("conditions");
        var alias = 'A';
        filter.Visit(condition =>
        {
            writer.WriteStartObject();
            writeComparison(condition, alias++);
            writer.WriteString("operator", condition.Operator.Name);
            writer.WriteEndObject();
        });
        writer.WriteEndArray();

        var expression = new StringBuilder();
        var first = 'A';
        filter.Append(expression, ref first);
        writer.WriteString("expression", expression.ToString());
        writer.WriteEndObject();
    }

    /// <summary>Calls the visitor for each condition, from left to right.</summary>
    internal abstract void Visit(Action<FilterCondition> visitor);

    /// <summary>Returns the filter with each condition replaced.</summary>
    internal abstract Filter Change(Func<FilterCondition, FilterCondition> change);

    /// <summary>
    /// Returns the filter as alternatives, <c>(A AND C) OR (B AND C)</c>, or null when they need more conditions than there are letters.
    /// Parentheses are undocumented: alternatives match the same rows when a tenant ignores parentheses and evaluates <c>AND</c> before <c>OR</c>.
    /// </summary>
    internal abstract Filter? Spread();

    /// <summary>Appends the expression (<c>(A AND B) OR C</c>), with parentheses only around nested filters.</summary>
    internal abstract void Append(StringBuilder expression, ref char alias);
}
