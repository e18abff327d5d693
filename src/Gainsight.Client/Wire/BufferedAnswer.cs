using System.Buffers;
using System.Net;
using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>The whole body of an answer in pooled memory, with what its envelope says: the content that the attempt handler leaves on a response.</summary>
/// <remarks>What the envelope says stays readable after disposal; the bytes do not.</remarks>
internal sealed partial class BufferedAnswer : HttpContent
{
    // A length that a server claims is a hint, not a promise: no more than this is set aside on its word.
    private const int MaxInitialSize = 4 * 1024 * 1024;
    private const int UnknownLengthSize = 16 * 1024;

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

    public HttpStatusCode Status { get; }

    /// <summary>Whether the status is 2xx.</summary>
    public bool IsPositive => (int)Status is >= 200 and < 300;

    /// <summary>Success: 2xx, JSON, and <c>result</c> true, unless the operation's answers have another form.</summary>
    public bool IsSuccess => IsPositive && (IsFile || (IsComplete && Result == true) || (_form == AnswerForm.Open && Result != false && IsOpenSuccess));

    /// <summary>Whether the body is a file, of which only the beginning has been read.</summary>
    public bool IsFile { get; }

    /// <summary>The file until disposal: what of it follows <see cref="Body"/>, until the attempt handler puts the two together.</summary>
    public Stream? File { get; set; }

    /// <summary>Whether Gainsight refused the call because the quota is used up: status 429, or <c>GS_APIG_2404</c> or <c>GU_2400</c> in the body on any status.</summary>
    public bool IsThrottled =>
        Status == HttpStatusCode.TooManyRequests
        || (Result != true && ErrorCode is ErrorCodes.GatewayThrottled or ErrorCodes.TooManyRequests);

    /// <summary>Whether it is one of the two refusals by which Gainsight tells that a query found nothing: no failure where a query was asked.</summary>
    public bool SaysNoRows =>
        !IsSuccess
        && IsComplete
        && (int)Status < 500
        && (ErrorCode is ErrorCodes.NoMatch or ErrorCodes.NoData
            || ErrorDescription?.Contains("No data found", StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>The delay of a <c>Retry-After</c> header, which no source documents, or null; once the throttle handler saw a refusal, how long its bucket is closed.</summary>
    public TimeSpan? RetryAfter { get; set; }

    /// <summary>The body. Empty after disposal.</summary>
    public ReadOnlyMemory<byte> Body => _array.AsMemory(0, _array is null ? 0 : _length);

    /// <summary>The answer that the attempt handler left on the response.</summary>
    public static BufferedAnswer Of(HttpResponseMessage response) =>
        response.Content as BufferedAnswer
        ?? throw new InvalidOperationException("The response did not come from the attempt handler: a retry pipeline must return the answers it was given.");

    private bool IsOpenSuccess => IsJson ? IsComplete : !StartsLikePage(Body.Span);

    /// <summary>Reads the body to its end and puts the answer in its place.</summary>
    public static ValueTask<BufferedAnswer> ReadAsync(HttpResponseMessage response, TimeProvider timeProvider, CancellationToken cancellationToken) =>
        ReadAsync(response, AnswerForm.Envelope, timeProvider, cancellationToken);

    /// <summary>Reads the body to its end, or to where it shows itself to be a file, and puts the answer in its place.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<BufferedAnswer> ReadAsync(
        HttpResponseMessage response, AnswerForm form, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var content = response.Content;
        var expected = content.Headers.ContentLength;

        // One byte more than announced, so that the end is seen without growing.
        var size = expected is { } announced ? (int)Math.Min(announced + 1, MaxInitialSize) : UnknownLengthSize;
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

        var answer = new BufferedAnswer(array, length, response.StatusCode, form, isFile);
        if (!answer.IsSuccess)
        {
            answer.RetryAfter = ReadRetryAfter(response, timeProvider);
        }

        answer.RequestIdHeader = answer._requestIdLength == 0 ? ReadRequestId(response) : null;
        response.Content = answer;
        if (isFile)
        {
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

    private static byte[] Grow(byte[] array, int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(array.Length * 2L, Array.MaxLength));
        array.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(array);
        return larger;
    }

    /// <summary>Whether something has come, and it is the beginning of neither JSON nor a web page.</summary>
    private static bool StartsLikeFile(ReadOnlySpan<byte> body)
    {
        var begin = WithoutMark(body).TrimStart(" \t\r\n"u8);
        return !begin.IsEmpty && begin[0] is not ((byte)'{' or (byte)'<') && body is not [0xEF] and not [0xEF, 0xBB];
    }

    private static bool StartsLikePage(ReadOnlySpan<byte> body) => WithoutMark(body).TrimStart(" \t\r\n"u8) is [(byte)'<', ..];

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> body) => body.StartsWith("\uFEFF"u8) ? body[3..] : body;

    private static TimeSpan? ReadRetryAfter(HttpResponseMessage response, TimeProvider timeProvider)
    {
        if (response.Headers.RetryAfter is not { } header)
        {
            return null;
        }

        // A date is one of the server's clock, so it is measured from the server's own date.
        var delay = header.Delta ?? (header.Date - (response.Headers.Date ?? timeProvider.GetUtcNow()));
        return delay < TimeSpan.Zero ? TimeSpan.Zero : delay;
    }

    private static string? ReadRequestId(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("x-gs-request-id", out var values)
        || response.Headers.NonValidated.TryGetValues("x-request-id", out values)
            ? values.ToString()
            : null;
}
