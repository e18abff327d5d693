namespace Gainsight.Client.Emulator;

/// <summary>Reads a body in small pieces, with a pause before each piece but the first.</summary>
internal sealed class DripStream(Stream body, int pieceSize, TimeSpan delay, TimeProvider provider) : ReadOnlyStream
{
    private bool _started;

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_started && delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, provider, cancellationToken).ConfigureAwait(false);
        }

        _started = true;
        return await body.ReadAsync(buffer[..Math.Min(buffer.Length, pieceSize)], cancellationToken).ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body.Dispose();
        }

        base.Dispose(disposing);
    }
}
