using System.Diagnostics;

namespace Gainsight.Client.Tests.Writes;

public sealed class WriteTelemetryTests : IDisposable
{
    private readonly PipelineFixture _fixture = new();
    private readonly List<Activity> _spans = [];

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void The_span_of_a_write_has_its_rows_by_outcome_and_its_calls()
    {
        using var listener = Listen(ActivitySamplingResult.AllData);
        WriteTally tally = new(_fixture.Transport, "Spans", progress: null, total: null);
        foreach (var status in Enum.GetValues<RowStatus>())
        {
            tally.Add(status, (int)status + 1);
        }

        using (var span = WriteTelemetry.Start("Spans", 36))
        {
            WriteTelemetry.End(span, tally, calls: 4, stoppedBy: null);
        }

        Tags().Should().BeEquivalentTo(new Dictionary<string, object>
        {
            ["gainsight.object"] = "Spans",
            ["gainsight.records"] = 36L,
            ["gainsight.calls"] = 4L,
            ["gainsight.rows.not_attempted"] = 1L,
            ["gainsight.rows.inserted"] = 2L,
            ["gainsight.rows.updated"] = 3L,
            ["gainsight.rows.upserted"] = 4L,
            ["gainsight.rows.unchanged"] = 5L,
            ["gainsight.rows.deleted"] = 6L,
            ["gainsight.rows.failed"] = 7L,
            ["gainsight.rows.unknown"] = 8L,
        });
        _spans[0].Status.Should().Be(ActivityStatusCode.Unset);
    }

    [Fact]
    public void The_span_of_a_write_that_stopped_has_the_reason_and_no_tag_of_an_outcome_without_rows()
    {
        using var listener = Listen(ActivitySamplingResult.AllData);
        WriteTally tally = new(_fixture.Transport, "Spans", progress: null, total: null);

        using (var span = WriteTelemetry.Start("Spans", rows: null))
        {
            WriteTelemetry.End(span, tally, calls: 0, new GainsightTransportException("The connection broke."));
        }

        Tags().Should().BeEquivalentTo(new Dictionary<string, object>
        {
            ["gainsight.object"] = "Spans",
            ["gainsight.calls"] = 0L,
            ["error.type"] = nameof(GainsightTransportException),
        });
        _spans[0].Status.Should().Be(ActivityStatusCode.Error);
    }

    [Fact]
    public void A_span_that_is_only_passed_on_has_no_tags()
    {
        using var listener = Listen(ActivitySamplingResult.PropagationData);
        using (var span = WriteTelemetry.Start("Spans", 1))
        {
            WriteTelemetry.End(span, new(_fixture.Transport, "Spans", progress: null, total: null), calls: 1, stoppedBy: null);
        }

        Tags().Should().BeEmpty();
    }

    private Dictionary<string, object?> Tags() => _spans.Should().ContainSingle().Subject.TagObjects.ToDictionary(tag => tag.Key, tag => tag.Value);

    private ActivityListener Listen(ActivitySamplingResult sampling)
    {
        // Other tests write at the same time. Their spans are those of other threads.
        var thread = Environment.CurrentManagedThreadId;
        ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == GainsightDiagnostics.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => Environment.CurrentManagedThreadId == thread ? sampling : ActivitySamplingResult.None,
            ActivityStopped = span =>
            {
                if (Environment.CurrentManagedThreadId == thread)
                {
                    _spans.Add(span);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
