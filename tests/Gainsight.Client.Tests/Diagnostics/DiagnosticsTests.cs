using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests;

/// <summary>Listeners receive the spans of all tests in the process, so each test has its own host to recognize its spans.</summary>
public sealed class DiagnosticsTests : IDisposable
{
    private const string Value = "Orbiting-Value";

    private readonly string _tenant = $"t-{Guid.NewGuid():N}";
    private readonly PipelineFixture _fixture;
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ConcurrentQueue<(string Instrument, double Value, Dictionary<string, object?> Tags)> _measurements = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public DiagnosticsTests()
    {
        _fixture = new PipelineFixture(options => options.Tenant = _tenant);
        _activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == GainsightDiagnostics.ActivitySourceName,
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.GetTagItem("server.address") as string == $"{_tenant}.gainsightcloud.com")
                {
                    _spans.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == GainsightDiagnostics.MeterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meters.Start();
    }

    [Fact]
    public async Task A_call_is_one_span_with_its_route_attempts_and_request_id()
    {
        _fixture.Wire.Fail(HttpRequestError.ResponseEnded).Answer(StubHandler.Envelope());

        using var response = await _fixture.SendAsync(new ApiRequest
        {
            Operation = Operation.RecordsDelete,
            Object = "Company",
            Id = "1P02A1",
            RecordCount = 1,
        });

        var span = _spans.Should().ContainSingle().Which;
        span.OperationName.Should().Be("Records.Delete");
        span.Kind.Should().Be(ActivityKind.Client);
        span.Status.Should().Be(ActivityStatusCode.Unset);
        Tags(span).Should().Equal(new Dictionary<string, object?>
        {
            ["http.request.method"] = "DELETE",
            ["url.template"] = "/v1/data/objects/{object}/{id}",
            ["server.address"] = $"{_tenant}.gainsightcloud.com",
            ["server.port"] = 443,
            ["gainsight.object"] = "Company",
            ["gainsight.records"] = 1,
            ["http.response.status_code"] = 200,
            ["gainsight.request_id"] = "r-1",
            ["gainsight.attempts"] = 2,
            ["gainsight.permit_wait"] = 0.0,
        });
    }

    [Theory]
    [InlineData(400, """{"result":false,"errorCode":"GSOBJ_1012","errorDesc":"Stage = Orbiting-Value","requestId":"r-7"}""", nameof(GainsightValidationException))]
    [InlineData(200, """{"result":false,"errorCode":"GSOBJ_1012","requestId":"r-7"}""", nameof(GainsightValidationException))]
    [InlineData(401, """{"result":false,"requestId":"r-7"}""", nameof(GainsightAuthenticationException))]
    public async Task A_failed_call_says_so_in_its_span(int status, string body, string errorType)
    {
        _fixture.Wire.Answer((HttpStatusCode)status, body);

        await _fixture.FailAnyAsync(PipelineFixture.Insert());

        var span = _spans.Should().ContainSingle().Which;
        span.Status.Should().Be(ActivityStatusCode.Error);
        span.GetTagItem("error.type").Should().Be(errorType);
        span.GetTagItem("http.response.status_code").Should().Be(status);
        span.GetTagItem("gainsight.request_id").Should().Be("r-7");
    }

    [Fact]
    public async Task Time_outs_and_cancellations_have_their_own_error_types()
    {
        _fixture.Wire.Do((_, token) =>
        {
            _fixture.Clock.Advance(_fixture.Options.AttemptTimeout);
            token.ThrowIfCancellationRequested();
            throw new InvalidOperationException("not reached");
        });

        await _fixture.FailAnyAsync(PipelineFixture.Insert());
        await FluentActions.Awaiting(() => _fixture.SendAsync(PipelineFixture.Insert(), new CancellationToken(true)))
            .Should().ThrowAsync<OperationCanceledException>();

        _spans.Select(span => span.GetTagItem("error.type")).Should().Equal("timeout", "canceled");
    }

    [Fact]
    public async Task Durations_and_attempts_are_measured()
    {
        _fixture.Wire
            .Do((_, _) =>
            {
                _fixture.Clock.Advance(TimeSpan.FromSeconds(2));
                return Task.FromResult(StubHandler.Json(HttpStatusCode.OK, StubHandler.Envelope()));
            });

        using var response = await _fixture.SendAsync(PipelineFixture.Of(Operation.MetadataDescribe));

        var duration = _measurements.Should().ContainSingle(measurement =>
            measurement.Instrument == "gainsight.client.operation.duration"
            && (string?)measurement.Tags["server.address"] == $"{_tenant}.gainsightcloud.com").Which;
        duration.Value.Should().Be(2);
        duration.Tags.Should().Contain("gainsight.operation", "Metadata.Describe").And.Contain("http.response.status_code", 200)
            .And.NotContainKey("error.type");
        _measurements.Should().Contain(measurement =>
            measurement.Instrument == "gainsight.client.attempts" && measurement.Value == 1
            && (string?)measurement.Tags["gainsight.operation"] == "Metadata.Describe");
        _measurements.Should().Contain(measurement =>
            measurement.Instrument == "gainsight.client.permit_wait" && (string?)measurement.Tags["gainsight.bucket"] == "sync");
    }

