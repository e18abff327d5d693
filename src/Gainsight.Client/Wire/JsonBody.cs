using System.Buffers;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>A JSON request body in pooled memory.</summary>
/// <remarks>The body can be sent several times. Only its creator disposes it, after the last send.</remarks>
internal sealed class JsonBody : IDisposable
{
    private static readonly SearchValues<char> Surrogates = SearchValues.Create(string.Create(0x800, '\uD800', static (all, first) =>
    {
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = (char)(first + i);
        }
    }));

    [ThreadStatic]
    private static Cache? _cache;

    private readonly int _length;
    private byte[]? _array;

    private JsonBody(byte[] array, int length)
    {
        _array = array;
        _length = length;
    }

    /// <summary>The JSON. Valid until the body is disposed.</summary>
    public ReadOnlyMemory<byte> Memory
    {
        get
        {
            var array = _array;
            ObjectDisposedException.ThrowIf(array is null, this);
            return array.AsMemory(0, _length);
        }
    }

    /// <summary>Builds a body with a writer.</summary>
    public static JsonBody Create<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        // Removed while in use, so that a body built inside another body gets its own cache.
        var cache = _cache ?? new Cache();
        _cache = null;
        cache.Writer.Reset(cache.Buffer);
        try
        {
            write(cache.Writer, state);
            cache.Writer.Flush();
            return new JsonBody(cache.Buffer.Detach(out var length), length);
        }
        catch
        {
            cache.Writer.Reset();
            ArrayPool<byte>.Shared.Return(cache.Buffer.Detach(out _));
            throw;
        }
        finally
        {
            _cache = cache;
        }
    }

    /// <summary>
    /// Whether a text has half a surrogate pair. That is no character. JSON would carry another one (U+FFFD) in its place, so that the tenant has a
    /// text that nobody gave.
    /// </summary>
    public static bool HasHalfPair(ReadOnlySpan<char> text)
    {
        var start = text.IndexOfAny(Surrogates);
        if (start < 0)
        {
            return false;
        }

        for (var i = start; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
            {
                return true;
            }

            i++;
        }

        return false;
    }

    /// <summary>The content of a request message, which tells the call when it is sent. It does not own the body.</summary>
    public HttpContent ToContent(CallState call) => new Content(this, call);

    public void Dispose()
    {
        var array = Interlocked.Exchange(ref _array, null);
        if (array is { Length: > 0 })
        {
            ArrayPool<byte>.Shared.Return(array);
        }
    }

    private sealed class Content : HttpContent
    {
        private readonly JsonBody _body;
        private readonly CallState _call;

        public Content(JsonBody body, CallState call)
        {
            _body = body;
            _call = call;
            Headers.TryAddWithoutValidation("Content-Type", "application/json");
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            _call.ContentBegun();
            var writing = stream.WriteAsync(_body.Memory, cancellationToken);
            if (!writing.IsCompletedSuccessfully)
            {
                return EndAsync(writing.AsTask());
            }

            _call.ContentSent();
            return Task.CompletedTask;
        }

        private async Task EndAsync(Task writing)
        {
            await writing.ConfigureAwait(false);
            _call.ContentSent();
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _body.Memory.Length;
            return true;
        }
    }

    /// <summary>The writer and the buffer that a thread keeps for its next body.</summary>
    private sealed class Cache
    {
        public Buffer Buffer { get; } = new();

        public Utf8JsonWriter Writer { get; } = new(
            Stream.Null,
            new JsonWriterOptions
            {
                // The body is never embedded in HTML, so escaping beyond JSON's rules only makes it longer.
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
#if !DEBUG
                SkipValidation = true,
#endif
            });
    }

    /// <summary>Collects the bytes of a body in a pooled array.</summary>
    private sealed class Buffer : IBufferWriter<byte>
    {
        private const int InitialSize = 16 * 1024;

        private byte[] _array = [];
        private int _written;

        public void Advance(int count)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _array.Length - _written);
            _written += count;
        }

        public Memory<byte> GetMemory(int sizeHint = 0)
        {
            Reserve(sizeHint);
            return _array.AsMemory(_written);
        }

        public Span<byte> GetSpan(int sizeHint = 0)
        {
            Reserve(sizeHint);
            return _array.AsSpan(_written);
        }

        /// <summary>Hands over the pooled array. The receiver returns it to <see cref="ArrayPool{T}.Shared"/>.</summary>
        public byte[] Detach(out int length)
        {
            var array = _array;
            length = _written;
            _array = [];
            _written = 0;
            return array;
        }

        private void Reserve(int sizeHint)
        {
            var needed = Math.Max(sizeHint, 1);
            if (_array.Length - _written >= needed)
            {
                return;
            }

            var size = Math.Max(Math.Max(InitialSize, checked(_written + needed)), (int)Math.Min(_array.Length * 2L, Array.MaxLength));
            var larger = ArrayPool<byte>.Shared.Rent(size);
            _array.AsSpan(0, _written).CopyTo(larger);
            if (_array.Length > 0)
            {
                ArrayPool<byte>.Shared.Return(_array);
            }

            _array = larger;
        }
    }
}
