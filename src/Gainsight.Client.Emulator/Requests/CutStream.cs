namespace Gainsight.Client.Emulator;

/// <summary>
/// Reads what there is, then fails as a connection does that is closed before the promised length. The other ways to read
/// all end in the overridden method, because a memory stream that is derived from trusts its derived class.
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
