using System.Buffers;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>A value that was set, without boxing for the common types.</summary>
internal readonly struct RecordValue
{
    private readonly object? _reference;
    private readonly RecordScalar _scalar;

    private RecordValue(RecordValueKind kind, object? reference = null, RecordScalar scalar = default)
    {
        Kind = kind;
        _reference = reference;
        _scalar = scalar;
    }

    public static RecordValue Null => new(RecordValueKind.Null);

    public RecordValueKind Kind { get; }

    public string Text => (string)_reference!;

    public bool Boolean => _scalar.Boolean;

    public int Int32 => _scalar.Int32;

    public long Int64 => _scalar.Int64;

    public decimal Decimal => _scalar.Decimal;

    public double Double => _scalar.Double;

    public DateOnly Date => _scalar.Date;

    public DateTimeOffset DateTime => _scalar.DateTime;

    public IReadOnlyList<string> Items => (string[])_reference!;

    public JsonElement Json => (JsonElement)_reference!;

    public static RecordValue Of(string? value) => value is null ? Null : new(RecordValueKind.Text, value);

    public static RecordValue Of(IEnumerable<string>? items)
    {
        if (items is null)
        {
            return Null;
        }

        string[] copy = [.. items];
        return Array.IndexOf(copy, null) < 0
            ? new(RecordValueKind.Items, copy)
            : throw new ArgumentException("A multi-select item cannot be null.", nameof(items));
    }

    /// <summary>A loaded value as if it had been set.</summary>
    public static RecordValue Of(in JsonSlice slice, string field) => slice.Kind switch
    {
        SliceKind.Null => Null,
        SliceKind.Text or SliceKind.EscapedText => Of(SliceReader.ReadString(slice, field)),
        SliceKind.True => Of<bool>(true),
        SliceKind.False => Of<bool>(false),
        SliceKind.Number when SliceReader.TryReadDecimal(slice, out var number) => Of<decimal>(number),
        _ => Of(slice.ToElement()),
    };

    public static RecordValue Of<T>(T? value)
        where T : struct
    {
        if (value is not { } given)
        {
            return Null;
        }

        // The casts vanish when the method is compiled for a type; nothing is boxed.
        if (typeof(T) == typeof(decimal))
        {
            return new(RecordValueKind.Decimal, scalar: new() { Decimal = (decimal)(object)given });
        }

        if (typeof(T) == typeof(int))
        {
            return new(RecordValueKind.Int32, scalar: new() { Int32 = (int)(object)given });
        }

        if (typeof(T) == typeof(long))
        {
            return new(RecordValueKind.Int64, scalar: new() { Int64 = (long)(object)given });
        }

        if (typeof(T) == typeof(double))
        {
            var number = (double)(object)given;
            return double.IsFinite(number)
                ? new(RecordValueKind.Double, scalar: new() { Double = number })
                : throw new ArgumentException("NaN and infinity cannot be sent: JSON has no such numbers.", nameof(value));
        }

        if (typeof(T) == typeof(bool))
        {
            return new(RecordValueKind.Boolean, scalar: new() { Boolean = (bool)(object)given });
        }

        if (typeof(T) == typeof(DateOnly))
        {
            return new(RecordValueKind.Date, scalar: new() { Date = (DateOnly)(object)given });
        }

        if (typeof(T) == typeof(DateTimeOffset))
        {
            return new(RecordValueKind.DateTime, scalar: new() { DateTime = (DateTimeOffset)(object)given });
        }

        return Of((JsonElement)(object)given);
    }

    /// <summary>The value as <typeparamref name="T"/>, read as leniently as if it had been loaded when it was set as something else.</summary>
    public T? As<T>(string field)
        where T : struct
    {
        if (Kind == RecordValueKind.Null)
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

        return SliceReader.Read<T>(JsonSlice.Of(ToJson()), field);
    }

    public string? AsString(string field) => Kind switch
    {
        RecordValueKind.Null => null,
        RecordValueKind.Text => Text,
        _ => SliceReader.ReadString(JsonSlice.Of(ToJson()), field),
    };

    public IReadOnlyList<string>? AsItems(string field) =>
        Kind == RecordValueKind.Items ? Items : MultiSelect.Read(JsonSlice.Of(ToJson()), field);

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

    /// <summary>The JSON of the value in its plain form, for the rare paths that need another type than was set.</summary>
    public ReadOnlySpan<byte> ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        ValueWriter.Write(writer, this, FieldShape.AsIs, string.Empty, WireFormat.Default);
        writer.Flush();
        return buffer.WrittenSpan;
    }

    private static RecordValue Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined => throw new ArgumentException("The JSON element holds no value.", nameof(value)),
        JsonValueKind.Null => Null,
        _ => new(RecordValueKind.Json, value.Clone()),
    };
}
