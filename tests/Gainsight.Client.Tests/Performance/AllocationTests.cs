using Gainsight.Client.Benchmarks;

namespace Gainsight.Client.Tests;

/// <summary>The bytes that docs/performance.md promises, each beside the same work done the usual way. The work is that of the benchmarks.</summary>
/// <remarks>The limits stand just above what is measured, most of them below the goals of that page, so that a regression shows.</remarks>
public sealed class AllocationTests
{
    private const int Runs = 3;

    private static readonly PageWork Page = new();

#if DEBUG
    // A debug build makes an object of the state of every async method.
    private const long PipelineBytes = 3 * 1024;
    private const long WaitingPipelineBytes = 3 * 1024;
    private const long ContainerBytes = 3 * 1024;
#else
    // Most of it belongs to Microsoft.Extensions.Http.Resilience: the request's options, and the state of its handler.
    private const long PipelineBytes = 160;
    private const long WaitingPipelineBytes = 640;
    private const long ContainerBytes = 0;
#endif

    [Fact]
    public void A_page_takes_at_most_six_tenths_of_the_bytes_of_objects_that_drop_the_custom_fields()
    {
        Page.Records().Should().HaveCount(CompanyPage.Rows);
        Page.Poco().Should().HaveCount(CompanyPage.Rows);

        Ratio(() => Page.Records(), () => Page.Poco()).Should().BeLessThanOrEqualTo(0.60);
    }

    [Fact]
    public void A_page_with_five_fields_of_each_row_read_takes_less_than_three_quarters_of_the_bytes_of_objects()
    {
        Page.RecordsFiveFields().Should().Be(Page.PocoFiveFields());

        Ratio(() => Page.RecordsFiveFields(), () => Page.PocoFiveFields()).Should().BeLessThanOrEqualTo(0.72);
    }

    [Fact]
    public void A_page_with_all_fields_read_takes_less_than_seven_tenths_of_the_bytes_of_objects_with_extension_data()
    {
        Page.RecordsAllFields().Should().Be(Page.ExtendedPocoAllFields());

        Ratio(() => Page.RecordsAllFields(), () => Page.ExtendedPocoAllFields()).Should().BeLessThanOrEqualTo(0.68);
    }

    [Fact]
    public void The_body_of_fifty_records_takes_a_hundredth_of_the_bytes_of_generated_serialization()
    {
        var body = new BodyWork();

        body.Records().Should().BeGreaterThan(50 * 100);
        Ratio(() => body.Records(), () => body.Poco()).Should().BeLessThanOrEqualTo(0.01);
    }

    [Theory]
    [InlineData(false, PipelineBytes)]
    [InlineData(true, WaitingPipelineBytes)]
    public void A_call_through_the_whole_pipeline_takes_hardly_more_bytes_than_a_bare_client(bool waits, long limit)
    {
        using var call = new CallWork(waits);
        call.Pipeline().Should().Be(1);
        call.Bare().Should().Be(1);

        var bare = Allocated.By(() => call.Bare(), runs: 100);
        var pipeline = Allocated.By(() => call.Pipeline(), runs: 100);

        (pipeline - bare).Should().BeLessThanOrEqualTo(limit);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_call_from_the_container_takes_no_more_bytes_than_a_plain_client_with_the_standard_resilience_handler(bool waits)
    {
        using var call = new CallWork(waits);
        call.Container().Should().Be(1);
        call.Standard().Should().Be(1);

        var standard = Allocated.By(() => call.Standard(), runs: 100);
        var container = Allocated.By(() => call.Container(), runs: 100);

        (container - standard).Should().BeLessThanOrEqualTo(ContainerBytes);
    }

    [Fact]
    public void A_filter_of_ten_conditions_compiles_with_less_than_a_kilobyte()
    {
        var filter = new FilterWork();

        Allocated.By(() => filter.Compile()).Should().BeLessThan(800);
    }

    private static double Ratio(Action work, Action baseline) => (double)Allocated.By(work, Runs) / Allocated.By(baseline, Runs);
}
