using System.Text.Json;

namespace Gainsight.Client;

/// <summary>One comparison of a field with values of its own type.</summary>
internal sealed class FilterCondition<T> : FilterCondition
{
    private readonly T[] _values;

    public FilterCondition(Field field, Operator @operator, T[] values)
        : base(field, @operator)
    {
        OperatorRules.Check(field, @operator, values.Length);
        if (values.Length > 0 && !FilterValueWriter.CanWrite<T>())
        {
            throw new ArgumentException($"A filter on {field} cannot compare with JSON or with lists. Use IsNull or IsNotNull; on a multi-select, Includes or Excludes.", nameof(values));
        }

        if (Array.Exists(values, value => value is null))
        {
            throw new ArgumentException($"A value of the filter on {field} is null. Use IsNull or IsNotNull.", nameof(values));
        }

        _values = values;
    }

    public IReadOnlyList<T> Values => _values;

    public override void WriteValues(Utf8JsonWriter writer, WireFormat format)
    {
        foreach (var value in _values)
        {
            FilterValueWriter.Write(writer, value, format);
        }
    }

    public override void WriteDayValues(Utf8JsonWriter writer, WireFormat format)
    {
        foreach (var value in _values)
        {
            if (value is not DateTimeOffset time)
            {
                FilterValueWriter.Write(writer, value, format);
            }
            else if (time.UtcDateTime.TimeOfDay == TimeSpan.Zero)
            {
                FilterValueWriter.Write(writer, DateOnly.FromDateTime(time.UtcDateTime), format);
            }
            else
            {
                throw new ArgumentException($"The list calls compare {Field} by whole days. Give a midnight in UTC, or use Query(), which compares to the millisecond.");
            }
        }
    }
}