    [Theory]
    [InlineData(400, """{"result":false,"errorCode":"GSOBJ_1011","requestId":"r-7"}""")]
    [InlineData(200, """{"result":false,"errorCode":"GSOBJ_1XXX","errorDesc":"No data found for given criteria","requestId":"r-7"}""")]
    public async Task A_query_that_finds_nothing_is_not_a_failure_in_any_form_of_the_answer(int status, string body)
    {
        _fixture.Wire.Answer((HttpStatusCode)status, body);

        using var response = await _fixture.SendAsync(new ApiRequest
        {
            Operation = Operation.RecordsQuery,
            Object = "Company",
            NoRowsIsSuccess = true,
        });

        response.SaysNoRows.Should().BeTrue();
        _spans.Should().ContainSingle().Which.Status.Should().Be(ActivityStatusCode.Unset);
    }

    [Fact]
    public void Rows_retries_and_throttled_answers_are_counted()
    {
        var name = Guid.NewGuid().ToString();
        var operation = Operation.RecordsInsert with { Name = name };

        GainsightDiagnostics.CountRows(name, nameof(RowStatus.Inserted), 49);
        GainsightDiagnostics.CountRetry(operation.Name);
        GainsightDiagnostics.CountThrottled(operation.Name, operation.Bucket);

        var mine = _measurements.Where(measurement => measurement.Tags.ContainsValue(name)).ToList();
        mine.Select(measurement => (measurement.Instrument, measurement.Value)).Should().Equal(
            ("gainsight.client.rows", 49), ("gainsight.client.retries", 1), ("gainsight.client.throttled", 1));
        mine[0].Tags.Should().Contain("gainsight.row_status", "Inserted");
        mine[2].Tags.Should().Contain("gainsight.bucket", "sync");
    }

    [Fact]
    public async Task A_throttled_answer_counts_when_it_comes()
    {
        _fixture.Wire.Answer(HttpStatusCode.TooManyRequests, "{}");

        await _fixture.FailAsync<GainsightThrottledException>(PipelineFixture.Of(Operation.MetadataListObjects));

        _measurements.Should().Contain(measurement =>
            measurement.Instrument == "gainsight.client.throttled" && (string?)measurement.Tags["gainsight.operation"] == "Metadata.ListObjects");
    }

    [Fact]
    public async Task No_secret_and_no_value_reaches_a_log_a_span_a_metric_or_an_exception()
    {
        var said = new List<string>();
        var refusal = $$$"""{"result":false,"errorCode":"GSOBJ_1012","errorDesc":"{{{Value}}}","message":"{{{Value}}}","localizedMessage":"{{{Value}}}","title":"{{{Value}}}","detail":"{{{Value}}}","requestId":"r","data":{"errors":[[{"parsedValue":"{{{Value}}}","errors":[{"errorMessage":"{{{Value}}}","errorCode":"GSOBJ_1012","fieldName":"Stage","invalidValue":["{{{Value}}}"]}]}]]}}""";
        foreach (var status in new[] { 200, 302, 400, 401, 403, 404, 429, 500, 503 })
        {
            foreach (var body in new[] { refusal, refusal[..^3], $"<html>{Value}", "" })
            {
                foreach (var credential in new GainsightCredential[]
                {
                    new AccessKeyCredential(PipelineFixture.AccessKey), new ClientCredentialsCredential("the-client-id", "the-client-secret"),
                })
                {
                    using var fixture = new PipelineFixture(options =>
                    {
                        options.Tenant = _tenant;
                        options.Credential = credential;
                    });
                    fixture.Wire.Do((request, _) => Task.FromResult(request.RequestUri!.AbsolutePath.EndsWith("token", StringComparison.Ordinal) && status != 401
                        ? StubHandler.Json(HttpStatusCode.OK, """{"access_token":"the-token","expires_in":60}""")
                        : StubHandler.Json((HttpStatusCode)status, body)));
                    using var json = JsonBody.Create(0, static (writer, _) => writer.WriteStringValue(Value));

                    var failure = await fixture.FailAnyAsync(PipelineFixture.Insert(body: json));
                    said.Add(failure.ToString());
                    said.AddRange((failure as GainsightApiException)?.Errors.Select(error => error.ToString()) ?? []);
                    said.AddRange(fixture.Logs.Records.Select(entry => entry.Text()));
                }
            }
        }

        said.AddRange(_spans.SelectMany(span => span.TagObjects.Select(tag => $"{tag.Value}")));
        said.AddRange(_spans.Select(span => span.StatusDescription ?? string.Empty));
        said.AddRange(_spans.SelectMany(span => span.Events.SelectMany(happening => happening.Tags.Select(tag => $"{tag.Value}"))));
        said.AddRange(_measurements.SelectMany(measurement => measurement.Tags.Values.Select(value => $"{value}")));
        var basic = Convert.ToBase64String("the-client-id:the-client-secret"u8);

        _spans.Should().HaveCountGreaterThan(60);
        foreach (var secret in new[] { Value, PipelineFixture.AccessKey, "the-client-id", "the-client-secret", "the-token", basic })
        {
            said.Should().NotContain(text => text.Contains(secret), "{0} is nobody's business", secret);
        }
    }

    [Fact]
    public async Task A_retry_is_logged_with_its_reason()
    {
        _fixture.Wire.Answer(HttpStatusCode.BadGateway, "{}").Answer(StubHandler.Envelope());

        using var response = await _fixture.SendAsync(PipelineFixture.Query());

        _fixture.Logs.Records.Should().ContainSingle().Which.Message.Should().Match("Records.Query of Company failed (status 502) on attempt 1; the next attempt starts in 00:00:0*");
    }

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
        _fixture.Dispose();
    }

    private static Dictionary<string, object?> Tags(Activity span) => span.TagObjects.ToDictionary(tag => tag.Key, tag => tag.Value);

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measurements.Enqueue((instrument.Name, value, tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value)));
}
