using System.Text;
using System.Text.Json;

namespace Gainsight.Client;

/// <content>The values of the envelope, read in one pass. Every variant has <c>result</c>; all other members are optional.</content>
internal sealed partial class BufferedAnswer
{
    /// <summary>The number of bytes of a refusal that its exception keeps.</summary>
    private const int MaxQuotedBody = 65_536;

    private (int Start, int Length) _data;
    private (int Start, int Length) _errors;
    private int _requestIdStart;
    private int _requestIdLength;
    private string? _requestId;
    private IReadOnlyList<RecordError>? _recordErrors;

    /// <summary>Whether the body begins like a JSON object. False for a web page, an empty body and everything else.</summary>
    public bool IsJson { get; private set; }

    /// <summary>Whether the body is one complete JSON object.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Whether the body is nested deeper than <see cref="AnswerJson.MaxDepth"/>, and therefore not complete.</summary>
    public bool IsTooDeep { get; private set; }

    /// <summary>The envelope's <c>result</c>, or null when it is absent.</summary>
    public bool? Result { get; private set; }

    /// <summary><c>errorCode</c>, or the <c>code</c> of the Timeline service, or the one-word <c>title</c> of a refused describe.</summary>
    public string? ErrorCode { get; private set; }

    /// <summary><c>errorDesc</c>, or <c>message</c>, or <c>detail</c>, or <c>title</c>. It can quote a record's values: never use it in a message or a log.</summary>
    public string? ErrorDescription { get; private set; }

    /// <summary>The id of the answer, from the body, or else from a header.</summary>
    /// <remarks>Null for a text that no id looks like: it goes into messages and spans, and could be a record's value.</remarks>
    public string? RequestId => _requestId ??= SafeText.Token(
        _requestIdLength > 0 && _array is { } array
            ? Encoding.UTF8.GetString(array, _requestIdStart, _requestIdLength)
            : RequestIdHeader);

    /// <summary>The JSON of <c>data</c>; empty when it is null or absent.</summary>
    public ReadOnlyMemory<byte> Data => Slice(_data);

    /// <summary>The JSON of <c>data.errors</c>, or of <c>data.failure</c> in Cockpit; empty when it is null or absent.</summary>
    public ReadOnlyMemory<byte> ErrorData => Slice(_errors);

    /// <summary>The errors in <see cref="ErrorData"/>, of a refusal or a partly successful write; usually empty. Read them before the answer is disposed.</summary>
    public IReadOnlyList<RecordError> Errors => _recordErrors ??= IsComplete && !ErrorData.IsEmpty ? RecordErrorReader.Read(ErrorData) : [];

    /// <summary>Whether the body has <c>result</c> or an error code, as Gainsight's own answers do.</summary>
    private bool HasEnvelope => Result is not null || ErrorCode is not null;

    private string? RequestIdHeader { get; set; }

    /// <summary>The answer as a refusal. It stays readable after the answer is disposed.</summary>
    public ApiRefusal ToRefusal() => new()
    {
        Status = Status,
        Code = ErrorCode,
        Description = ErrorDescription,
        RequestId = RequestId,
        IsJson = IsJson,
        IsComplete = IsComplete,
        HasEnvelope = HasEnvelope,
        IsByIntermediary = IsByIntermediary,
        Body = Body.IsEmpty ? null : Encoding.UTF8.GetString(Body.Span[..Math.Min(Body.Length, MaxQuotedBody)]),
        Errors = Errors,
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
            // Incomplete or malformed. The values that were read are kept, and IsComplete is false.
        }

        if (Result != true)
        {
            // The exception for a refusal may be created after the disposal of the bytes.
            _ = RequestId;
        }
    }

    private void ReadMembers(ReadOnlySpan<byte> json, int offset)
    {
        string? code = null, title = null, message = null, detail = null, description = null;
        var reader = AnswerJson.Reader(json);
        reader.Read();
        try
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (AnswerJson.Is(ref reader, "data"u8))
                {
                    ReadData(ref reader, offset);
                }
                else if (AnswerJson.Is(ref reader, "result"u8))
                {
                    reader.Read();
                    Result = reader.TokenType switch { JsonTokenType.True => true, JsonTokenType.False => false, _ => null };
                    reader.Skip();
                }
                else if (AnswerJson.Is(ref reader, "requestId"u8))
                {
                    ReadRequestIdRange(ref reader, offset);
                }
                else if (AnswerJson.Is(ref reader, "errorCode"u8))
                {
                    ErrorCode = ReadText(ref reader);
                }
                else if (AnswerJson.Is(ref reader, "errorDesc"u8))
                {
                    description = ReadText(ref reader);
                }
                else if (AnswerJson.Is(ref reader, "message"u8))
                {
                    message = ReadText(ref reader);
                }
                else if (AnswerJson.Is(ref reader, "code"u8))
                {
                    code = ReadText(ref reader);
                }
                else if (AnswerJson.Is(ref reader, "detail"u8))
                {
                    detail = ReadText(ref reader);
                }
                else if (AnswerJson.Is(ref reader, "title"u8))
                {
                    title = ReadText(ref reader);
                }
                else
                {
                    reader.Read();
                    reader.Skip();
                }
            }

            // Throws when anything follows the object.
            reader.Read();
        }
        finally
        {
            IsTooDeep = AnswerJson.IsTooDeep(reader);
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
                var isErrors = AnswerJson.Is(ref reader, "errors"u8) || (_errors.Length == 0 && AnswerJson.Is(ref reader, "failure"u8));
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
            // The id of most answers is never used, so the string is created on demand.
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
            JsonTokenType.String => AnswerJson.Text(ref reader),
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
            _ => null,
        };
        reader.Skip();
        return string.IsNullOrEmpty(text) ? null : text;
    }
}
