using System.Text.Json;

namespace Gainsight.Client;

/// <summary>A value that was set, without boxing for the common types.</summary>
internal readonly partial struct RecordValue
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

    /// <summary>Whether there is no value: set to null, or taken away.</summary>
    public bool IsNull => Kind is RecordValueKind.Null or RecordValueKind.Removed;

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

    private static RecordValue Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined => throw new ArgumentException("The JSON element holds no value.", nameof(value)),
        JsonValueKind.Null => Null,
        _ => new(RecordValueKind.Json, value.Clone()),
    };
}
