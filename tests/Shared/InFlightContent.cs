using System.Net;

namespace Gainsight.Client.TestSupport;

/// <summary>A response body that ends its request when it has been read, fails, or is disposed.</summary>
internal sealed class InFlightContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly VirtualClock.Request _request;

    public InFlightContent(HttpContent inner, VirtualClock.Request request)
    {
        _inner = inner;
        _request = request;
        foreach ((var name, var values) in inner.Headers)
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    protected override async Task<Stream> CreateContentReadStreamAsync()
    {
        _request.Enter();
        return new InFlightStream(await _inner.ReadAsStreamAsync(), _request);
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        try
        {
            _request.Enter();
            await _inner.CopyToAsync(stream, context);
        }
        finally
        {
            _request.End();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _inner.Headers.ContentLength ?? 0;
        return _inner.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
            _request.End();
        }

        base.Dispose(disposing);
    }

    private sealed class InFlightStream(Stream inner, VirtualClock.Request request) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            try
            {
                request.Enter();
                var read = await inner.ReadAsync(buffer, cancellationToken);
                if (read == 0 && buffer.Length > 0)
                {
                    request.End();
                }

                return read;
            }
            catch
            {
                request.End();
                throw;
            }
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override void Flush() => inner.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
                request.End();
            }

            base.Dispose(disposing);
        }
    }
}
