using System.Diagnostics;

namespace Gainsight.Client.IntegrationTests.Writes;

/// <summary>The span of a write, above those of its calls.</summary>
public sealed class WriteSpanTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_write_has_one_span_above_those_of_its_calls(bool streams)
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var rows = Rows.Companies(120);
        rows[7].Stage = "a secret that is no item";
        var spans = await RecordAsync(async () =>
        {
            if (streams)
            {
                await foreach (var outcome in gainsight.Companies.UpsertStreamAsync(rows, CompanyFields.Name, new WriteOptions { Preflight = true, ExpectedTotal = 120 }))
                {
                    _ = outcome;
                }
            }
            else
            {
                await gainsight.Companies.UpsertAsync(rows, CompanyFields.Name, new WriteOptions { Preflight = true });
            }
        });

        var write = spans.Should().ContainSingle(span => span.OperationName == "Write").Which;
        write.Kind.Should().Be(ActivityKind.Internal);
        write.TagObjects.Should().Contain(
        [
            new("gainsight.object", "Company"), new("gainsight.records", 120L), new("gainsight.calls", (long)tenant.Emulator.Requests.Count),
            new("gainsight.rows.inserted", 119L), new("gainsight.rows.failed", 1L),
        ]);
        var calls = spans.Where(span => span != write).ToList();
        calls.Should().HaveCount(tenant.Emulator.Requests.Count).And.OnlyContain(span => span.ParentSpanId == write.SpanId);
        spans.SelectMany(span => span.TagObjects).Should().OnlyContain(tag => !$"{tag.Value}".Contains("secret"));
        write.Status.Should().Be(ActivityStatusCode.Unset);
    }

    [Fact]
    public async Task A_write_that_stops_early_has_an_error()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient(options => options.Quota.SetLimit("sync-minute", 1));

        var spans = await RecordAsync(() => gainsight.Companies.InsertAsync(Rows.Companies(250), new WriteOptions { TimeLimit = TimeSpan.FromSeconds(90) }));

        var write = spans.Should().ContainSingle(span => span.OperationName == "Write").Which;
        (write.Status, write.GetTagItem("error.type")).Should().Be((ActivityStatusCode.Error, (object?)"GainsightException"));
        write.GetTagItem("gainsight.rows.not_attempted").Should().BeOfType<long>().Which.Should().BePositive();
    }

    /// <summary>The library's spans below a span of the caller's.</summary>
    private static async Task<IReadOnlyList<Activity>> RecordAsync(Func<Task> work)
    {
        var ended = new List<Activity>();
        using var source = new ActivitySource("Caller");
        using var listener = new ActivityListener
        {
            ShouldListenTo = each => each == source || each.Name == GainsightDiagnostics.ActivitySourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                lock (ended)
                {
                    ended.Add(span);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var caller = source.StartActivity("caller")!;
        await work();
        Activity.Current.Should().BeSameAs(caller);
        lock (ended)
        {
            return [.. ended.Where(span => span.TraceId == caller.TraceId && span.Source != source)];
        }
    }
}
