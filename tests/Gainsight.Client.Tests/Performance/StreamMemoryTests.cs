using Gainsight.Client.Benchmarks;

namespace Gainsight.Client.Tests;

/// <summary>What a stream of rows keeps alive. Runs alone, because what is alive is counted for the process.</summary>
[Collection(Alone.Name)]
public sealed class StreamMemoryTests
{
    [Fact]
    public async Task Streaming_many_rows_keeps_no_more_alive_than_streaming_few_and_less_than_32_MB()
    {
        await StreamWork.PeakAsync(100_000);

        long few = await StreamWork.PeakAsync(100_000);
        long many = await StreamWork.PeakAsync(400_000);

        many.Should().BeLessThan(32 * 1024 * 1024);
        ((double)many).Should().BeLessThanOrEqualTo(1.10 * few);
    }
}
