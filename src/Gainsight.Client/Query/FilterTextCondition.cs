using System.Text.Json;

namespace Gainsight.Client;

/// <summary>A comparison with key values that are kept as text. The reads of the write engine use it.</summary>
internal sealed class FilterTextCondition(Field field, Operator @operator, IReadOnlyList<string> values) : FilterCondition(field, @operator)
{
    private readonly bool _isNumber = field.DataType == DataType.Number;

    public override void WriteValues(Utf8JsonWriter writer, WireFormat format)
    {
        foreach (var value in values)
        {
            if (_isNumber)
            {
                writer.WriteRawValue(value);
            }
            else
            {
                writer.WriteStringValue(value);
            }
        }
    }
}
