using Gainsight.Client.Benchmarks;

namespace Gainsight.Client.IntegrationTests.Query;

/// <summary>What a stream of rows keeps in memory. It uses the workload of the benchmarks.</summary>
[Collection(Alone.Name)]
public sealed class StreamMemoryTests
{
    [Fact]
    public async Task Streaming_many_rows_keeps_no_more_alive_than_streaming_few_and_less_than_32_MB()
    {
        using var work = new StreamWork(200_000);

        // On a busy machine a run can be measured while it holds one page instead of two.
        var few = Math.Max(await work.PeakAsync(50_000), Math.Max(await work.PeakAsync(50_000), await work.PeakAsync(50_000)));
        var many = await work.PeakAsync(200_000);

        many.Should().BeLessThan(32 * 1024 * 1024);
        ((double)many).Should().BeLessThanOrEqualTo(1.10 * few);
    }
}
