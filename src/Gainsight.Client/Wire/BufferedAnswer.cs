using System.Buffers;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace Gainsight.Client;

/// <summary>The body of an answer in pooled memory, with the values of its envelope. The attempt handler sets it as the content of the response.</summary>
/// <remarks>
/// The transport returns it for a success (2xx, JSON, <c>result</c> true), and for a refusal that the request accepts as an answer. The envelope's
/// values stay readable after disposal; the bytes do not.
/// </remarks>
internal sealed partial class BufferedAnswer : HttpContent
{
    // The announced length may be wrong, so at most this much is allocated for it.
    private const int MaxInitialSize = 4 * 1024 * 1024;
    private const int UnknownLengthSize = 16 * 1024;

    /// <summary>Half a character becomes its JSON escape, so the value that has it is refused when it is read, and no other.</summary>
    private static readonly DecoderReplacementFallback HalfCharacter = new(@"\ud800");

    private readonly int _length;
    private readonly AnswerForm _form;
    private byte[]? _array;
    private HttpContent? _unread;

    private BufferedAnswer(byte[] array, int length, HttpStatusCode status, AnswerForm form, bool isFile)
    {
        _array = array;
        _length = length;
        _form = form;
        IsFile = isFile;
        Status = status;
        if (!isFile)
        {
            ReadEnvelope();
        }
    }

    /// <summary>The call, once the transport returned the answer.</summary>
    public CallState? Call { get; set; }

    /// <summary>The answer that started a job, when this is the answer about the end of that job; otherwise null.</summary>
    public BufferedAnswer? Began { get; set; }

    /// <summary>Whether an earlier attempt of this call, or of the call that started the job, may have been carried out.</summary>
    public bool EarlierAttemptMayHaveBeenProcessed => (Began ?? this).Call is { EarlierAttemptMayHaveBeenProcessed: true };

    public HttpStatusCode Status { get; }

    /// <summary>Whether the status is 2xx.</summary>
    public bool IsPositive => (int)Status is >= 200 and < 300;

    /// <summary>Success: 2xx, JSON, and <c>result</c> true, unless the operation's answers have another form.</summary>
    public bool IsSuccess => IsPositive && (IsFile || (IsComplete && Result == true) || (_form == AnswerForm.Open && Result != false && IsOpenSuccess));

    /// <summary>Whether the body is a file. Only its beginning has been read.</summary>
    public bool IsFile { get; }

    /// <summary>The file, until disposal. The attempt handler replaces the rest that follows <see cref="Body"/> with a stream of the whole file.</summary>
    public Stream? File { get; set; }

    /// <summary>The encoding of a file that is not UTF-8, or null.</summary>
    public Encoding? FileEncoding { get; private set; }

    /// <summary>Whether Gainsight refused the call because the quota is used up: status 429, or <c>GS_APIG_2404</c> or <c>GU_2400</c> in the body with any status.</summary>
    public bool IsThrottled =>
        Status == HttpStatusCode.TooManyRequests
        || (Result != true && ErrorCode is ErrorCodes.GatewayThrottled or ErrorCodes.TooManyRequests);

    /// <summary>Whether this is one of the refusals with which Gainsight answers a query that finds nothing.</summary>
    public bool SaysNoRows =>
        !IsSuccess
        && IsComplete
        && (int)Status < 500
        && (ErrorCode is ErrorCodes.NoMatch or ErrorCodes.NoData
            || SaysOnlyNoData);

    /// <summary>Whether the whole message is that nothing was found. Other refusals can contain the words too.</summary>
    private bool SaysOnlyNoData => ErrorDescription?.Trim().TrimEnd('.').ToUpperInvariant()
        is "NO DATA FOUND" or "NO DATA FOUND FOR GIVEN CRITERIA" or "NO DATA FOUND FOR THE GIVEN CRITERIA";

    /// <summary>Whether the status is 5xx.</summary>
    public bool IsServerFailure => (int)Status >= 500;

    /// <summary>Whether the server failed or gave up while it worked on the call: a 5xx, 408 or 425, or the code of a general failure with any status.</summary>
    public bool IsFault => IsServerFailure
        || Status is HttpStatusCode.RequestTimeout or (HttpStatusCode)425
        || (Result != true && ErrorCode == ErrorCodes.ServerFault);

    /// <summary>Whether something between this machine and Gainsight refused the call: a 403 that is not Gainsight's.</summary>
    public bool IsByIntermediary => Status == HttpStatusCode.Forbidden && !HasEnvelope;

