using System.Net;
using Polly;

namespace Gainsight.Client.Tests;

/// <summary>What a call knows about an attempt that failed: what was sent, and whether it may still be carried out.</summary>
public sealed class FateTests
{
    private const string Envelope = """{"result":false,"errorCode":"GU_1101"}""";

    public static TheoryData<string, int, bool> Failures => new()
    {
        // The failure, the seconds after the request was sent, and whether the call may still be carried out.
        { "504", 0, true },
        { "time-out", 100, true },
        { "500", 11, true },
        { "500", 9, false },
        { "cut", 11, true },
        { "cut", 9, false },
        { "200 fault", 11, true },
        { "403 page", 11, true },
        { "408", 9, false },
        { "400", 11, false },
        { "429", 11, false },
        { "connect", 11, false },
        { "success", 11, false },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_call_may_still_be_carried_out_after_a_time_out_a_504_or_a_late_failure_of_unknown_fate(string failure, int seconds, bool expected)
    {
        using var fixture = new PipelineFixture(options => options.Retry.MaxRetries = 0);
        Put(failure, TimeSpan.FromSeconds(seconds), fixture);
        var call = new CallState(PipelineFixture.Insert());

        await EndAsync(fixture, call);

        call.MayStillBeProcessed.Should().Be(expected);
    }

    [Fact]
    public async Task A_call_that_a_time_limit_of_the_applications_pipeline_ended_may_still_be_carried_out()
    {
        using var fixture = new PipelineFixture(options => options.ConfigureRetry(pipeline => pipeline.AddTimeout(TimeSpan.FromSeconds(10))));
        fixture.Clock.StartJumping();
        fixture.Wire.Hang();
        var call = new CallState(PipelineFixture.Insert());

        await EndAsync(fixture, call);

        (call.MayHaveBeenProcessed, call.MayStillBeProcessed).Should().Be((true, true));
    }

    [Fact]
    public async Task LateAfter_decides_which_failure_is_late()
    {
        using var fixture = new PipelineFixture(options => (options.Retry.MaxRetries, options.Retry.LateAfter) = (0, TimeSpan.FromSeconds(4)));
        Put("500", TimeSpan.FromSeconds(5), fixture);
        var call = new CallState(PipelineFixture.Insert());

        await EndAsync(fixture, call);

        call.MayStillBeProcessed.Should().BeTrue();
    }

    [Fact]
    public async Task The_time_starts_when_the_last_byte_was_sent()
    {
        using var fixture = new PipelineFixture(options => options.Retry.MaxRetries = 0);
        using var upload = new SlowUpload(fixture.Clock, TimeSpan.FromSeconds(30));
        using var transport = new Transport(
            fixture.Options, HostRules.Resolve(fixture.Options), upload, disposeInner: false, fixture.Logs, PipelineFixture.CreateLedger(fixture.Clock));
        var call = new CallState(PipelineFixture.Insert());

        await FluentActions.Awaiting(() => transport.SendAsync(call, CancellationToken.None).AsTask()).Should().ThrowAsync<GainsightTransportException>();

        call.MayHaveBeenProcessed.Should().BeTrue();
        call.MayStillBeProcessed.Should().BeFalse("the failure came at once after the upload");
    }

    [Fact]
    public async Task A_retry_that_succeeds_does_not_forget_that_an_earlier_attempt_may_still_be_carried_out()
    {
        using var fixture = new PipelineFixture();
        Put("504", TimeSpan.Zero, fixture);
        fixture.Wire.Answer(StubHandler.Envelope());
        var call = new CallState(PipelineFixture.Of(Operation.RecordsUpdate));

        (await fixture.SendAsync(call)).Dispose();

        call.Attempts.Should().Be(2);
        call.MayStillBeProcessed.Should().BeTrue();
    }

    [Fact]
    public async Task A_403_that_is_not_Gainsights_refuses_this_call_and_says_nothing_about_the_credential()
    {
        using var fixture = new PipelineFixture();
        fixture.Wire.Html(HttpStatusCode.Forbidden);

        var failure = await fixture.FailAsync<GainsightApiException>(PipelineFixture.Insert());

        failure.IsByIntermediary.Should().BeTrue();
        failure.ToRefusal().IsByIntermediary.Should().BeTrue();
        failure.MayHaveBeenProcessed.Should().BeTrue("a firewall can refuse an answer too");
        failure.Message.Should().Contain("firewall").And.Contain("not Gainsight's").And.NotContain("access key");
        fixture.Wire.Sent.Should().ContainSingle();
    }

    [Theory]
    [InlineData("""{"result":false,"errorCode":"GS_APIG_2402"}""")]
    [InlineData("""{"result":false}""")]
    public async Task A_403_of_Gainsight_refuses_the_credential(string envelope)
    {
        using var fixture = new PipelineFixture();
        fixture.Wire.Answer(HttpStatusCode.Forbidden, envelope);

        var failure = await fixture.FailAsync<GainsightAuthenticationException>(PipelineFixture.Insert());

        failure.IsByIntermediary.Should().BeFalse();
        failure.MayHaveBeenProcessed.Should().BeFalse();
    }

    [Fact]
    public async Task Every_request_has_content_even_if_it_is_empty()
    {
        foreach (var operation in new[] { Operation.RecordsDelete, Operation.MetadataListObjects, Operation.RecordsQuery })
        {
            using var fixture = new PipelineFixture();
            HttpContent? content = null;
            long? length = null;
            fixture.Wire.Do((request, _) =>
            {
                (content, length) = (request.Content, request.Content?.Headers.ContentLength);
                return Task.FromResult(StubHandler.Json(HttpStatusCode.OK, StubHandler.Envelope()));
            });

            (await fixture.SendAsync(PipelineFixture.Of(operation))).Dispose();

            content.Should().NotBeNull("SocketsHttpHandler resends {0} by itself otherwise", operation.Name);
            length.Should().Be(0);
        }
    }

    private static async Task EndAsync(PipelineFixture fixture, CallState call)
    {
        try
        {
            (await fixture.SendAsync(call)).Dispose();
        }
        catch (GainsightException)
        {
            // The tests look at the state of the call.
        }
    }

    private static void Put(string failure, TimeSpan after, PipelineFixture fixture) => fixture.Wire.Do((_, token) =>
    {
        fixture.Clock.Advance(after);
        token.ThrowIfCancellationRequested();
        return failure switch
        {
            "cut" => throw new HttpRequestException(HttpRequestError.ResponseEnded, "wire"),
            "connect" => throw new HttpRequestException(HttpRequestError.ConnectionError, "wire"),
            "403 page" => Task.FromResult(StubHandler.Json(HttpStatusCode.Forbidden, "<html>")),
            "200 fault" => Task.FromResult(StubHandler.Json(HttpStatusCode.OK, Envelope)),
            "success" => Task.FromResult(StubHandler.Json(HttpStatusCode.OK, StubHandler.Envelope())),
            _ => Task.FromResult(StubHandler.Json(Enum.Parse<HttpStatusCode>(failure), failure == "400" ? """{"result":false,"errorCode":"GSOBJ_1002"}""" : Envelope)),
        };
    });

    /// <summary>Reads the content only after a while, and then breaks the connection.</summary>
    private sealed class SlowUpload(TestSupport.VirtualClock clock, TimeSpan duration) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            clock.Advance(duration);
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "wire");
        }
    }
}
