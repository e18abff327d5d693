using System.Globalization;
using System.Numerics;

namespace Gainsight.Client;

/// <summary>Creates filters from fields.</summary>
/// <remarks>
/// Each method throws <see cref="ArgumentException"/> when Gainsight does not accept the operator for the field's data type, or expects
/// another number of values. Picklist fields are compared by label. The tenant decides whether text comparisons ignore case.
/// Fields of decimals can be compared with numbers of any type, such as <c>CompanyFields.Arr.GreaterThan(5.5)</c>. The number is sent with exactly the
/// digits that it shows: 0.1 is sent as 0.1. A number that a decimal cannot hold exactly (NaN, an infinity, 1e300, 1e-40) throws
/// <see cref="ArgumentException"/>.
/// </remarks>
public static class FieldFilters
{
    /// <summary>The field equals the value.</summary>
    /// <typeparam name="T">The field's type.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The filter.</returns>
    public static Filter EqualTo<T>(this Field<T> field, T value) => field.Compare(Operator.EqualTo, value);

    /// <summary>The field differs from the value. Whether rows without a value match is undocumented. If it matters, add <c>&amp; field.IsNotNull()</c> or <c>| field.IsNull()</c>.</summary>
    /// <typeparam name="T">The field's type.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The filter.</returns>
    public static Filter NotEqualTo<T>(this Field<T> field, T value) => field.Compare(Operator.NotEqualTo, value);

    /// <summary>The field is greater (for dates: later) than the value.</summary>
    /// <typeparam name="T">The field's type.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The filter.</returns>
    public static Filter GreaterThan<T>(this Field<T> field, T value) => field.Compare(Operator.GreaterThan, value);

    /// <summary>The field is greater than or equal to the value.</summary>
    /// <typeparam name="T">The field's type.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The filter.</returns>
    public static Filter GreaterThanOrEqualTo<T>(this Field<T> field, T value) => field.Compare(Operator.GreaterThanOrEqualTo, value);

    /// <summary>The field is less (for dates: earlier) than the value.</summary>
    /// <typeparam name="T">The field's type.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The filter.</returns>
    public static Filter LessThan<T>(this Field<T> field, T value) => field.Compare(Operator.LessThan, value);

    /// <summary>The field is less than or equal to the value.</summary>
    /// <typeparam name="T">The field's type.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The filter.</returns>
    public static Filter LessThanOrEqualTo<T>(this Field<T> field, T value) => field.Compare(Operator.LessThanOrEqualTo, value);

    /// <summary>The field is between two days or points in time. Whether the end is included is undocumented. If it matters, join two comparisons.</summary>
    /// <typeparam name="T">The field's type.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="from">The first value.</param>
    /// <param name="to">The last value.</param>
    /// <returns>The filter.</returns>
    public static Filter Between<T>(this Field<T> field, T from, T to) => field.Compare(Operator.Between, from, to);

    /// <summary>The field equals one of the values.</summary>
    /// <typeparam name="T">The field's type.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="values">One or more values.</param>
    /// <returns>The filter.</returns>
    public static Filter In<T>(this Field<T> field, params T[] values) => Condition(field, Operator.In, values);

    /// <summary>The field equals one of the values.</summary>
    /// <typeparam name="T">The field's type.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="values">One or more values.</param>
    /// <returns>The filter.</returns>
    public static Filter In<T>(this Field<T> field, IEnumerable<T> values) => Condition(field, Operator.In, values);

    /// <summary>The text contains the value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The filter.</returns>
    public static Filter Contains(this Field<string> field, string value) => field.Compare(Operator.Contains, value);

    /// <summary>The text starts with the value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The filter.</returns>
    public static Filter StartsWith(this Field<string> field, string value) => field.Compare(Operator.StartsWith, value);

    /// <summary>The text ends with the value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The filter.</returns>
    public static Filter EndsWith(this Field<string> field, string value) => field.Compare(Operator.EndsWith, value);

    /// <summary>The picklist field has one of the items.</summary>
    /// <param name="field">The field.</param>
    /// <param name="items">One or more labels.</param>
    /// <returns>The filter.</returns>
    public static Filter Includes(this Field<string> field, params string[] items) => field.Compare(Operator.Includes, items);

    /// <summary>The multi-select field has one of the items.</summary>
    /// <param name="field">The field.</param>
    /// <param name="items">One or more labels.</param>
    /// <returns>The filter.</returns>
    public static Filter Includes(this Field<IReadOnlyList<string>> field, params string[] items) => Condition(field, Operator.Includes, items);

    /// <summary>The picklist field has none of the items.</summary>
    /// <param name="field">The field.</param>
    /// <param name="items">One or more labels.</param>
    /// <returns>The filter.</returns>
    public static Filter Excludes(this Field<string> field, params string[] items) => field.Compare(Operator.Excludes, items);