    /// <summary>Whether the answer sends the caller to another address.</summary>
    public bool IsRedirect => (int)Status is 301 or 302 or 303 or 307 or 308;

    /// <summary>
    /// Whether Gainsight may have carried out the call: a success, an unreadable success, a fault, a status that no API uses, or a refusal by
    /// something in between, which may have refused the answer.
    /// </summary>
    public bool MayHaveBeenProcessed => !IsThrottled && (IsFault || IsByIntermediary || ((int)Status < 400 && !IsRedirect));

    /// <summary>The delay of the <c>Retry-After</c> header (undocumented), or null. The throttle handler replaces it with the time for which the bucket is closed.</summary>
    public TimeSpan? RetryAfter { get; set; }

    /// <summary>The body. Empty after disposal.</summary>
    public ReadOnlyMemory<byte> Body => _array.AsMemory(0, _array is null ? 0 : _length);

    /// <summary>The answer that the attempt handler set on the response.</summary>
    public static BufferedAnswer Of(HttpResponseMessage response) =>
        response.Content as BufferedAnswer
        ?? throw new InvalidOperationException("The response did not come from the attempt handler: a retry pipeline must return the answers it was given.");

    private bool IsOpenSuccess => IsJson ? IsComplete : !StartsLikePage(Body.Span);

    /// <summary>Reads the whole body and sets the answer as the content of the response.</summary>
    /// <exception cref="GainsightProtocolException">The body has more than <paramref name="maxBytes"/> bytes.</exception>
    public static ValueTask<BufferedAnswer> ReadAsync(
        HttpResponseMessage response, int maxBytes, TimeProvider timeProvider, CancellationToken cancellationToken) =>
        ReadAsync(response, AnswerForm.Envelope, maxBytes, timeProvider, cancellationToken);

    /// <summary>Reads the whole body, or only the beginning of a file, and sets the answer as the content of the response.</summary>
    /// <exception cref="GainsightProtocolException">The body has more than <paramref name="maxBytes"/> bytes and is not a file.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<BufferedAnswer> ReadAsync(
        HttpResponseMessage response, AnswerForm form, int maxBytes, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        // An array cannot have more bytes, and one more than the limit is read to find that there are more.
        maxBytes = Math.Min(maxBytes, Array.MaxLength - 1);
        var content = response.Content;
        var expected = content.Headers.ContentLength;
        if (expected > maxBytes && form != AnswerForm.File)
        {
            throw TooLarge(maxBytes);
        }

        // One byte more than announced, so that reading to the end needs no larger array.
        var size = expected is { } announced ? (int)(Math.Min(announced, MaxInitialSize - 1) + 1) : UnknownLengthSize;
        var array = ArrayPool<byte>.Shared.Rent(size);
        var length = 0;
        Stream stream;
        var isFile = false;
        try
        {
            stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            int read;
            while ((read = await stream.ReadAsync(array.AsMemory(length), cancellationToken).ConfigureAwait(false)) > 0)
            {
                length += read;
                if (form == AnswerForm.File && response.IsSuccessStatusCode && StartsLikeFile(array.AsSpan(0, length)))
                {
                    isFile = true;
                    break;
                }

                if (length > maxBytes)
                {
                    throw TooLarge(maxBytes);
                }

                if (length == array.Length)
                {
                    array = Grow(array, length);
                }
            }
        }
        catch (Exception exception)
        {
            ArrayPool<byte>.Shared.Return(array);
            if (TransportFailures.Undecodable(exception) is { } failure)
            {
                throw failure;
            }

            throw;
        }

        // An empty chunk of an export is a file without rows.
        isFile |= form == AnswerForm.File && response.IsSuccessStatusCode && WithoutByteOrderMark(array.AsSpan(0, length)).Trim(" \t\r\n"u8).IsEmpty;
        var encoding = EncodingOf(content, array.AsSpan(0, length));
        if (encoding is not null && !isFile && !IsUtf8(array.AsSpan(0, length)))
        {
            (array, length) = ToUtf8(array, length, encoding);
        }

        var answer = new BufferedAnswer(array, length, response.StatusCode, form, isFile);
        if (!answer.IsSuccess)
        {
            answer.RetryAfter = ReadRetryAfter(response, timeProvider);
        }

        answer.RequestIdHeader = answer._requestIdLength == 0 ? ReadRequestId(response) : null;
        response.Content = answer;
        if (isFile)
        {
            answer.FileEncoding = With(encoding, DecoderFallback.ExceptionFallback);
            answer._unread = content;
            answer.File = stream;
        }
        else
        {
            content.Dispose();
        }

