using System.Net;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests.Http;

/// <summary>The time limit of a file that a server sends in small pieces.</summary>
public sealed class DrippingFileTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_file_of_which_a_few_bytes_come_now_and_then_is_given_up_on_within_the_time_limit()
    {
        using VirtualClock clock = new();
        var start = clock.GetUtcNow();

        var read = () => ReadAsync(clock, pieces: 1000, size: 10);

        (await read.Should().ThrowAsync<GainsightTransportException>()).Which.IsTimeout.Should().BeTrue();
        (clock.GetUtcNow() - start).Should().BeLessThan(TimeSpan.FromSeconds(90));
    }

    [Fact]
    public async Task A_long_file_that_comes_at_a_steady_pace_may_take_longer_than_the_time_limit()
    {
        using VirtualClock clock = new();
        var start = clock.GetUtcNow();

        (await ReadAsync(clock, pieces: 50, size: 16 * 1024)).Should().Be(50 * 16 * 1024);

        (clock.GetUtcNow() - start).Should().BeGreaterThan(TimeSpan.FromSeconds(400));
    }

    private static async Task<long> ReadAsync(VirtualClock clock, int pieces, int size)
    {
        using PipelineFixture pipeline = new(options => (options.TimeProvider, options.AttemptTimeout) = (clock, TimeSpan.FromSeconds(60)));
        pipeline.Wire.Do((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new DripStream(clock, pieces, size)) }));
        using var response = await pipeline.SendAsync(PipelineFixture.Of(Operation.ExportChunk));
        var buffer = new byte[64 * 1024];
        var total = 0L;
        while (await response.File!.ReadAsync(buffer) is > 0 and var read)
        {
            total += read;
        }

        return total;
    }

    /// <summary>Lets time pass before each of its pieces.</summary>
    private sealed class DripStream(VirtualClock clock, int pieces, int size) : MemoryStream
    {
        private int _given;

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_given++ == pieces)
            {
                return new(0);
            }

            clock.Advance(_given == 1 ? TimeSpan.Zero : Pause);
            cancellationToken.ThrowIfCancellationRequested();
            var length = Math.Min(size, buffer.Length);
            buffer.Span[..length].Fill((byte)'a');
            return new(length);
        }
    }
}
