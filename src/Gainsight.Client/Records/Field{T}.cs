using System.Text.Json;

namespace Gainsight.Client;

/// <summary>A field whose values are of a known .NET type.</summary>
/// <typeparam name="T">The .NET type, never nullable. An absent value reads as null.</typeparam>
public class Field<T> : Field
{
    internal Field(string name, DataType dataType, bool isReadOnly = false)
        : base(name, dataType, isReadOnly) => DefaultDataType();

    /// <summary>The data type of a field of <typeparamref name="T"/> for which no other is given.</summary>
    /// <exception cref="NotSupportedException">A field cannot hold <typeparamref name="T"/>.</exception>
    internal static DataType DefaultDataType()
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
