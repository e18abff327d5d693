using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Which .NET types a field can have, and the data type each stands for when nothing else is said.</summary>
internal static class FieldTypes
{
    public static DataType DataTypeOf<T>()
    {
        if (typeof(T) == typeof(string))
        {
            return DataType.String;
        }

        if (typeof(T) == typeof(decimal) || typeof(T) == typeof(int) || typeof(T) == typeof(long) || typeof(T) == typeof(double))
        {
            return DataType.Number;
        }

        if (typeof(T) == typeof(bool))
        {
            return DataType.Boolean;
        }

        if (typeof(T) == typeof(DateOnly))
        {
            return DataType.Date;
        }

        if (typeof(T) == typeof(DateTimeOffset))
        {
            return DataType.DateTime;
        }

        if (typeof(T) == typeof(IReadOnlyList<string>))
        {
            return DataType.MultiSelect;
        }

        if (typeof(T) == typeof(JsonElement))
        {
            return DataType.Json;
        }

        throw new NotSupportedException(
            $"A field cannot hold {typeof(T)}. Use string, decimal, int, long, double, bool, DateOnly, DateTimeOffset, JsonElement or IReadOnlyList<string>.");
    }
}
