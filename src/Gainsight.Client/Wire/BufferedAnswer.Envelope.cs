using System.Text;
using System.Text.Json;

namespace Gainsight.Client;

/// <content>What the envelope says, read in one pass: every variant of it has <c>result</c>, and every other member may be absent.</content>
internal sealed partial class BufferedAnswer
{
    private (int Start, int Length) _data;
    private (int Start, int Length) _errors;
    private int _requestIdStart;
    private int _requestIdLength;
    private string? _requestId;

    /// <summary>Whether the body begins as a JSON object does; false for a web page, an empty body and everything else.</summary>
    public bool IsJson { get; private set; }

    /// <summary>Whether the body is one JSON object, whole.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>The envelope's <c>result</c>, or null when it has none.</summary>
    public bool? Result { get; private set; }

    /// <summary><c>errorCode</c>, or the Timeline service's <c>code</c>, or the one-word <c>title</c> that a refused describe has instead.</summary>
    public string? ErrorCode { get; private set; }

    /// <summary><c>errorDesc</c>, or <c>message</c>, or <c>detail</c>, or <c>title</c>. It can quote a record's values: never for a message or a log.</summary>
    public string? ErrorDescription { get; private set; }

    /// <summary>The id of the answer: the body's, else the header's.</summary>
    public string? RequestId => _requestId ??=
        _requestIdLength > 0 && _array is { } array
            ? Encoding.UTF8.GetString(array, _requestIdStart, _requestIdLength)
            : RequestIdHeader;

    /// <summary>The JSON of <c>data</c>; empty when it is null or absent.</summary>
    public ReadOnlyMemory<byte> Data => Slice(_data);

    /// <summary>The JSON of <c>data.errors</c>, or of <c>data.failure</c> as Cockpit has it; empty when it is null or absent.</summary>
    public ReadOnlyMemory<byte> ErrorData => Slice(_errors);

    private string? RequestIdHeader { get; set; }

    /// <summary>What the answer says as a refusal. It stays readable after the answer is disposed.</summary>
    public ApiRefusal ToRefusal() => new()
    {
        Status = Status,
        Code = ErrorCode,
        Description = ErrorDescription,
        RequestId = RequestId,
        IsJson = IsJson,
        Errors = RecordErrorReader.Read(IsComplete ? ErrorData : default),
    };

    private ReadOnlyMemory<byte> Slice((int Start, int Length) range) =>
        range.Length == 0 || _array is null ? default : _array.AsMemory(range.Start, range.Length);

    private void ReadEnvelope()
    {
        var body = Body.Span;
        var start = body.StartsWith("\uFEFF"u8) ? 3 : 0;
        var trimmed = body[start..].TrimStart(" \t\r\n"u8);
        IsJson = !trimmed.IsEmpty && trimmed[0] == (byte)'{';
        if (!IsJson)
        {
            return;
        }

        start = body.Length - trimmed.Length;
        try
        {
            ReadMembers(trimmed, start);
            IsComplete = true;
        }
        catch (JsonException)
        {
            // Cut or malformed: what was read so far stays, and IsComplete says so.
        }

        if (Result != true)
        {
            // A refusal outlives its bytes: the exception made of it may come after the disposal.
            _ = RequestId;
        }
    }

    private void ReadMembers(ReadOnlySpan<byte> json, int offset)
    {
        string? code = null, title = null, message = null, detail = null, description = null;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        try
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("data"u8))
                {
                    ReadData(ref reader, offset);
                }
                else if (reader.ValueTextEquals("result"u8))
                {
                    reader.Read();
                    Result = reader.TokenType switch { JsonTokenType.True => true, JsonTokenType.False => false, _ => null };
                    reader.Skip();
                }
                else if (reader.ValueTextEquals("requestId"u8))
                {
                    ReadRequestIdRange(ref reader, offset);
                }
                else if (reader.ValueTextEquals("errorCode"u8))
                {
                    ErrorCode = ReadText(ref reader);
                }
                else if (reader.ValueTextEquals("errorDesc"u8))
                {
                    description = ReadText(ref reader);
                }
                else if (reader.ValueTextEquals("message"u8))
                {
                    message = ReadText(ref reader);
                }
                else if (reader.ValueTextEquals("code"u8))
                {
                    code = ReadText(ref reader);
                }
                else if (reader.ValueTextEquals("detail"u8))
                {
                    detail = ReadText(ref reader);
                }
                else if (reader.ValueTextEquals("title"u8))
                {
                    title = ReadText(ref reader);
                }
                else
                {
                    reader.Read();
                    reader.Skip();
                }
            }

            // Whatever follows the object makes this throw.
            reader.Read();
        }
        finally
        {
            ErrorCode ??= code ?? (title is not null && !title.Contains(' ', StringComparison.Ordinal) ? title : null);
            ErrorDescription = description ?? message ?? detail ?? title;
        }
    }

    private void ReadData(ref Utf8JsonReader reader, int offset)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            _data = default;
            return;
        }

        var start = (int)reader.TokenStartIndex;
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isErrors = reader.ValueTextEquals("errors"u8) || (_errors.Length == 0 && reader.ValueTextEquals("failure"u8));
                reader.Read();
                var valueStart = (int)reader.TokenStartIndex;
                var isStructure = reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject;
                reader.Skip();
                if (isErrors && isStructure)
                {
                    _errors = (offset + valueStart, (int)reader.BytesConsumed - valueStart);
                }
            }
        }
        else
        {
            reader.Skip();
        }

        _data = (offset + start, (int)reader.BytesConsumed - start);
    }

    private void ReadRequestIdRange(ref Utf8JsonReader reader, int offset)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped)
        {
            // Most answers are never asked for their id: the string is made when one is.
            _requestIdStart = offset + (int)reader.TokenStartIndex + 1;
            _requestIdLength = reader.ValueSpan.Length;
        }

        reader.Skip();
    }

    private static string? ReadText(ref Utf8JsonReader reader)
    {
        reader.Read();
        var text = reader.TokenType switch
        {
            JsonTokenType.String => LenientText.Of(ref reader),
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
            _ => null,
        };
        reader.Skip();
        return string.IsNullOrEmpty(text) ? null : text;
    }
}