        return answer;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        stream.WriteAsync(Body).AsTask();

    protected override Task<Stream> CreateContentReadStreamAsync() =>
        Task.FromResult<Stream>(new MemoryStream(_array ?? [], 0, Body.Length, writable: false));

    protected override bool TryComputeLength(out long length)
    {
        length = Body.Length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        var array = Interlocked.Exchange(ref _array, null);
        if (array is not null)
        {
            ArrayPool<byte>.Shared.Return(array);
        }

        _unread?.Dispose();
        base.Dispose(disposing);
    }

    private static GainsightProtocolException TooLarge(int maxBytes) => new(
        $"The answer has more than {maxBytes} bytes, counted after decompression. Ask for less at a time, for example with a smaller page size or fewer fields, or raise GainsightClientOptions.MaxAnswerBytes.");

    private static byte[] Grow(byte[] array, int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(array.Length * 2L, Array.MaxLength));
        array.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(array);
        return larger;
    }

    /// <summary>Encodes the body anew, as the readers of JSON need it.</summary>
    private static (byte[] Array, int Length) ToUtf8(byte[] array, int length, Encoding encoding)
    {
        var converted = Encoding.Convert(With(encoding, HalfCharacter)!, Encoding.UTF8, array, 0, length);
        ArrayPool<byte>.Shared.Return(array);
        array = ArrayPool<byte>.Shared.Rent(converted.Length);
        converted.CopyTo(array, 0);
        return (array, converted.Length);
    }

    /// <summary>Whether a body is UTF-8, as JSON must be, whatever its header declares.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> body) => Utf8.IsValid(body) && !body.Contains((byte)0);

    private static Encoding? With(Encoding? encoding, DecoderFallback fallback)
    {
        if (encoding is null)
        {
            return null;
        }

        var other = (Encoding)encoding.Clone();
        other.DecoderFallback = fallback;
        return other;
    }

    /// <summary>The encoding that the beginning shows or the header declares, if it is another than UTF-8.</summary>
    private static Encoding? EncodingOf(HttpContent content, ReadOnlySpan<byte> body)
    {
        if (body is [0xFF, 0xFE, ..])
        {
            return Encoding.Unicode;
        }

        if (body is [0xFE, 0xFF, ..])
        {
            return Encoding.BigEndianUnicode;
        }

        // Parsing the header of every answer would cost memory.
        if (!content.Headers.NonValidated.TryGetValues("Content-Type", out var type)
            || type.ToString() is var text && (!text.Contains("charset", StringComparison.OrdinalIgnoreCase) || text.EndsWith("utf-8", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        return content.Headers.ContentType?.CharSet?.Trim('"').ToUpperInvariant() switch
        {
            "ISO-8859-1" or "LATIN1" => Encoding.Latin1,
            "UTF-16" or "UTF-16LE" => Encoding.Unicode,
            "UTF-16BE" => Encoding.BigEndianUnicode,
            _ => null,
        };
    }

    /// <summary>Whether the body has begun, and is neither JSON nor a web page.</summary>
    private static bool StartsLikeFile(ReadOnlySpan<byte> body)
    {
        var begin = WithoutByteOrderMark(body).TrimStart(" \t\r\n"u8);
        return !begin.IsEmpty && begin[0] is not ((byte)'{' or (byte)'<') && body is not [0xEF] and not [0xEF, 0xBB];
    }

    private static bool StartsLikePage(ReadOnlySpan<byte> body) => WithoutByteOrderMark(body).TrimStart(" \t\r\n"u8) is [(byte)'<', ..];

    private static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> body) => body.StartsWith("\uFEFF"u8) ? body[3..] : body;

    private static TimeSpan? ReadRetryAfter(HttpResponseMessage response, TimeProvider timeProvider)
    {
        if (response.Headers.RetryAfter is not { } header)
        {
            return null;
        }

        // A date comes from the server's clock, so it is compared with the server's own date.
        var delay = header.Delta ?? (header.Date - (response.Headers.Date ?? timeProvider.GetUtcNow()));
        return delay < TimeSpan.Zero ? TimeSpan.Zero : delay;
    }

    private static string? ReadRequestId(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("x-gs-request-id", out var values)
        || response.Headers.NonValidated.TryGetValues("x-request-id", out values)
            ? values.ToString()
            : null;
}
