namespace Gainsight.Client.Emulator;

/// <summary>
/// Reads the available bytes, then fails like a connection that closes before the promised length. All other read methods end in the overridden
/// one, because a derived memory stream calls it.
/// </summary>
internal sealed class CutStream(ReadOnlyMemory<byte> available, int missing) : MemoryStream(available.ToArray(), writable: false)
{
    public static HttpIOException Ended(int missing) =>
        new(HttpRequestError.ResponseEnded, $"The response ended prematurely, with at least {missing} additional bytes expected.");

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = base.Read(buffer, offset, count);
        return read > 0 || count == 0 ? read : throw Ended(missing);
    }
}
