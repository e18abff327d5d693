using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>A JSON request body in pooled memory, sent with its length.</summary>
/// <remarks>It can be sent any number of times; only its creator disposes it, after the last send.</remarks>
internal sealed class JsonBody : IDisposable
{
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
        // Taken out while in use, so that a writer built within a writer gets a cache of its own.
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

    public void Dispose()
    {
        var array = Interlocked.Exchange(ref _array, null);
        if (array is { Length: > 0 })
        {
            ArrayPool<byte>.Shared.Return(array);
        }
    }

    /// <summary>The writer and the buffer that a thread keeps for its next body.</summary>
    private sealed class Cache
    {
        public PooledBuffer Buffer { get; } = new();

        public Utf8JsonWriter Writer { get; } = new(
            Stream.Null,
            new JsonWriterOptions
            {
                // The body is JSON, never HTML: escaping beyond JSON's own rules only makes it longer.
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
#if !DEBUG
                SkipValidation = true,
#endif
            });
    }
}
