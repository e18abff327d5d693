using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>A JSON value as bytes: a string with its quotes and escapes, a number, a literal, or a whole array or object.</summary>
/// <remarks>It is read leniently in form (a number may be in quotes) and strictly in meaning (a text is not a number).</remarks>
internal readonly ref struct JsonSlice(SliceKind kind, ReadOnlySpan<byte> raw)
{
    /// <summary>The size in bytes of the stack buffer for unescaped text. No sensible number or date is longer; a longer one is read from the heap.</summary>
    private const int ScratchSize = 128;

    private const decimal FirstSeconds = 1_000_000_000;

    public SliceKind Kind { get; } = kind;

    /// <summary>The bytes of the value, which are valid JSON.</summary>
    public ReadOnlySpan<byte> Raw { get; } = raw;

    public bool IsText => Kind is SliceKind.Text or SliceKind.EscapedText;

    /// <summary>Whether there is no value: null, absent, or the empty text that Gainsight sends for an empty date.</summary>
    public bool IsBlank => Kind is SliceKind.Null or SliceKind.Absent || (IsText && Raw.Length == 2);

    /// <summary>Whether the value is a text that can be read as a date or a date-time.</summary>
    public bool IsDateText => IsText && TryReadDateTime(out _);

    /// <summary>The slice of a JSON text that holds one value.</summary>
    public static JsonSlice Of(ReadOnlySpan<byte> json)
    {
        var reader = AnswerJson.Reader(json);
        reader.Read();
        return new JsonSlice(KindOf(ref reader), json);
    }

    /// <summary>The kind of the reader's current token.</summary>
    public static SliceKind KindOf(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => SliceKind.Null,
        JsonTokenType.String => reader.ValueIsEscaped ? SliceKind.EscapedText : SliceKind.Text,
        JsonTokenType.Number => SliceKind.Number,
        JsonTokenType.True => SliceKind.True,
        JsonTokenType.False => SliceKind.False,
        _ => SliceKind.Structure,
    };

    public static GainsightProtocolException Unreadable(string field, string expected) =>
        new($"The value of the field '{field}' cannot be read as {expected}. Read the field by name, record[\"{field}\"], to see its form.")
        {
            RequestMayHaveArrived = false,
            Field = field,
        };

    /// <summary>The value as <typeparamref name="T"/>, or null when there is none.</summary>
    /// <exception cref="GainsightProtocolException">The value is not of that type.</exception>
    public T? Read<T>(string field)
        where T : struct
    {
        if (IsBlank)
        {
            return null;
        }

        // The JIT removes the casts when it compiles the method for a type, so nothing is boxed.
        if (typeof(T) == typeof(decimal))
        {
            return (T)(object)(TryReadDecimal(out var number) ? number : throw Unreadable(field, "a number"));
        }

        if (typeof(T) == typeof(int))
        {
            return (T)(object)(int)ReadInteger(field, int.MinValue, int.MaxValue);
        }

        if (typeof(T) == typeof(long))
        {
            return (T)(object)ReadInteger(field, long.MinValue, long.MaxValue);
        }

        if (typeof(T) == typeof(double))
        {
            return (T)(object)ReadDouble(field);
        }

        if (typeof(T) == typeof(bool))
        {
            return (T)(object)ReadBoolean(field);
        }

        if (typeof(T) == typeof(DateOnly))
        {
            return (T)(object)ReadDate(field);
        }

        if (typeof(T) == typeof(DateTimeOffset))
        {
            return (T)(object)ReadDateTime(field);
        }

        return (T)(object)ToElement();
    }

    /// <summary>The text of a string, or the raw JSON of any other value; null for null.</summary>
    /// <exception cref="GainsightProtocolException">The text has an invalid escape.</exception>
    public string? ReadString(string field)
    {
        try
        {
            return Kind is SliceKind.Null or SliceKind.Absent ? null : GetString();
        }
        catch (InvalidOperationException)
        {
            throw Unreadable(field, "text");
        }
    }

    /// <summary>Whether the value is a number, with or without quotes, that fits in a decimal.</summary>
    public bool TryReadDecimal(out decimal value)
    {
        Span<byte> scratch = stackalloc byte[ScratchSize];
        value = default;
        return TryUnescape(scratch, out var text) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>The value as a day: that which is written, whatever time and zone follow it.</summary>
    public DateOnly ReadDate(string field) => TryReadDate(out var value) ? value : throw Unreadable(field, "a date");

    /// <summary>The value as a point in time. A time without a zone is UTC.</summary>
    public DateTimeOffset ReadDateTime(string field) => TryReadDateTime(out var value) ? value : throw Unreadable(field, "a date");

    /// <summary>The text of a string, or the raw JSON of any other value.</summary>
    /// <exception cref="InvalidOperationException">The text has an invalid escape.</exception>
    public string GetString()
    {
        if (Kind != SliceKind.EscapedText)
        {
            return Encoding.UTF8.GetString(Kind == SliceKind.Text ? Raw[1..^1] : Raw);
        }

        var reader = AnswerJson.Reader(Raw);
        reader.Read();
        return reader.GetString()!;
    }

    public JsonElement ToElement()
    {
        var reader = AnswerJson.Reader(Raw);
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>The text by which keys and error reports are compared: one text for values that are equal to Gainsight, such as 5 and 5.0.</summary>
    public string? ToComparableText(string field)
    {
        if (Kind != SliceKind.Number || !TryReadDecimal(out var number))
        {
            return ReadString(field);
        }

        var text = number.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    /// <summary>Writes the field's name and the value. Dates and multi-selects get the tenant's form; any other value is written as it came.</summary>
    /// <exception cref="GainsightProtocolException">The field is a date and the value is not, or an item cannot be sent in the tenant's form.</exception>
    public void Write(Utf8JsonWriter writer, Field field, FieldShape shape, WireFormat format)
    {
        switch (IsText && !IsBlank ? format.ShapeOf(field.Name, shape) : shape)
        {
            case FieldShape.AsIs:
                writer.WritePropertyName(field.EncodedName);
                writer.WriteRawValue(Raw, skipInputValidation: true);
                break;
            case FieldShape.MultiSelect:
                writer.WritePropertyName(field.EncodedName);
                MultiSelect.Write(writer, this, field.Name, format.MultiSelect);
                break;
            case FieldShape.Date or FieldShape.DateTime when IsBlank:
                writer.WriteNull(field.EncodedName);
                break;
            case FieldShape.Date:
                DateWriter.Write(writer, field.EncodedName, TryReadDate(out var day) ? day : throw Unwritable(field.Name), format.Date);
                break;
            case FieldShape.DateTime:
                DateWriter.Write(writer, field.EncodedName, TryReadDateTime(out var time) ? time : throw Unwritable(field.Name));
                break;
        }
    }

    private bool TryReadDate(out DateOnly value)
    {
        Span<byte> scratch = stackalloc byte[ScratchSize];
        value = default;
        return Kind == SliceKind.Number
            ? TryReadEpoch(out var epoch) && DateReader.TryDayFromEpoch(epoch, out value)
            : TryUnescape(scratch, out var text) && DateReader.TryParseDay(text, out value);
    }

    private bool TryReadDateTime(out DateTimeOffset value)
    {
        Span<byte> scratch = stackalloc byte[ScratchSize];
        value = default;
        return Kind == SliceKind.Number
            ? TryReadEpoch(out var epoch) && DateReader.TryFromEpoch(epoch, out value)
            : TryUnescape(scratch, out var text) && DateReader.TryParse(text, out value);
    }

    /// <summary>Reads epoch milliseconds, possibly with a fraction or an exponent.</summary>
    private bool TryReadEpoch(out long value)
    {
        if (!Utf8Parser.TryParse(Raw, out value, out var used) || used != Raw.Length)
        {
            if (!TryReadDecimal(out var number) || decimal.Truncate(number) is < long.MinValue or > long.MaxValue)
            {
                return false;
            }

            value = (long)number;
        }

        // Ten digits are seconds of today. As milliseconds they would be days of the first months of 1970.
        return Math.Abs((decimal)value) is < FirstSeconds or >= FirstSeconds * 10;
    }

    private GainsightProtocolException Unwritable(string field)
    {
        var text = Kind == SliceKind.EscapedText && !TryUnescape(new byte[Raw.Length], out _) ? null : ToComparableText(field);
        return new($"The value of the field '{field}' is not a date, so it cannot be sent. Set a DateOnly, a DateTimeOffset, or a text such as 2027-03-31 or 2027-03-31T09:30:00Z.")
        {
            RequestMayHaveArrived = false,
            Field = field,
            InvalidValue = text,
        };
    }

    private long ReadInteger(string field, long min, long max)
    {
        // Parsed as a decimal: Gainsight has one number type and may send 12.0.
        if (TryReadDecimal(out var value) && decimal.IsInteger(value) && value >= min && value <= max)
        {
            return (long)value;
        }

        throw Unreadable(field, "a whole number of this size");
    }

    private double ReadDouble(string field)
    {
        Span<byte> scratch = stackalloc byte[ScratchSize];
        return TryUnescape(scratch, out var text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw Unreadable(field, "a number");
    }

    private bool ReadBoolean(string field)
    {
        Span<byte> scratch = stackalloc byte[ScratchSize];
        return Kind switch
        {
            SliceKind.True => true,
            SliceKind.False => false,
            _ when IsText && TryUnescape(scratch, out var text) && Utf8Parser.TryParse(text, out bool value, out var used) && used == text.Length => value,
            _ => throw Unreadable(field, "true or false"),
        };
    }

    /// <summary>The text of a string or number; false for other kinds and for invalid escapes.</summary>
    private bool TryUnescape(Span<byte> scratch, out ReadOnlySpan<byte> text)
    {
        text = Kind == SliceKind.Text ? Raw[1..^1] : Raw;
        if (Kind != SliceKind.EscapedText)
        {
            return Kind is SliceKind.Text or SliceKind.Number;
        }

        var target = Raw.Length <= scratch.Length ? scratch : new byte[Raw.Length];
        var reader = AnswerJson.Reader(Raw);
        reader.Read();
        try
        {
            text = target[..reader.CopyString(target)];
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
