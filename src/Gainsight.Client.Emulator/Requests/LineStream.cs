using System.Text;

namespace Gainsight.Client.Emulator;

/// <summary>Reads lines as encoded text, after the byte order mark of the encoding, if it has one. Each line is made only when it is read.</summary>
internal sealed class LineStream(IEnumerable<string> lines, bool broken, Encoding encoding) : ReadOnlyStream
{
    private readonly IEnumerator<string> _lines = lines.GetEnumerator();
    private ReadOnlyMemory<byte> _rest = encoding.GetPreamble();

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
