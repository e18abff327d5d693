using System.Net;

namespace Gainsight.Client.Emulator.Tests;

public sealed class SocketFaultTests
{
    [Theory]
    [InlineData(FaultKind.CutBeforeRead, false)]
    [InlineData(FaultKind.CutAfterRead, false)]
    [InlineData(FaultKind.CutAfterCommit, true)]
    public async Task A_cut_closes_the_socket_without_a_response(FaultKind kind, bool committed)
    {
        await using var remote = await Remote.StartAsync();
        _ = remote.Emulator.Faults.Add(new Fault(kind));

        Func<Task> insert = () => remote.InsertAsync();

        (await insert.Should().ThrowAsync<HttpRequestException>()).Which.InnerException.Should().BeAssignableTo<IOException>();
        remote.Emulator.Object("Company").Count.Should().Be(committed ? 1 : 0);
        remote.Emulator.Requests.Snapshot().Should().ContainSingle().Which.Committed.Should().Be(committed);
    }

    [Fact]
    public async Task A_cut_in_the_body_comes_after_headers_and_half_of_the_body()
    {
        await using var remote = await Remote.StartAsync();
        _ = remote.Emulator.Faults.Add(new Fault(FaultKind.CutMidBody));
        using var content = new StringContent("""{"records":[{"Name":"a"}]}""");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/data/objects/Company") { Content = content };

        using var response = await remote.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Func<Task> read = () => response.Content.ReadAsByteArrayAsync();

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await read.Should().ThrowAsync<HttpRequestException>()).Which.InnerException.Should().BeAssignableTo<IOException>();
        remote.Emulator.Object("Company").Count.Should().Be(1);
    }

    [Theory]
    [InlineData(FaultKind.Throttle, HttpStatusCode.TooManyRequests)]
    [InlineData(FaultKind.ServerError, HttpStatusCode.InternalServerError)]
    [InlineData(FaultKind.HtmlWith200, HttpStatusCode.OK)]
    [InlineData(FaultKind.TruncatedJson, HttpStatusCode.OK)]
    [InlineData(FaultKind.MalformedJson, HttpStatusCode.OK)]
    [InlineData(FaultKind.ExpiredToken, HttpStatusCode.Unauthorized)]
    public async Task A_damaged_response_arrives_whole(FaultKind kind, HttpStatusCode status)
    {
        await using var remote = await Remote.StartAsync();
        _ = remote.Emulator.Faults.Add(new Fault(kind));

        var answer = await remote.InsertAsync();

        answer.Status.Should().Be(status);
        answer.Text.Should().NotBeEmpty();
    }

    [Fact]
    public async Task The_date_header_is_that_of_the_tenants_clock()
    {
        await using var remote = await Remote.StartAsync();
        remote.Emulator.ClockOffset = TimeSpan.FromSeconds(-3);

        var answer = await remote.InsertAsync();

        answer.Header("Date").Should().Be("Mon, 02 Mar 2026 09:59:57 GMT");
        answer.Header("x-gs-request-id").Should().NotBeNull();
        answer.Header("Server").Should().BeNull();
    }

    [Fact]
    public async Task The_date_header_may_be_stripped()
    {
        await using var remote = await Remote.StartAsync();
        remote.Emulator.Switches.SendsDate = false;

        var answer = await remote.InsertAsync();

        answer.Result.Should().BeTrue();
        answer.Header("Date").Should().BeNull();
    }

    [Theory]
    [InlineData(304)]
    [InlineData(407)]
    [InlineData(504)]
    public async Task Any_status_arrives(int status)
    {
        await using var remote = await Remote.StartAsync();
        _ = remote.Emulator.Faults.Add(new Fault(FaultKind.Respond) { Status = status, RetryAfter = "0" });

        var answer = await remote.InsertAsync();

        ((int)answer.Status, answer.Header("Retry-After")).Should().Be((status, "0"));
    }

    [Fact]
    public async Task A_body_in_pieces_arrives_whole()
    {
        await using var remote = await Remote.StartAsync();
        _ = remote.Emulator.Faults.Add(new Fault(FaultKind.Drip) { PieceSize = 3 });

        (await remote.InsertAsync()).Records.Should().ContainSingle();
    }

    [Fact]
    public async Task A_caller_who_hangs_up_after_the_commit_changes_nothing()
    {
        await using var remote = await Remote.StartAsync();
        _ = remote.Emulator.Faults.Add(new Fault(FaultKind.LatencyAfterCommit) { Delay = TimeSpan.FromHours(1) });
        using var cancellation = new CancellationTokenSource();

        var pending = remote.InsertAsync(cancellation.Token);
        SpinWait.SpinUntil(() => remote.Emulator.Object("Company").Count == 1, TimeSpan.FromSeconds(20)).Should().BeTrue();
        await cancellation.CancelAsync();

        Func<Task> wait = () => pending;
        await wait.Should().ThrowAsync<OperationCanceledException>();
        SpinWait.SpinUntil(() => remote.Emulator.Requests.Count == 1, TimeSpan.FromSeconds(20)).Should().BeTrue();
        remote.Emulator.Requests.Snapshot().Single().Canceled.Should().BeTrue();
        remote.Emulator.Object("Company").Count.Should().Be(1);
    }

    [Fact]
    public async Task Many_concurrent_callers_are_all_served()
    {
        await using var remote = await Remote.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => remote.InsertAsync()));

        answers.Should().OnlyContain(answer => answer.Result);
        remote.Emulator.Object("Company").Count.Should().Be(100);
        remote.Emulator.Requests.Snapshot().Select(entry => entry.Sequence).Should().Equal(Enumerable.Range(1, 100).Select(i => (long)i));
    }
}
