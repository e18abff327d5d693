using System.Globalization;
using System.Net;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests.Throttling;

public sealed class QuotaStepTests : IDisposable
{
    private const string Refusal = """{"result":false,"errorCode":"GS_APIG_2404","errorDesc":"Too many requests","requestId":"r-9"}""";

    private readonly VirtualClock _clock = new();
    private readonly StubHandler _wire = new();
    private readonly Logs _logs = new();
    private readonly QuotaLedger _ledger;
    private readonly GainsightClientOptions _client = new() { Credential = new AccessKeyCredential("key") };
    private ClientPipeline? _pipeline;

    public QuotaStepTests()
    {
        _client.Quota.SetLimit("sync-minute", 3);
        _client.TimeProvider = _clock;
        _ledger = new(_clock);
    }

    [Fact]
    public async Task Every_send_takes_a_permit()
    {
        _wire.Answer(StubHandler.Envelope());

        using var first = await SendAsync(Call());
        using var second = await SendAsync(Call());

        Used("sync-minute").Should().Be(2);
        Used("sync-day").Should().Be(2);
    }

    [Fact]
    public async Task A_call_that_is_refused_slowly_ends_after_the_longest_wait()
    {
        _client.Quota.MaxQueueWait = TimeSpan.FromMinutes(10);
        var refusals = 0;
        _wire.Do((_, _) =>
        {
            refusals++;
            _clock.Advance(TimeSpan.FromSeconds(61));
            return refusals > 50 ? throw new InvalidOperationException("It never ends.") : Task.FromResult(StubHandler.Json(HttpStatusCode.TooManyRequests, Refusal));
        });
        _clock.StartJumping();

        using var response = await SendAsync(Call());

        BufferedAnswer.Of(response).IsThrottled.Should().BeTrue();
        refusals.Should().BeInRange(2, 12);
    }

    [Fact]
    public async Task An_operation_without_a_bucket_takes_none()
    {
        _wire.Answer(StubHandler.Envelope());

        using var response = await SendAsync(Call(Operation.TokenRequest));

        Used("sync-minute").Should().Be(0);
    }

    [Fact]
    public async Task A_refusal_and_the_wait_after_it_are_logged_and_a_plain_call_is_not()
    {
        _wire.Answer(StubHandler.Envelope()).Answer(HttpStatusCode.TooManyRequests, Refusal).Answer(StubHandler.Envelope());
        (await SendAsync(Call())).Dispose();
        _logs.Records.Should().BeEmpty();

        _clock.StartJumping();
        (await SendAsync(Call())).Dispose();

        _logs.Ids.Should().Equal(300, 301);
        _logs.Records.Should().OnlyContain(entry => entry.Message.Contains("Records.Insert") && entry.Message.Contains("sync"));
    }