    /// <summary>The multi-select field has none of the items.</summary>
    /// <param name="field">The field.</param>
    /// <param name="items">One or more labels.</param>
    /// <returns>The filter.</returns>
    public static Filter Excludes(this Field<IReadOnlyList<string>> field, params string[] items) => Condition(field, Operator.Excludes, items);

    /// <summary>The field has no value.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The filter.</returns>
    public static Filter IsNull(this Field field) => Condition<string>(field, Operator.IsNull, []);

    /// <summary>The field has a value.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The filter.</returns>
    public static Filter IsNotNull(this Field field) => Condition<string>(field, Operator.IsNotNull, []);

    /// <summary>The field compares with the values by the given operator.</summary>
    /// <typeparam name="T">The field's type.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="operator">The operator. Use <see cref="Operator.Raw"/> for one that this library does not know.</param>
    /// <param name="values">The values, as many as the operator expects.</param>
    /// <returns>The filter.</returns>
    public static Filter Compare<T>(this Field<T> field, Operator @operator, params T[] values) => Condition(field, @operator, values);

    /// <summary>The field equals the number.</summary>
    /// <typeparam name="TNumber">The number's type.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The number.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ArgumentException">A decimal cannot hold the number.</exception>
    public static Filter EqualTo<TNumber>(this Field<decimal> field, TNumber value)
        where TNumber : INumber<TNumber> => field.Compare(Operator.EqualTo, Exactly(value));

    /// <summary>The field differs from the number. Whether rows without a value match is undocumented.</summary>
    /// <typeparam name="TNumber">The number's type.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The number.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ArgumentException">A decimal cannot hold the number.</exception>
    public static Filter NotEqualTo<TNumber>(this Field<decimal> field, TNumber value)
        where TNumber : INumber<TNumber> => field.Compare(Operator.NotEqualTo, Exactly(value));

    /// <summary>The field is greater than the number.</summary>
    /// <typeparam name="TNumber">The number's type.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The number.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ArgumentException">A decimal cannot hold the number.</exception>
    public static Filter GreaterThan<TNumber>(this Field<decimal> field, TNumber value)
        where TNumber : INumber<TNumber> => field.Compare(Operator.GreaterThan, Exactly(value));

    /// <summary>The field is greater than or equal to the number.</summary>
    /// <typeparam name="TNumber">The number's type.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The number.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ArgumentException">A decimal cannot hold the number.</exception>
    public static Filter GreaterThanOrEqualTo<TNumber>(this Field<decimal> field, TNumber value)
        where TNumber : INumber<TNumber> => field.Compare(Operator.GreaterThanOrEqualTo, Exactly(value));

    /// <summary>The field is less than the number.</summary>
    /// <typeparam name="TNumber">The number's type.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The number.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ArgumentException">A decimal cannot hold the number.</exception>
    public static Filter LessThan<TNumber>(this Field<decimal> field, TNumber value)
        where TNumber : INumber<TNumber> => field.Compare(Operator.LessThan, Exactly(value));

    /// <summary>The field is less than or equal to the number.</summary>
    /// <typeparam name="TNumber">The number's type.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The number.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ArgumentException">A decimal cannot hold the number.</exception>
    public static Filter LessThanOrEqualTo<TNumber>(this Field<decimal> field, TNumber value)
        where TNumber : INumber<TNumber> => field.Compare(Operator.LessThanOrEqualTo, Exactly(value));

    /// <summary>The field equals one of the numbers.</summary>
    /// <typeparam name="TNumber">The numbers' type.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="values">One or more numbers.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ArgumentException">A decimal cannot hold one of the numbers.</exception>
    public static Filter In<TNumber>(this Field<decimal> field, params TNumber[] values)
        where TNumber : INumber<TNumber> => field.In((IEnumerable<TNumber>)values);

    /// <summary>The field equals one of the numbers.</summary>
    /// <typeparam name="TNumber">The numbers' type.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="values">One or more numbers.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ArgumentException">A decimal cannot hold one of the numbers.</exception>
    public static Filter In<TNumber>(this Field<decimal> field, IEnumerable<TNumber> values)
        where TNumber : INumber<TNumber>
    {
        ArgumentNullException.ThrowIfNull(values);
        return Condition(field, Operator.In, values.Select(Exactly));
    }

    private static FilterCondition Condition<T>(Field field, Operator @operator, IEnumerable<T> values)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(values);
        return FilterCondition.Of(field, @operator, (T[])[.. values]);
    }

    /// <summary>The decimal with the digits that the number shows. A cast from double would round them to 15.</summary>
    private static decimal Exactly<TNumber>(TNumber value)
        where TNumber : INumber<TNumber>
    {
        if (value is decimal number)
        {
            return number;
        }

        var text = value?.ToString(null, CultureInfo.InvariantCulture);
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            && TNumber.TryParse(exact.ToString(CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var back)
            && back == value
            ? exact
            : throw new ArgumentException($"A decimal field cannot be compared with this {typeof(TNumber).Name}: a decimal cannot hold it exactly. Give a decimal.", nameof(value));
    }
}
