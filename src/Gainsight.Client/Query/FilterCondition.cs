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

    /// <summary>Writes the members of the <c>value</c> array.</summary>
    public abstract void WriteValues(Utf8JsonWriter writer, WireFormat format);

    /// <summary>Writes the members of the <c>value</c> array for a call that compares points in time by their day.</summary>
    /// <exception cref="ArgumentException">A point in time is not the start of a day.</exception>
    public virtual void WriteDayValues(Utf8JsonWriter writer, WireFormat format) => WriteValues(writer, format);

    internal override void Visit(Action<FilterCondition> visitor) => visitor(this);

    internal override Filter Change(Func<FilterCondition, FilterCondition> change) => change(this);

    internal override Filter? Spread() => this;

    internal override void Append(StringBuilder expression, ref char alias) => expression.Append(alias++);
}
