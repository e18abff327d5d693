namespace Gainsight.Client;

/// <summary>The body of a file as a stream. Each 64 KB has the time limit of an attempt, so that a server that sends a byte now and then is given up on. Time between reads does not count.</summary>
/// <param name="head">The part that has been read already.</param>
/// <param name="rest">The part that follows.</param>
/// <param name="timeout">The time limit of 64 KB.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="request">The request, for messages.</param>
internal sealed class AnswerStream(ReadOnlyMemory<byte> head, Stream rest, TimeSpan timeout, TimeProvider timeProvider, HttpRequestMessage request) : Stream
{
    private const int LimitedBytes = 64 * 1024;

    private ReadOnlyMemory<byte> _head = head;
    private TimeSpan _waited;
    private int _received;

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
        if (!_head.IsEmpty)
        {
            var length = Math.Min(_head.Length, buffer.Length);
            _head[..length].CopyTo(buffer);
            _head = _head[length..];
            return length;
        }

        var started = timeProvider.GetTimestamp();
        using var limit = new CancellationTokenSource(timeout > _waited ? timeout - _waited : TimeSpan.Zero, timeProvider);
        var cancellation =
            cancellationToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), limit);
        try
        {
            var read = await rest.ReadAsync(buffer, limit.Token).ConfigureAwait(false);
            (_received, _waited) = (_received + read, _waited + timeProvider.GetElapsedTime(started));
            if (_received >= LimitedBytes)
            {
                (_received, _waited) = (0, TimeSpan.Zero);
            }

            return read;
        }
        catch (Exception exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TransportFailures.From(TransportFailures.Undecodable(exception) ?? exception, request, limit.IsCancellationRequested ? timeout : null) is { } failure)
            {
                throw failure;
            }

            throw;
        }
        finally
        {
            await cancellation.DisposeAsync().ConfigureAwait(false);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Files are read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
