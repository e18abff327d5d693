using System.Net;

namespace Gainsight.Client;

/// <summary>Puts a <see cref="JsonBody"/> on the wire, with its length, as often as it is asked for. It does not own the body.</summary>
internal sealed class JsonBodyContent : HttpContent
{
    private readonly JsonBody _body;

    public JsonBodyContent(JsonBody body)
    {
        _body = body;
        Headers.TryAddWithoutValidation("Content-Type", "application/json");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        stream.WriteAsync(_body.Memory, cancellationToken).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Memory.Length;
        return true;
    }
}
