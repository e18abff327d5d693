using System.Net;
using System.Text.Json;

namespace Gainsight.Client.Emulator.Tests;

public sealed class FaultTests
{
    private const string Record = """{"Name":"a"}""";

    [Theory]
    [InlineData(FaultKind.CutBeforeRead, false)]
    [InlineData(FaultKind.CutAfterRead, false)]
    [InlineData(FaultKind.CutAfterCommit, true)]
    public async Task A_cut_connection_looks_like_a_socket_and_keeps_only_what_was_committed(FaultKind kind, bool committed)
    {
        using var tenant = new Tenant();
        _ = tenant.Emulator.Faults.Add(new Fault(kind) { Count = 1 });

        Func<Task> insert = () => tenant.InsertAsync("Company", Record);

        var exception = (await insert.Should().ThrowAsync<HttpRequestException>()).Which;
        exception.HttpRequestError.Should().Be(HttpRequestError.ResponseEnded);
        exception.InnerException.Should().BeAssignableTo<IOException>();
        tenant.Companies.Count.Should().Be(committed ? 1 : 0);
        var entry = tenant.Emulator.Requests.Snapshot().Single();
        (entry.Fault, entry.Committed, entry.Status, entry.Canceled).Should().Be((kind, committed, 0, false));
    }

    [Fact]
    public async Task A_cut_in_the_body_fails_while_the_body_is_read()
    {
        using var tenant = new Tenant();
        _ = tenant.Emulator.Faults.Add(new Fault(FaultKind.CutMidBody));
        using var content = new StringContent($$"""{"records":[{{Record}}]}""");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/data/objects/Company") { Content = content };

        using var response = await tenant.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var promised = response.Content.Headers.ContentLength;
        using var stream = await response.Content.ReadAsStreamAsync();
        using var read = new MemoryStream();
        Func<Task> readAll = async () => await stream.CopyToAsync(read);

        (await readAll.Should().ThrowAsync<HttpIOException>()).Which.HttpRequestError.Should().Be(HttpRequestError.ResponseEnded);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        read.Length.Should().Be(promised / 2);
        tenant.Companies.Count.Should().Be(1);
    }

    [Fact]
    public async Task A_cut_in_the_body_fails_the_whole_call_of_a_client_that_buffers()
    {
        using var tenant = new Tenant();
        _ = tenant.Emulator.Faults.Add(new Fault(FaultKind.CutMidBody));

        Func<Task> query = () => tenant.QueryAsync("GsUser", """{"select":["Gsid"]}""");

        (await query.Should().ThrowAsync<HttpRequestException>()).Which.InnerException.Should().BeOfType<HttpIOException>();
    }

    [Theory]
    [InlineData(FaultKind.Throttle, HttpStatusCode.TooManyRequests, "GS_APIG_2404", false)]
    [InlineData(FaultKind.ServerError, HttpStatusCode.BadGateway, "GU_1101", false)]
    [InlineData(FaultKind.ServerErrorAfterCommit, HttpStatusCode.BadGateway, "GU_1101", true)]
    [InlineData(FaultKind.ExpiredToken, HttpStatusCode.Unauthorized, "GS_APIG_2401", false)]
    public async Task A_refusal_has_its_status_and_code(FaultKind kind, HttpStatusCode status, string code, bool committed)
    {
        using var tenant = new Tenant();
        _ = tenant.Emulator.Faults.Add(new Fault(kind) { Status = 502, Count = 1 });

        var answer = await tenant.InsertAsync("Company", Record);
        var next = await tenant.QueryAsync("Company", """{"select":["Gsid"]}""");

        (answer.Status, answer.Code, answer.Result).Should().Be((status, code, false));
        tenant.Companies.Count.Should().Be(committed ? 1 : 0);
        next.Status.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(FaultKind.HtmlWith200, "text/html", false)]
    [InlineData(FaultKind.TruncatedJson, "application/json", true)]
    [InlineData(FaultKind.MalformedJson, "application/json", true)]
    public async Task A_damaged_response_has_status_200_and_is_not_JSON(FaultKind kind, string contentType, bool committed)
    {
        using var tenant = new Tenant();
        _ = tenant.Emulator.Faults.Add(new Fault(kind));

        var answer = await tenant.InsertAsync("Company", Record);

        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.ContentType.Should().Be(contentType);
        Action parse = () => JsonDocument.Parse(answer.Text);
        parse.Should().Throw<JsonException>();
        tenant.Companies.Count.Should().Be(committed ? 1 : 0);
    }

