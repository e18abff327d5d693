using System.Globalization;
using System.Net;
using System.Text;

namespace Gainsight.Client.Tests;

public sealed class AttemptTests : IDisposable
{
    private readonly PipelineFixture _fixture = new(options => options.Retry.MaxRetries = 0);

    [Fact]
    public async Task An_attempt_without_headers_in_time_is_a_time_out_of_unknown_fate()
    {
        var sent = new TaskCompletionSource();
        _fixture.Wire.Do(async (_, token) =>
        {
            sent.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            throw new InvalidOperationException("not reached");
        });

        var failing = _fixture.FailAsync<GainsightTransportException>(PipelineFixture.Insert());
        await sent.Task;
        _fixture.Clock.Advance(_fixture.Options.AttemptTimeout);
        var failure = await failing;

        failure.IsTimeout.Should().BeTrue();
        failure.MayHaveBeenProcessed.Should().BeTrue();
        failure.Message.Should().Contain("northwind.gainsightcloud.com").And.Contain("100 s").And.Contain("AttemptTimeout");
    }

    [Fact]
    public async Task The_time_limit_covers_the_body()
    {
        var body = new StallingStream("""{"result":true,"data":[""");
        _fixture.Wire.Do((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(body) }));

        var failing = _fixture.FailAsync<GainsightTransportException>(PipelineFixture.Query());
        await body.Stalled.Task;
        _fixture.Clock.Advance(_fixture.Options.AttemptTimeout - TimeSpan.FromSeconds(1));
        failing.IsCompleted.Should().BeFalse();
        _fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        var failure = await failing;

