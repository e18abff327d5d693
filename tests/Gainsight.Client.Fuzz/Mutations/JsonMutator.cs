using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Gainsight.Client.Fuzz.Mutations;

/// <summary>Changes one member or item of a JSON document, and writes the rest as it was.</summary>
internal sealed class JsonMutator
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 2000 };

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-0", "-1", "1e400", "0E-30", "12.50", "2147483648", "9223372036854775808", "79228162514264337593543950336", "1767225600000", "1767225600",
        "\"\"", "\" \"", "\"null\"", "\"true\"", "\"NaN\"", "\"12,5\"", "\"\\ud800\"", "\"\\u0000\"", "\"2027-02-30\"", "\"2027-03-31T23:59:59.999+14:00\"", "\"0001-01-01\"",
        "\"COMPLETED\"", "\"FAILED\"", "\"https://example.org/part\"", "[]", "{}", "[null]", "[[]]", "{\"\":null}",
    ];

    private static readonly string[] Names =
        ["", "Gsid", "gsid", "data", "records", "errors", "result", "code", "errorCode", "message", "Name", "value", "\\u0000", "\\ud800", "a b", "é"];

    private readonly Random _random;
    private readonly ArrayBufferWriter<byte> _output = new();
    private int _place;

    private JsonMutator(Random random) => _random = random;

    public static byte[] Mutate(byte[] json, Random random)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Deep);
            var mutator = new JsonMutator(random) { _place = random.Next(1 + Count(document.RootElement)) };
            mutator.WriteItem(document.RootElement);
            return mutator._output.WrittenSpan.ToArray();
        }
        catch (JsonException)
        {
            return ByteMutator.Mutate(json, random);
        }
    }

    /// <summary>The number of members and items, at every depth.</summary>
    private static int Count(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Sum(member => 1 + Count(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().Sum(item => 1 + Count(item)),
        _ => 0,
    };

    private void Write(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                Write("{");
                WriteAll(element.EnumerateObject(), WriteMember);
                Write("}");
                break;
            case JsonValueKind.Array:
                Write("[");
                WriteAll(element.EnumerateArray(), WriteItem);
                Write("]");
                break;
            default:
                _output.Write(JsonMarshal.GetRawUtf8Value(element));
                break;
        }
    }

    private void WriteAll<T>(IEnumerable<T> all, Action<T> write)
    {
        var isFirst = true;
        foreach (var each in all)
        {
            var length = _output.WrittenCount;
            if (!isFirst)
            {
                Write(",");
            }

            var start = _output.WrittenCount;
            write(each);
            isFirst = isFirst && _output.WrittenCount == start;
            if (_output.WrittenCount == start && length != start)
            {
                // The item was dropped, and its comma with it.
                Truncate(length);
            }
        }
    }

    private void Truncate(int length)
    {
        var kept = _output.WrittenSpan[..length].ToArray();
        _output.ResetWrittenCount();
        _output.Write(kept);
    }

    private void WriteMember(JsonProperty member)
    {
        if (_place-- != 0)
        {
            WriteName(member);
            Write(member.Value);
            return;
        }

        switch (_random.Next(6))
        {
            case 0:
                break;
            case 1:
                Write($"\"{Names[_random.Next(Names.Length)]}\":");
                Write(member.Value);
                break;
            case 2:
                var name = Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(member));
                Write($"\"{(_random.Next(2) == 0 && !name.Contains('\\', StringComparison.Ordinal) ? Swapped(name) : name + "x")}\":");
                Write(member.Value);
                break;
            case 3:
                WriteName(member);
                Write(member.Value);
                Write(",");
                WriteName(member);
                WriteChanged(member.Value);
                break;
            default:
                WriteName(member);
                WriteChanged(member.Value);
                break;
        }
    }

    private void WriteItem(JsonElement item)
    {
        if (_place-- != 0)
        {
            Write(item);
            return;
        }

        switch (_random.Next(5))
        {
            case 0:
                break;
            case 1:
                var times = 1 << _random.Next(9);
                Write(item);
                for (var time = 1; time < times; time++)
                {
                    Write(",");
                    Write(item);
                }

                break;
            default:
                WriteChanged(item);
                break;
        }
    }

    private void WriteChanged(JsonElement value)
    {
        switch (_random.Next(6))
        {
            case 0:
                var depth = _random.Next(4) == 0 ? _random.Next(1, 700) : 1;
                var isArray = _random.Next(2) == 0;
                Write(string.Concat(Enumerable.Repeat(isArray ? "[" : "{\"a\":", depth)));
                Write(value);
                Write(new string(isArray ? ']' : '}', depth));
                break;
            case 1 when value.ValueKind == JsonValueKind.String:
                Write(Raw(value).Trim('"') is { Length: > 0 } digits && digits.All(char.IsAsciiDigit) && digits[0] != '0' ? digits : "42");
                break;
            case 1 when value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                Write($"\"{Raw(value)}\"");
                break;
            case 2 when value.ValueKind == JsonValueKind.String:
                Write($"\"{string.Concat(Enumerable.Repeat(Raw(value)[1..^1] + "x", 1 << _random.Next(10)))}\"");
                break;
            default:
                Write(Values[_random.Next(Values.Length)]);
                break;
        }
    }

    private void WriteName(JsonProperty member)
    {
        Write("\"");
        _output.Write(JsonMarshal.GetRawUtf8PropertyName(member));
        Write("\":");
    }

    private static string Raw(JsonElement value) => Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(value));

    private static string Swapped(string name) => string.Concat(name.Select(each => char.IsAsciiLetterUpper(each) ? char.ToLowerInvariant(each) : char.ToUpperInvariant(each)));

    private void Write(string text) => _output.Write(Encoding.UTF8.GetBytes(text));
}
