using System.Text;

namespace Gainsight.Client.Emulator;

/// <summary>Reads lines as encoded text, after the byte order mark of the encoding, if it has one. Each line is made only when it is read.</summary>
internal sealed class LineStream(IEnumerable<string> lines, bool broken, Encoding encoding) : Stream
{
    private readonly IEnumerator<string> _lines = lines.GetEnumerator();
    private ReadOnlyMemory<byte> _rest = encoding.GetPreamble();

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = 0;
        while (read < buffer.Length && (!_rest.IsEmpty || Next()))
        {
            var part = Math.Min(_rest.Length, buffer.Length - read);
            _rest.Span[..part].CopyTo(buffer[read..]);
            _rest = _rest[part..];
            read += part;
        }

        return read == 0 && buffer.Length > 0 && broken ? throw CutStream.Ended(1) : read;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(buffer.Span));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _lines.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool Next()
    {
        if (!_lines.MoveNext())
        {
            return false;
        }

        _rest = encoding.GetBytes(_lines.Current);
        return true;
    }
}
