using System.Net;

namespace Gainsight.Client.Emulator;

/// <summary>A body that promises its whole length and ends half-way.</summary>
internal sealed class CutContent(ReadOnlyMemory<byte> body) : HttpContent
{
    private ReadOnlyMemory<byte> Half => body[..(body.Length / 2)];

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(Half).ConfigureAwait(false);
        throw CutStream.Ended(body.Length - Half.Length);
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new CutStream(Half, body.Length - Half.Length));

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
