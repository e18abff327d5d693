using System.Globalization;
using System.Text.Json;

namespace Gainsight.Client;

/// <content>Reading and setting fields by name.</content>
public abstract partial class GainsightRecord
{
    /// <summary>A field by its API name, in any case, such as <c>record["Tier__gc"]</c>.</summary>
    /// <remarks>
    /// <para>
    /// Reading: a loaded value is a <see cref="string"/>, a <see cref="decimal"/>, a <see cref="bool"/>, null, or a
    /// <see cref="JsonElement"/> for arrays, objects and numbers that no decimal holds. Dates are the text or number that came;
    /// read them as such with <see cref="Get{T}(Field{T})"/>. An absent field is null. A value that was set reads as it was set.
    /// </para>
    /// <para>
    /// Setting takes <see cref="string"/>, <see cref="bool"/>, all integer types, <see cref="decimal"/>, <see cref="double"/>,
    /// <see cref="float"/>, <see cref="DateOnly"/>, <see cref="DateTimeOffset"/>, <see cref="DateTime"/> (of unspecified kind: taken as UTC),
    /// <c>IEnumerable&lt;string&gt;</c> for a multi-select, <see cref="JsonElement"/>, and null. Small integers read back as
    /// <see cref="long"/>, <see cref="ulong"/> as <see cref="decimal"/>, <see cref="float"/> as <see cref="double"/> of the same digits, and
    /// <see cref="DateTime"/> as <see cref="DateTimeOffset"/>.
    /// </para>
    /// </remarks>
    /// <param name="name">The API name, or for reading also a dot path.</param>
    /// <returns>The value, or null.</returns>
    /// <exception cref="ArgumentException">The value set is of another type, NaN, infinity, or a list with a null in it.</exception>
    /// <exception cref="GainsightProtocolException">The loaded text holds an escape that stands for no character.</exception>
    public object? this[string name]
    {
        get
        {
            var field = FieldTokens.Of(name);
            if (TryGetChange(field, out var change))
            {
                return change.AsObject();
            }

            return TryGetSlice(field, out var slice) ? RecordValue.Of(slice, name).AsObject() : null;
        }

        set => ChangesForWriting().Set(FieldTokens.Of(name), ToValue(value));
    }

    private static RecordValue ToValue(object? value) => value switch
    {
        null => RecordValue.Null,
        string text => RecordValue.Of(text),
        bool flag => RecordValue.Of<bool>(flag),
        int number => RecordValue.Of<int>(number),
        long number => RecordValue.Of<long>(number),
        decimal number => RecordValue.Of<decimal>(number),
        double number => RecordValue.Of<double>(number),
        DateOnly date => RecordValue.Of<DateOnly>(date),
        DateTimeOffset time => RecordValue.Of<DateTimeOffset>(time),
        DateTime time => RecordValue.Of<DateTimeOffset>(ToOffset(time)),
        JsonElement json => RecordValue.Of<JsonElement>(json),
        IEnumerable<string> items => RecordValue.Of(items),
        sbyte or byte or short or ushort or uint => RecordValue.Of<long>(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        ulong number => RecordValue.Of<decimal>(number),
        float number => RecordValue.Of<double>(AsDouble(number)),
        _ => throw new ArgumentException(
            $"A field cannot hold {value.GetType()}. Use string, bool, an integer type, decimal, double, float, DateOnly, DateTime, DateTimeOffset, IEnumerable<string>, JsonElement or null.",
            nameof(value)),
    };

    private static DateTimeOffset ToOffset(DateTime time) =>
        new(time.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : time);

    /// <summary>The double that is written with the same digits; a plain conversion would turn 0.1f into 0.10000000149011612.</summary>
    private static double AsDouble(float number) =>
        float.IsFinite(number) ? double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : number;
}
