using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>One comparison of a field.</summary>
internal abstract class FilterCondition(Field field, Operator @operator) : Filter
{
    public Field Field { get; } = field;

    public Operator Operator { get; } = @operator;

    internal override int Count => 1;

    internal override bool HasOr => false;

    /// <summary>Creates a comparison with values of the field's own type.</summary>
    /// <exception cref="ArgumentException">Gainsight does not accept the operator or the values for the field.</exception>
    public static FilterCondition Of<T>(Field field, Operator @operator, T[] values)
    {
        @operator.Check(field, values.Length);
        if (values.Length > 0 && (typeof(T) == typeof(JsonElement) || typeof(T) == typeof(IReadOnlyList<string>)))
        {
            throw new ArgumentException($"A filter on {field} cannot compare with JSON or with lists. Use IsNull or IsNotNull; on a multi-select, Includes or Excludes.", nameof(values));
        }

        if (Array.Exists(values, value => value is string text && JsonBody.HasHalfPair(text)))
        {
            throw new ArgumentException($"A text of the filter on {field} has half a surrogate pair, so no row can have it. Remove it.", nameof(values));
        }

        return Array.Exists(values, value => value is null)
            ? throw new ArgumentException($"A value of the filter on {field} is null. Use IsNull or IsNotNull.", nameof(values))
            : new Comparison<T>(field, @operator, values);
    }

    /// <summary>Creates a comparison with key values that are kept as text, as the reads of the write engine do. Numbers are in one form already.</summary>
    public static FilterCondition OfTexts(Field field, Operator @operator, string[] values) => field.DataType == DataType.Number
        ? new Comparison<decimal>(field, @operator, Array.ConvertAll(values, value => decimal.Parse(value, CultureInfo.InvariantCulture)))
        : new Comparison<string>(field, @operator, values);

    /// <summary>Writes the members of the <c>value</c> array.</summary>
    public abstract void WriteValues(Utf8JsonWriter writer, WireFormat format);

    /// <summary>Writes the members of the <c>value</c> array for a call that compares points in time by their day.</summary>
    /// <exception cref="ArgumentException">A point in time is not the start of a day.</exception>
    public virtual void WriteDayValues(Utf8JsonWriter writer) => WriteValues(writer, WireFormat.Default);

    /// <summary>Returns the condition with each text among its values replaced.</summary>
    public virtual FilterCondition ChangeTexts(Func<string, string> change) => this;

    internal override void Visit(Action<FilterCondition> visitor) => visitor(this);

    internal override Filter Change(Func<FilterCondition, FilterCondition> change) => change(this);

    internal override Filter? Spread() => this;

    internal override void Append(StringBuilder expression, ref char alias) => expression.Append(alias++);

    /// <summary>A comparison with values of the field's own type, written in the form that live connectors send.</summary>
    private sealed class Comparison<T>(Field field, Operator @operator, T[] values) : FilterCondition(field, @operator)
    {
        public override void WriteValues(Utf8JsonWriter writer, WireFormat format)
        {
            foreach (var value in values)
            {
                Write(writer, value, format.Date, format.FilterTimeZone);
            }
        }

        public override void WriteDayValues(Utf8JsonWriter writer)
        {
            foreach (var value in values)
            {
                if (value is not DateTimeOffset time)
                {
                    Write(writer, value, DateFormat.Iso, zone: null);
                }
                else if (time.UtcDateTime.TimeOfDay == TimeSpan.Zero)
                {
                    WriteDate(writer, DateOnly.FromDateTime(time.UtcDateTime), DateFormat.Iso);
                }
                else
                {
                    throw new ArgumentException($"The list calls compare {Field} by whole days. Give midnight in UTC, or use Query(), which compares to the millisecond.");
                }
            }
        }

        public override FilterCondition ChangeTexts(Func<string, string> change) =>
            values is string[] texts ? new Comparison<string>(Field, Operator, Array.ConvertAll(texts, text => change(text))) : this;

        private static void Write(Utf8JsonWriter writer, T value, DateFormat format, TimeZoneInfo? zone)
        {
            // The type checks are constants for the JIT: each instantiation keeps one branch and boxes nothing.
            if (typeof(T) == typeof(decimal))
            {
                writer.WriteNumberValue(Unsafe.As<T, decimal>(ref value));
            }
            else if (typeof(T) == typeof(int))
            {
                writer.WriteNumberValue(Unsafe.As<T, int>(ref value));
            }
            else if (typeof(T) == typeof(long))
            {
                writer.WriteNumberValue(Unsafe.As<T, long>(ref value));
            }
            else if (typeof(T) == typeof(double))
            {
                writer.WriteNumberValue(Unsafe.As<T, double>(ref value));
            }
            else if (typeof(T) == typeof(bool))
            {
                writer.WriteBooleanValue(Unsafe.As<T, bool>(ref value));
            }
            else if (typeof(T) == typeof(DateOnly))
            {
                WriteDate(writer, Unsafe.As<T, DateOnly>(ref value), format);
            }
            else if (typeof(T) == typeof(DateTimeOffset))
            {
                WriteTime(writer, Unsafe.As<T, DateTimeOffset>(ref value), zone);
            }
            else if (value is string text)
            {
                writer.WriteStringValue(text);
            }
            else
            {
                throw new NotSupportedException($"A filter cannot compare with values of {typeof(T)}.");
            }
        }

        private static void WriteDate(Utf8JsonWriter writer, DateOnly value, DateFormat format)
        {
            Span<byte> text = stackalloc byte[DateWriter.MaxLength];
            writer.WriteStringValue(text[..DateWriter.Format(value, format, text)]);
        }

        private static void WriteTime(Utf8JsonWriter writer, DateTimeOffset value, TimeZoneInfo? zone)
        {
            Span<char> text = stackalloc char[32];
            var local = zone is null ? value.ToUniversalTime() : TimeZoneInfo.ConvertTime(value, zone);
            var form = (zone is null, local.Millisecond == 0) switch
            {
                (true, true) => "yyyy-MM-dd'T'HH:mm:ss'Z'",
                (true, false) => "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
                (false, true) => "yyyy-MM-dd HH:mm:ss",
                (false, false) => "yyyy-MM-dd HH:mm:ss.fff",
            };
            local.TryFormat(text, out var length, form, CultureInfo.InvariantCulture);
            writer.WriteStringValue(text[..length]);
        }
    }
}
