using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>A value that was set, without boxing for the common types.</summary>
internal readonly partial struct RecordValue
{
    private readonly object? _reference;
    private readonly Scalar _scalar;

    private RecordValue(RecordValueKind kind, object? reference = null, Scalar scalar = default)
    {
        Kind = kind;
        _reference = reference;
        _scalar = scalar;
    }

    public static RecordValue Null => new(RecordValueKind.Null);

    public RecordValueKind Kind { get; }

    /// <summary>Whether there is no value: the field was set to null or removed.</summary>
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

    /// <summary>A loaded value, as if it had been set.</summary>
    public static RecordValue Of(in JsonSlice slice, string field) => slice.Kind switch
    {
        SliceKind.Null => Null,
        SliceKind.Text or SliceKind.EscapedText => Of(slice.ReadString(field)),
        SliceKind.True => Of<bool>(true),
        SliceKind.False => Of<bool>(false),
        SliceKind.Number when slice.TryReadDecimal(out var number) => Of<decimal>(number),
        _ => Of(slice.ToElement()),
    };

    public static RecordValue Of<T>(T? value)
        where T : struct
    {
        if (value is not { } given)
        {
            return Null;
        }

        // The JIT removes the casts when it compiles the method for a type, so nothing is boxed.
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

    /// <summary>The failure of a row with a text that has half a surrogate pair.</summary>
    public static GainsightProtocolException Unwritable(string text, string field) =>
        new($"The text of the field '{field}' has half a surrogate pair, which is no character. Remove it. A text that was cut inside an emoji ends like this.")
        {
            RequestMayHaveArrived = false,
            Field = field,
            InvalidValue = text,
        };

    /// <summary>Writes the field's name and the value. A value that is not of the field's type is written as if it had been loaded.</summary>
    /// <exception cref="GainsightProtocolException">The field is a date and the value is not, or the text has half a surrogate pair.</exception>
    public void Write(Utf8JsonWriter writer, Field field, FieldShape shape, WireFormat format)
    {
        if (Kind == RecordValueKind.Text && JsonBody.HasHalfPair(Text))
        {
            throw Unwritable(Text, field.Name);
        }

        shape = format.Described is not null && IsTextOrMoment ? format.ShapeOf(field.Name, shape) : shape;
        switch (Kind)
        {
            case RecordValueKind.Null:
                writer.WriteNull(field.EncodedName);
                break;
            case RecordValueKind.Date when shape != FieldShape.DateTime:
                DateWriter.Write(writer, field.EncodedName, Date, format.Date);
                break;
            case RecordValueKind.DateTime when shape != FieldShape.Date:
                DateWriter.Write(writer, field.EncodedName, DateTime);
                break;
            case RecordValueKind.Items:
                writer.WritePropertyName(field.EncodedName);
                MultiSelect.Write(writer, Items, field.Name, format.MultiSelect);
                break;
            case var _ when shape == FieldShape.AsIs:
                WriteAsIs(writer, field.EncodedName);
                break;
            default:
                JsonSlice.Of(ToJson()).Write(writer, field, shape, format);
                break;
        }
    }

    /// <summary>Writes the field's name and the value, whatever the type of the field. JSON is written byte for byte.</summary>
    public void WriteAsItCame(Utf8JsonWriter writer, Field field)
    {
        if (Kind == RecordValueKind.Json)
        {
            writer.WritePropertyName(field.EncodedName);
            writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(Json), skipInputValidation: true);
        }
        else
        {
            Write(writer, field, FieldShape.AsIs, WireFormat.Default);
        }
    }

    /// <summary>The text by which keys and error reports are compared; see <see cref="JsonSlice.ToComparableText"/>.</summary>
    public string? ToComparableText(WireFormat format, string field)
    {
        Span<byte> date = stackalloc byte[DateWriter.MaxLength];
        return Kind switch
        {
            _ when IsNull => null,
            RecordValueKind.Text => Text,
            RecordValueKind.Date => Encoding.ASCII.GetString(date[..DateWriter.Format(Date, format.Date, date)]),
            RecordValueKind.DateTime when format.ShapeOf(field, FieldShape.AsIs) == FieldShape.Date =>
                Of<DateOnly>(DateOnly.FromDateTime(DateTime.DateTime)).ToComparableText(format, field),
            RecordValueKind.DateTime => Encoding.ASCII.GetString(date[..DateWriter.Format(DateTime, date)]),
            RecordValueKind.Items => string.Join(MultiSelect.Separator, Items),
            _ => JsonSlice.Of(ToJson()).ToComparableText(field),
        };
    }

    /// <summary>Whether the type of the field decides what is sent: for a moment, and for a text that can be read as one.</summary>
    public bool MayBeDate => Kind switch
    {
        RecordValueKind.DateTime => true,
        RecordValueKind.Text => DateReader.IsDate(Text),
        RecordValueKind.Json => Json.ValueKind == JsonValueKind.String && JsonSlice.Of(Encoding.UTF8.GetBytes(Json.GetRawText())).IsDateText,
        _ => false,
    };

    /// <summary>Whether the value is a moment or a text. An empty text is no date, whatever the field.</summary>
    private bool IsTextOrMoment => Kind switch
    {
        RecordValueKind.DateTime => true,
        RecordValueKind.Text => Text.Length > 0,
        RecordValueKind.Json => Json.ValueKind == JsonValueKind.String && Json.GetRawText().Length > 2,
        _ => false,
    };

    private void WriteAsIs(Utf8JsonWriter writer, JsonEncodedText name)
    {
        switch (Kind)
        {
            case RecordValueKind.Text:
                writer.WriteString(name, Text);
                break;
            case RecordValueKind.Boolean:
                writer.WriteBoolean(name, Boolean);
                break;
            case RecordValueKind.Int32:
                writer.WriteNumber(name, Int32);
                break;
            case RecordValueKind.Int64:
                writer.WriteNumber(name, Int64);
                break;
            case RecordValueKind.Decimal:
                writer.WriteNumber(name, Decimal);
                break;
            case RecordValueKind.Double:
                writer.WriteNumber(name, Double);
                break;
            case RecordValueKind.Json:
                writer.WritePropertyName(name);
                Json.WriteTo(writer);
                break;
        }
    }

    private static RecordValue Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined => throw new ArgumentException("The JSON element holds no value.", nameof(value)),
        JsonValueKind.Null => Null,
        _ => new(RecordValueKind.Json, value.Clone()),
    };

    /// <summary>One of the value types that a field can hold, in the space of the largest.</summary>
    [StructLayout(LayoutKind.Explicit)]
    private struct Scalar
    {
        [FieldOffset(0)]
        public bool Boolean;

        [FieldOffset(0)]
        public int Int32;

        [FieldOffset(0)]
        public long Int64;

        [FieldOffset(0)]
        public decimal Decimal;

        [FieldOffset(0)]
        public double Double;

        [FieldOffset(0)]
        public DateOnly Date;

        [FieldOffset(0)]
        public DateTimeOffset DateTime;
    }
}