        failure.IsTimeout.Should().BeTrue();
        body.IsDisposed.Should().BeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cancelled_call_is_cancelled_and_does_not_time_out(bool duringBody)
    {
        using var cancellation = new CancellationTokenSource();
        var body = new StallingStream("{");
        _fixture.Wire.Do(async (_, token) =>
        {
            if (!duringBody)
            {
                await cancellation.CancelAsync();
                token.ThrowIfCancellationRequested();
            }

            return new HttpResponseMessage { Content = new StreamContent(body) };
        });

        Task calling = _fixture.SendAsync(PipelineFixture.Query(), cancellation.Token);
        if (duringBody)
        {
            await body.Stalled.Task;
            await cancellation.CancelAsync();
        }

        (await FluentActions.Awaiting(() => calling).Should().ThrowAsync<OperationCanceledException>())
            .Which.CancellationToken.Should().Be(cancellation.Token);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_beforehand_is_not_sent()
    {
        _fixture.Wire.Answer(StubHandler.Envelope());

        await FluentActions.Awaiting(() => _fixture.SendAsync(PipelineFixture.Query(), new CancellationToken(canceled: true)))
            .Should().ThrowAsync<OperationCanceledException>();

        _fixture.Wire.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task A_time_out_of_the_connection_is_known_as_never_sent()
    {
        // SocketsHttpHandler reports its ConnectTimeout like this.
        _fixture.Wire.Fail(new TaskCanceledException("connect", new TimeoutException("connect")));

        var failure = await _fixture.FailAsync<GainsightTransportException>(PipelineFixture.Insert());

        failure.MayHaveBeenProcessed.Should().BeFalse();
        failure.IsTimeout.Should().BeFalse();
        failure.Message.Should().Contain("was not sent").And.Contain("firewall");
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, false, "was not found*Check the tenant's name*BaseAddress*DNS")]
    [InlineData(HttpRequestError.ConnectionError, false, "firewall")]
    [InlineData(HttpRequestError.SecureConnectionError, false, "TLS*certificates")]
    [InlineData(HttpRequestError.ProxyTunnelError, false, "proxy")]
    [InlineData(HttpRequestError.VersionNegotiationError, false, "no connection")]
    [InlineData(HttpRequestError.ResponseEnded, true, "broke before the answer was complete")]
    [InlineData(HttpRequestError.HttpProtocolError, true, "broke before the answer was complete")]
    [InlineData(HttpRequestError.InvalidResponse, true, "broke before the answer was complete")]
    [InlineData(HttpRequestError.Unknown, true, "broke before the answer was complete")]
    public async Task Every_failure_of_the_wire_says_how_far_the_request_came_and_what_to_do(
        HttpRequestError error, bool mayHaveBeenProcessed, string remedy)
    {
        _fixture.Wire.Fail(error);

        var failure = await _fixture.FailAsync<GainsightTransportException>(PipelineFixture.Insert());

        failure.MayHaveBeenProcessed.Should().Be(mayHaveBeenProcessed);
        failure.IsTimeout.Should().BeFalse();
        failure.Message.Should().Match($"Records.Insert of Company*northwind.gainsightcloud.com*").And.Match($"*{remedy}*");
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_of_unknown_fate_and_its_response_is_disposed()
    {
        var body = new StallingStream("{", new IOException("reset"));
        _fixture.Wire.Do((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(body) }));

        var failure = await _fixture.FailAsync<GainsightTransportException>(PipelineFixture.Insert());

        failure.MayHaveBeenProcessed.Should().BeTrue();
        body.IsDisposed.Should().BeTrue();
    }

    [Fact]
    public async Task An_error_in_a_handler_of_the_application_comes_through_unchanged()
    {
        var bug = new InvalidOperationException("a bug");
        _fixture.Wire.Fail(bug);

        (await _fixture.FailAsync<InvalidOperationException>(PipelineFixture.Query())).Should().BeSameAs(bug);
        _fixture.Wire.Sent.Should().ContainSingle();
    }

    [Theory]
    [InlineData("connect", false)]
    [InlineData("connect 429 connect", false)]
    [InlineData("429", false)]
    [InlineData("400", false)]
    [InlineData("503", true)]
    [InlineData("cut", true)]
    [InlineData("503 connect", true)]
    [InlineData("cut connect", true)]
    [InlineData("connect 503", true)]
    public async Task A_call_tells_whether_any_of_its_attempts_may_have_been_carried_out(string attempts, bool expected)
    {
        var call = new CallState(PipelineFixture.Query());
        foreach (var attempt in attempts.Split(' '))
        {
            using var fixture = new PipelineFixture(options => options.Retry.MaxRetries = 0);
            _ = attempt switch
            {
                "connect" => fixture.Wire.Fail(HttpRequestError.ConnectionError),
                "cut" => fixture.Wire.Fail(HttpRequestError.ResponseEnded),
                _ => fixture.Wire.Answer((HttpStatusCode)int.Parse(attempt, CultureInfo.InvariantCulture), """{"result":false}"""),
            };
            await FluentActions.Awaiting(() => fixture.SendAsync(call)).Should().ThrowAsync<GainsightException>();
        }

        call.MayHaveBeenProcessed.Should().Be(expected);
    }

    [Fact]
    public async Task Many_concurrent_calls_each_have_their_own_time_limit()
    {
        using var fixture = new PipelineFixture(options =>
        {
            options.TimeProvider = TimeProvider.System;
            options.Retry.MaxRetries = 0;
        });
        fixture.Wire.Do(async (_, token) =>
        {
            await Task.Yield();
            token.ThrowIfCancellationRequested();
            return StubHandler.Json(HttpStatusCode.OK, StubHandler.Envelope());
        });
        var transport = fixture.Transport;

        await Parallel.ForAsync(0, 500, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, token) =>
        {
            using var response = await transport.SendAsync(new ApiRequest { Operation = Operation.MetadataListObjects }, token);
        });

        fixture.Wire.Sent.Should().HaveCount(500);
    }

    public void Dispose() => _fixture.Dispose();

    /// <summary>Returns its text and then fails, or waits until it is cancelled.</summary>
    private sealed class StallingStream(string text, Exception? failure = null) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public TaskCompletionSource Stalled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsDisposed { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            if (read > 0)
            {
                return read;
            }

            Stalled.TrySetResult();
            if (failure is not null)
            {
                throw failure;
            }

            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