    [Fact]
    public async Task An_expired_token_stays_expired()
    {
        using var tenant = new Tenant();
        tenant.Emulator.AddClient("id", "secret");
        using var http = new HttpClient(tenant.Emulator.CreateHandler()) { BaseAddress = tenant.Emulator.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String("id:secret"u8));
        var token = await Tenant.SendAsync(http, HttpMethod.Post, "/v1/users/m2m/oauth/token");
        http.DefaultRequestHeaders.Authorization = new("Bearer", token.Json.GetProperty("access_token").GetString());
        _ = tenant.Emulator.Faults.Add(new Fault(FaultKind.ExpiredToken) { Count = 1 });
        const string Query = """{"select":["Gsid"]}""";

        var first = await Tenant.SendAsync(http, HttpMethod.Post, "/v1/data/objects/query/Company", Query);
        var second = await Tenant.SendAsync(http, HttpMethod.Post, "/v1/data/objects/query/Company", Query);

        first.Status.Should().Be(HttpStatusCode.Unauthorized);
        second.Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(FaultKind.Latency, false)]
    [InlineData(FaultKind.LatencyAfterCommit, true)]
    public async Task A_delay_passes_on_the_time_provider_before_or_after_the_work(FaultKind kind, bool committedMeanwhile)
    {
        using var tenant = new Tenant();
        _ = tenant.Emulator.Faults.Add(new Fault(kind) { Delay = TimeSpan.FromSeconds(30) });

        var pending = tenant.InsertAsync("Company", Record);
        var meanwhile = tenant.Companies.Count;
        tenant.Clock.Advance(TimeSpan.FromSeconds(29));
        var early = pending.IsCompleted;
        tenant.Clock.Advance(TimeSpan.FromSeconds(1));
        var answer = await pending;

        meanwhile.Should().Be(committedMeanwhile ? 1 : 0);
        early.Should().BeFalse();
        answer.Result.Should().BeTrue();
        tenant.Emulator.Requests.Snapshot().Single().Duration.Should().Be(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData(FaultKind.Latency, false)]
    [InlineData(FaultKind.LatencyAfterCommit, true)]
    public async Task A_caller_who_gives_up_leaves_what_was_committed(FaultKind kind, bool committed)
    {
        using var tenant = new Tenant();
        _ = tenant.Emulator.Faults.Add(new Fault(kind) { Delay = TimeSpan.FromSeconds(30) });
        using var cancellation = new CancellationTokenSource();

        var pending = tenant.InsertAsync("Company", Record, cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();

        Func<Task> wait = () => pending;
        await wait.Should().ThrowAsync<OperationCanceledException>();
        tenant.Clock.Advance(TimeSpan.FromMinutes(1));
        tenant.Companies.Count.Should().Be(committed ? 1 : 0);
        var entry = tenant.Emulator.Requests.Snapshot().Single();
        (entry.Canceled, entry.Committed, entry.Fault).Should().Be((true, committed, kind));
    }

    [Fact]
    public async Task A_request_that_is_cancelled_before_it_is_sent_never_arrives()
    {
        using var tenant = new Tenant();

        Func<Task> send = () => tenant.InsertAsync("Company", Record, cancellationToken: new CancellationToken(canceled: true));

        await send.Should().ThrowAsync<OperationCanceledException>();
        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_slow_object_takes_time_for_every_row()
    {
        using var tenant = new Tenant();
        for (var i = 0; i < 500; i++)
        {
            _ = tenant.Companies.Insert(("Name", "a"));
        }

        _ = tenant.Emulator.Faults.Add(new Fault(FaultKind.SlowObject) { Object = "company", Delay = TimeSpan.FromSeconds(10) });

        var pending = tenant.QueryAsync("Company", """{"select":["Gsid"]}""");
        tenant.Clock.Advance(TimeSpan.FromSeconds(4.9));
        var early = pending.IsCompleted;
        tenant.Clock.Advance(TimeSpan.FromSeconds(0.2));
        var slow = await pending;
        var other = await tenant.QueryAsync("GsUser", """{"select":["Gsid"]}""");

        early.Should().BeFalse();
        slow.Records.Should().HaveCount(500);
        other.Records.Should().HaveCount(5);
    }

    [Theory]
    [InlineData(FaultKind.CutBeforeRead)]
    [InlineData(FaultKind.CutAfterRead)]
    [InlineData(FaultKind.Throttle)]
    public async Task A_fault_waits_for_its_turn_and_stops_after_its_count(FaultKind kind)
    {
        using var tenant = new Tenant();
        var fault = tenant.Emulator.Faults.Add(new Fault(kind) { Skip = 1, Count = 2, Operation = EmulatorOperations.Query, Object = "company" });

        var served = new List<bool>();
        for (var i = 0; i < 5; i++)
        {
            _ = await tenant.InsertAsync("Company", Record);
            _ = await tenant.QueryAsync("GsUser", """{"select":["Gsid"]}""");
            served.Add(await IsServed(tenant));
        }

        served.Should().Equal(true, false, false, true, true);
        fault.Fired.Should().Be(2);
        tenant.Emulator.Requests.CountOf(kind).Should().Be(2);
        tenant.Emulator.Requests.CountOf(EmulatorOperations.Query).Should().Be(10);
    }

    [Theory]
    [InlineData("/v1/data/objects/query/*", 1)]
    [InlineData("*/Company", 2)]
    [InlineData("*/meta/*", 0)]
    public async Task A_fault_may_be_for_a_pattern_of_paths(string pattern, int expected)
    {
        using var tenant = new Tenant();
        var fault = tenant.Emulator.Faults.Add(new Fault(FaultKind.Throttle) { Path = pattern });

        _ = await tenant.InsertAsync("Company", Record);
        _ = await IsServed(tenant);

        fault.Fired.Should().Be(expected);
    }

    [Fact]
    public async Task Chances_are_drawn_from_the_seed()
    {
        string first = await Run(7), again = await Run(7), other = await Run(8);

        again.Should().Be(first);
        other.Should().NotBe(first);
        first.Count(c => c == '-').Should().BeInRange(20, 80);

        static async Task<string> Run(int seed)
        {
            using var tenant = new Tenant(seed);
            _ = tenant.Emulator.Faults.Add(new Fault(FaultKind.Throttle) { Probability = 0.5 });
            var served = new List<bool>();
            for (var i = 0; i < 100; i++)
            {
                served.Add(await IsServed(tenant));
            }

            return string.Concat(served.Select(good => good ? '+' : '-'));
        }
    }

    [Fact]
    public async Task The_first_fault_that_fires_is_the_only_one_and_all_can_be_taken_away()
    {
        using var tenant = new Tenant();
        var first = tenant.Emulator.Faults.Add(new Fault(FaultKind.Throttle) { Count = 1 });
        var second = tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerError));

        _ = await IsServed(tenant);
        var after1 = (first.Fired, second.Fired);
        _ = await IsServed(tenant);
        var after2 = (first.Fired, second.Fired);
        tenant.Emulator.Faults.Clear();
        var served = await IsServed(tenant);

        after1.Should().Be((1, 0));
        after2.Should().Be((1, 1));
        served.Should().BeTrue();
    }

    [Fact]
    public async Task Under_faults_of_every_kind_the_log_says_exactly_what_was_committed()
    {
        using var tenant = new Tenant(seed: 5);
        foreach (var kind in Enum.GetValues<FaultKind>())
        {
            _ = tenant.Emulator.Faults.Add(new Fault(kind) { Probability = 0.08 });
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                try
                {
                    _ = await tenant.InsertAsync("Company", Record);
                }
                catch (HttpRequestException)
                {
                    // The test is about what the tenant records, not about what its callers do.
                }
            }
        })));

        var entries = tenant.Emulator.Requests.Snapshot();
        entries.Should().HaveCount(400);
        tenant.Companies.Count.Should().Be(entries.Count(entry => entry.Committed)).And.BeInRange(100, 399);
        entries.Select(entry => entry.Fault).Distinct().Should().HaveCount(Enum.GetValues<FaultKind>().Length + 1);
    }

    private static async Task<bool> IsServed(Tenant tenant)
    {
        try
        {
            return (await tenant.QueryAsync("Company", """{"select":["Gsid"]}""")).Result;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
