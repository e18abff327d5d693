using System.Globalization;
using System.Numerics;

namespace Gainsight.Client;

/// <summary>Compares fields of decimals with numbers of any type: <c>CompanyFields.Arr.GreaterThan(5.5)</c>.</summary>
/// <remarks>
/// The number is sent with exactly the digits that it shows: 0.1 is sent as 0.1. A number that a decimal cannot hold exactly (NaN, an infinity, 1e300,
/// 1e-40) throws <see cref="ArgumentException"/>.
/// </remarks>
public static class NumberFilters
{
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
        return FieldFilters.In(field, values.Select(Exactly));
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