    [Fact]
    public async Task The_wait_for_a_permit_is_noted_and_is_not_part_of_the_attempt()
    {
        _wire.Answer(StubHandler.Envelope());
        for (var i = 0; i < 3; i++)
        {
            (await SendAsync(Call())).Dispose();
        }

        _clock.StartJumping();
        var fourth = Call();
        using var response = await SendAsync(fourth);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        fourth.PermitWait.Should().Be(TimeSpan.FromSeconds(30));
        fourth.LastAttempt.Should().Be(TimeSpan.Zero);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.OK)]
    public async Task A_refused_call_waits_for_the_next_window_and_goes_again(HttpStatusCode status)
    {
        _wire.Answer(status, Refusal).Answer(status, Refusal).Answer(StubHandler.Envelope());
        _clock.StartJumping();
        var call = Call();

        using var response = await SendAsync(call);

        BufferedAnswer.Of(response).IsSuccess.Should().BeTrue();
        _wire.Sent.Should().HaveCount(3);
        call.PermitWait.Should().Be(TimeSpan.FromSeconds(90));
        _wire.Given[0].Content.Should().BeOfType<BufferedAnswer>().Which.Body.Length.Should().Be(0, "the refusal was disposed");
    }

    [Fact]
    public async Task The_delay_of_the_server_is_used()
    {
        _wire.Answer(HttpStatusCode.TooManyRequests, Refusal, response => response.Headers.TryAddWithoutValidation("Retry-After", "7")).Answer(StubHandler.Envelope());
        _clock.StartJumping();
        var call = Call();

        using var response = await SendAsync(call);

        call.PermitWait.Should().Be(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task A_refusal_is_returned_when_the_wait_would_be_too_long()
    {
        _client.Quota.MaxQueueWait = TimeSpan.FromMinutes(3);
        _wire.Answer(HttpStatusCode.TooManyRequests, Refusal);
        _clock.StartJumping();
        var call = Call();

        using var response = await SendAsync(call);

        var answer = BufferedAnswer.Of(response);
        answer.IsThrottled.Should().BeTrue();
        answer.Body.Length.Should().BePositive("the transport still reads it");
        _wire.Sent.Should().HaveCount(4, "half a minute and two whole ones were waited for, and the next would be too much");
        call.PermitWait.Should().Be(TimeSpan.FromSeconds(150));
    }

    [Fact]
    public async Task A_call_that_may_not_wait_returns_its_first_refusal()
    {
        _client.Quota.MaxQueueWait = TimeSpan.Zero;
        _wire.Answer(HttpStatusCode.TooManyRequests, Refusal);

        using var response = await SendAsync(Call());

        BufferedAnswer.Of(response).IsThrottled.Should().BeTrue();
        _wire.Sent.Should().HaveCount(1);
    }

    [Fact]
    public async Task A_used_up_day_fails_without_a_send()
    {
        _client.Quota.SetLimit("sync-day", 1);
        _wire.Answer(StubHandler.Envelope());
        (await SendAsync(Call())).Dispose();

        Func<Task> second = () => SendAsync(Call());

        (await second.Should().ThrowExactlyAsync<GainsightQuotaExceededException>()).Which.Window.Should().Be("sync-day");
        _wire.Sent.Should().HaveCount(1);
    }

    [Fact]
    public async Task A_call_that_fails_on_the_wire_no_longer_counts_as_running()
    {
        _wire.Fail(HttpRequestError.ResponseEnded);
        for (var i = 0; i < 2; i++)
        {
            Func<Task> call = () => SendAsync(Call());
            await call.Should().ThrowAsync<GainsightTransportException>();
        }

        Used("sync-minute").Should().Be(2);
        _clock.Advance(TimeSpan.FromMinutes(2));
        Used("sync-minute").Should().Be(0, "nothing is under way");
    }

    [Fact]
    public async Task A_cancelled_wait_ends_the_call_without_a_send()
    {
        _wire.Answer(StubHandler.Envelope());
        for (var i = 0; i < 3; i++)
        {
            (await SendAsync(Call())).Dispose();
        }

        using CancellationTokenSource cancellation = new();
        var waiting = SendAsync(Call(), cancellation.Token);
        waiting.IsCompleted.Should().BeFalse();
        await cancellation.CancelAsync();

        Func<Task> call = () => waiting;
        await call.Should().ThrowAsync<OperationCanceledException>();
        _wire.Sent.Should().HaveCount(3);
    }

    [Theory]
    [InlineData("ddd, dd MMM yyyy HH:mm:ss 'GMT'")]
    [InlineData("dddd, dd-MMM-yy HH:mm:ss 'GMT'")]
    [InlineData("ddd MMM d HH:mm:ss yyyy")]
    public async Task The_date_of_an_answer_teaches_the_servers_clock_in_each_form_that_HTTP_has(string form)
    {
        var date = (_clock.GetUtcNow() + TimeSpan.FromSeconds(310)).ToString(form, CultureInfo.InvariantCulture);
        _wire.Answer(HttpStatusCode.OK, StubHandler.Envelope(), response => response.Headers.TryAddWithoutValidation("Date", date));

        (await SendAsync(Call())).Dispose();

        _ledger.Snapshot(_client.Quota).Windows[0].ResetsAt.Should().Be(VirtualClock.DefaultStart.AddSeconds(20), "the server's minute is ten seconds further on");
    }

    [Fact]
    public async Task An_invalid_date_counts_as_no_date()
    {
        _wire.Answer(HttpStatusCode.OK, StubHandler.Envelope(), response => response.Headers.TryAddWithoutValidation("Date", "soon"));

        (await SendAsync(Call())).Dispose();

        _ledger.Snapshot(_client.Quota).Windows[0].ResetsAt.Should().Be(VirtualClock.DefaultStart.AddSeconds(30));
    }

    [Fact]
    public async Task The_lane_of_the_call_decides_its_turn()
    {
        _wire.Answer(StubHandler.Envelope());
        for (var i = 0; i < 3; i++)
        {
            (await SendAsync(Call())).Dispose();
        }

        Task[] bulk = [.. Enumerable.Range(0, 9).Select(_ => SendAsync(Call(lane: RequestLane.Bulk)))];
        Task single = SendAsync(Call());
        _clock.Advance(TimeSpan.FromSeconds(31));

        await single;
        bulk.Count(task => task.IsCompleted).Should().BeLessThan(9);
        _clock.StartJumping();
        await Task.WhenAll(bulk);
    }

    public void Dispose()
    {
        _pipeline?.Dispose();
        _wire.Dispose();
        _logs.Dispose();
        _clock.Dispose();
    }

    private static CallState Call(Operation? operation = null, RequestLane lane = RequestLane.Interactive) =>
        new(new ApiRequest { Operation = operation ?? Operation.RecordsInsert, Object = "Company", Lane = lane });

    private async Task<HttpResponseMessage> SendAsync(CallState call, CancellationToken cancellationToken = default)
    {
        _pipeline ??= new ClientPipeline(_client, new Uri("https://acme.example/"), _ledger, _logs.CreateLogger("test"));
        using var wire = new HttpMessageInvoker(new InFlightHandler(_clock, _wire), disposeHandler: false);
        using var request = call.CreateMessage(HttpMethod.Post, new Uri("https://acme.example/v1/data/objects/Company"));
        return await _pipeline.SendAsync(request, call, wire.SendAsync, cancellationToken);
    }

    private int Used(string window) => _ledger.Snapshot(_client.Quota).Windows.Single(status => status.Name == window).Used;
}
