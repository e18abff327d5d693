using System.Net;

namespace Gainsight.Client.Tests.Diagnostics;

public sealed class ConnectionStatusTests : IDisposable
{
    private const string Refusal = """{"result":false,"errorCode":"GSOBJ_1012","errorDesc":"Acme is bad","requestId":"r-2","data":null}""";

    private readonly PipelineFixture _fixture = new(options => options.Retry.MaxRetries = 0);

    private ConnectionStatus Status => _fixture.Transport.Connection;

    [Fact]
    public void Before_the_first_call_nothing_is_known() => Status.Should().BeEquivalentTo(new ConnectionStatus());

    [Fact]
    public async Task An_answer_counts_with_its_time()
    {
        _fixture.Wire.Answer(StubHandler.Envelope());

        using var response = await _fixture.SendAsync(PipelineFixture.Query());

        Status.Should().BeEquivalentTo(new ConnectionStatus { LastAnswerAt = _fixture.Clock.GetUtcNow() });
    }

    [Fact]
    public async Task A_refusal_of_the_data_is_an_answer()
    {
        _fixture.Wire.Answer(HttpStatusCode.BadRequest, Refusal);

        await _fixture.FailAnyAsync(PipelineFixture.Query());

        Status.Should().BeEquivalentTo(new ConnectionStatus { LastAnswerAt = _fixture.Clock.GetUtcNow() });
    }

    public static TheoryData<string> Failures => ["no answer", "server failure", "web page", "page of a proxy", "handler"];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failed_call_counts_until_the_next_answer(string failure)
    {
        var wire = _fixture.Wire;
        _ = failure switch
        {
            "no answer" => wire.Fail(HttpRequestError.ConnectionError),
            "server failure" => wire.Answer(HttpStatusCode.InternalServerError, Refusal),
            "web page" => wire.Html(HttpStatusCode.OK),
            "page of a proxy" => wire.Html(HttpStatusCode.NotFound),
            _ => wire.Fail(new InvalidOperationException("A handler of the application failed.")),
        };
        await _fixture.FailAnyAsync(PipelineFixture.Query());
        Status.Should().BeEquivalentTo(new ConnectionStatus { LastFailureAt = _fixture.Clock.GetUtcNow(), FailuresInARow = 1 });

        wire.Answer(StubHandler.Envelope());
        await _fixture.FailAnyAsync(PipelineFixture.Query());
        Status.FailuresInARow.Should().Be(2);

        using var response = await _fixture.SendAsync(PipelineFixture.Query());
        Status.FailuresInARow.Should().Be(0);
        Status.LastFailureAt.Should().NotBeNull();
    }

    [Fact]
    public async Task A_refused_credential_is_told_from_other_failures_until_the_next_answer()
    {
        _fixture.Wire.Answer(HttpStatusCode.Unauthorized, Refusal).Answer(StubHandler.Envelope());

        await _fixture.FailAsync<GainsightAuthenticationException>(PipelineFixture.Query());
        Status.IsCredentialRefused.Should().BeTrue();
        Status.FailuresInARow.Should().Be(1);

        using var response = await _fixture.SendAsync(PipelineFixture.Query());
        Status.IsCredentialRefused.Should().BeFalse();
    }

    [Fact]
    public async Task A_refused_secret_of_an_event_publisher_says_nothing_about_the_clients_credential()
    {
        _fixture.Wire.Answer(HttpStatusCode.Unauthorized, Refusal);

        await _fixture.FailAsync<GainsightAuthenticationException>(PipelineFixture.Of(Operation.EventsPublish));

        Status.Should().BeEquivalentTo(new ConnectionStatus());
    }

    [Fact]
    public async Task A_throttled_call_says_nothing_about_the_connection()
    {
        _fixture.Wire.Answer(HttpStatusCode.TooManyRequests, Refusal);

        await _fixture.FailAsync<GainsightThrottledException>(PipelineFixture.Query());

        Status.Should().BeEquivalentTo(new ConnectionStatus());
    }

    [Fact]
    public async Task A_cancelled_call_says_nothing_about_the_connection()
    {
        using var cancelled = new CancellationTokenSource();
        _fixture.Wire.Hang();
        var call = _fixture.SendAsync(PipelineFixture.Query(), cancelled.Token);

        await cancelled.CancelAsync();

        await ((Func<Task>)(() => call)).Should().ThrowAsync<OperationCanceledException>();
        Status.Should().BeEquivalentTo(new ConnectionStatus());
    }

    public void Dispose() => _fixture.Dispose();
}
