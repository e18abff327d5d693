namespace Gainsight.Client.Tests.Bulk;

/// <summary>Gives its bytes a few at a time, as a connection does.</summary>
internal sealed class SlowStream(byte[] bytes, int readSize) : MemoryStream(bytes)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(readSize, buffer.Length)], cancellationToken);
}
