namespace Gainsight.Client.Tests.Bulk;

/// <summary>Returns a few bytes at a time, like a connection.</summary>
internal sealed class SlowStream(byte[] bytes, int readSize) : MemoryStream(bytes)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(readSize, buffer.Length)], cancellationToken);
}
