using System.Buffers;
using System.Text.Json;

namespace Gainsight.Client;

/// <content>Conversion of a set value to the type that the caller asks for.</content>
internal readonly partial struct RecordValue
{
    private static readonly Field Wrapper = new Field<string>("v", default);

    /// <summary>The value as <typeparamref name="T"/>. A value of another type is converted as if it had been loaded.</summary>
    public T? As<T>(string field)
        where T : struct
    {
        if (IsNull)
        {
            return null;
        }

        if (typeof(T) == typeof(decimal) && Kind == RecordValueKind.Decimal)
        {
            return (T)(object)Decimal;
        }

        if (typeof(T) == typeof(int) && Kind == RecordValueKind.Int32)
        {
            return (T)(object)Int32;
        }

        if (typeof(T) == typeof(bool) && Kind == RecordValueKind.Boolean)
        {
            return (T)(object)Boolean;
        }

        if (typeof(T) == typeof(DateOnly) && Kind == RecordValueKind.Date)
        {
            return (T)(object)Date;
        }

        if (typeof(T) == typeof(DateTimeOffset) && Kind == RecordValueKind.DateTime)
        {
            return (T)(object)DateTime;
        }

        return JsonSlice.Of(ToJson()).Read<T>(field);
    }

    public string? AsString(string field) => Kind switch
    {
        _ when IsNull => null,
        RecordValueKind.Text => Text,
        _ => JsonSlice.Of(ToJson()).ReadString(field),
    };

    public IReadOnlyList<string>? AsItems(string field) => Kind switch
    {
        _ when IsNull => null,
        RecordValueKind.Items => Items,
        _ => MultiSelect.Read(JsonSlice.Of(ToJson()), field),
    };

    /// <summary>The value as it was set.</summary>
    public object? AsObject() => Kind switch
    {
        RecordValueKind.Boolean => Boolean,
        RecordValueKind.Int32 => Int32,
        RecordValueKind.Int64 => Int64,
        RecordValueKind.Decimal => Decimal,
        RecordValueKind.Double => Double,
        RecordValueKind.Date => Date,
        RecordValueKind.DateTime => DateTime,
        _ => _reference,
    };

    /// <summary>The plain JSON of a value that is not null. Only for the rare case that the caller needs another type than was set.</summary>
    public ReadOnlySpan<byte> ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        Write(writer, Wrapper, FieldShape.AsIs, WireFormat.Default);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan["{\"v\":".Length..^1];
    }
}
