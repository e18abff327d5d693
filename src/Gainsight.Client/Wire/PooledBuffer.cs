using System.Buffers;

namespace Gainsight.Client;

/// <summary>A buffer writer over pooled arrays whose array can be taken away, so that one writer serves many bodies.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>
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

    /// <summary>Hands the pooled array over: who takes it returns it to <see cref="ArrayPool{T}.Shared"/>.</summary>
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
