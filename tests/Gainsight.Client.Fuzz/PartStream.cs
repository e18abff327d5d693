namespace Gainsight.Client.Fuzz;

/// <summary>Bytes that come in reads of a limited size.</summary>
internal sealed class PartStream(byte[] bytes, int size) : MemoryStream(bytes, writable: false)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer.Length > size ? buffer[..size] : buffer, cancellationToken);
}
