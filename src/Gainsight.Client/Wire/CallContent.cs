using System.Net;

namespace Gainsight.Client;

/// <summary>The content of a request that is not JSON: a file, a form, or nothing. It tells the call when it is sent.</summary>
internal sealed class CallContent : HttpContent
{
    private readonly CallState _call;
    private readonly HttpContent? _inner;

    public CallContent(CallState call, HttpContent? inner)
    {
        _call = call;
        _inner = inner;
        foreach ((var name, var values) in inner?.Headers.NonValidated ?? default)
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _call.ContentBegun();
        if (_inner is not null)
        {
            await _inner.CopyToAsync(stream, context, cancellationToken).ConfigureAwait(false);
        }

        _call.ContentSent();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _inner is null ? 0 : _inner.Headers.ContentLength ?? -1;
        return length >= 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner?.Dispose();
        }

        base.Dispose(disposing);
    }
}
