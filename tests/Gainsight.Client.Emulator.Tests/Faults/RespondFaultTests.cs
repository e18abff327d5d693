using System.Net;

namespace Gainsight.Client.Emulator.Tests;

public sealed class RespondFaultTests
{
    [Theory]
    [InlineData(403)]
    [InlineData(407)]
    [InlineData(408)]
    [InlineData(413)]
    [InlineData(425)]
    [InlineData(431)]
    [InlineData(451)]
    public async Task Any_status_comes_with_a_page_of_its_own_and_nothing_is_done(int status)
    {
        using var tenant = new Tenant();
        var fault = tenant.Emulator.Faults.Add(new Fault(FaultKind.Respond) { Status = status, Count = 1 });

        var answer = await tenant.InsertAsync("Company", """{"Name":"a"}""");

        ((int)answer.Status).Should().Be(status);
        answer.ContentType.Should().Be("text/html");
        answer.Text.Should().StartWith("<!DOCTYPE html>").And.Contain($"{status}");
        tenant.Companies.Count.Should().Be(0);
        fault.Fired.Should().Be(1);
        var entry = tenant.Emulator.Requests.Snapshot().Single();
        (entry.Fault, entry.Status, entry.Committed).Should().Be((FaultKind.Respond, status, false));
    }

    [Fact]
    public async Task The_body_and_the_content_type_may_be_anything()
    {
        using var tenant = new Tenant();
        _ = tenant.Emulator.Faults.Add(new Fault(FaultKind.Respond) { Status = 418, Body = "a,b", ContentType = "text/csv" });

        var answer = await tenant.QueryAsync("Company", "{}");

        ((int)answer.Status, answer.Text, answer.ContentType).Should().Be((418, "a,b", "text/csv"));
    }

    [Theory]
    [InlineData(200, "GU_1101")]
    [InlineData(400, "GSOBJ_1024")]
    public async Task A_code_may_come_with_any_status(int status, string code)
    {
        using var tenant = new Tenant();
        _ = tenant.Emulator.Faults.Add(new Fault(FaultKind.Respond) { Status = status, ErrorCode = code });

        var answer = await tenant.QueryAsync("Company", """{"select":["Name"]}""");

        ((int)answer.Status, answer.Result, answer.Code).Should().Be((status, false, code));
        tenant.Emulator.Requests.Snapshot().Single().ErrorCode.Should().Be(code);
    }

    [Fact]
    public async Task An_expired_token_may_be_refused_with_400()
    {
        using var tenant = new Tenant(accessKey: "unused");
        tenant.Emulator.AddClient("id", "secret");
        tenant.Emulator.Switches.AuthenticationFailure = AuthenticationFailureForm.BadRequest;
        tenant.Http.DefaultRequestHeaders.Remove("Accesskey");
        tenant.Http.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String("id:secret"u8));
        var token = (await tenant.SendAsync(HttpMethod.Post, "/v1/users/m2m/oauth/token")).Json.GetProperty("access_token").GetString();
        tenant.Http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        _ = tenant.Emulator.Faults.Add(new Fault(FaultKind.ExpiredToken) { Count = 1 });

        var answer = await tenant.QueryAsync("Company", """{"select":["Name"]}""");

        (answer.Status, answer.Code).Should().Be((HttpStatusCode.BadRequest, "GSOBJ_1024"));
        (await tenant.QueryAsync("Company", """{"select":["Name"]}""")).Code.Should().Be("GSOBJ_1024", "the token has expired for good");
    }

    [Fact]
    public async Task A_firewall_refuses_only_calls_whose_body_contains_a_text()
    {
        using var tenant = new Tenant();
        var fault = tenant.Emulator.Faults.Add(new Fault(FaultKind.Respond) { Status = 403, BodyContains = "<script>" });

        var good = await tenant.InsertAsync("Company", """{"Name":"a"}""");
        var bad = await tenant.InsertAsync("Company", """{"Name":"b"},{"Name":"<script>"}""");

        good.Status.Should().Be(HttpStatusCode.OK);
        (bad.Status, bad.ContentType).Should().Be((HttpStatusCode.Forbidden, "text/html"));
        (tenant.Companies.Count, fault.Fired).Should().Be((1, 1));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("99999999999999999999")]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT")]
    [InlineData("soon")]
    public async Task Retry_After_has_any_value(string value)
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.RetryAfter = true;
        _ = tenant.Emulator.Faults.Add(new Fault(FaultKind.Throttle) { RetryAfter = value, Count = 1 });
        _ = tenant.Emulator.Faults.Add(new Fault(FaultKind.Respond) { Status = 503, RetryAfter = value });

        var throttled = await tenant.QueryAsync("Company", """{"select":["Name"]}""");
        var responded = await tenant.QueryAsync("Company", """{"select":["Name"]}""");

        throttled.Status.Should().Be(HttpStatusCode.TooManyRequests);
        throttled.Header("Retry-After").Should().Be(value);
        responded.Header("Retry-After").Should().Be(value);
    }

    [Fact]
    public async Task The_work_may_be_done_although_the_response_says_otherwise()
    {
        using var tenant = new Tenant();
        _ = tenant.Emulator.Faults.Add(new Fault(FaultKind.RespondAfterCommit) { Status = 502, Body = "{}" });

        var answer = await tenant.InsertAsync("Company", """{"Name":"a"}""");

        (answer.Status, answer.Text, answer.ContentType).Should().Be((HttpStatusCode.BadGateway, "{}", "application/json"));
        tenant.Companies.Count.Should().Be(1);
        tenant.Emulator.Requests.Snapshot().Single().Committed.Should().BeTrue();
    }

    [Fact]
    public async Task A_body_that_is_too_large_for_the_proxy_is_413_without_quota()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Limits.BytesPerCall = 100;
        tenant.Emulator.Limits.CallsPerMinute = 1;

        var large = await tenant.InsertAsync("Company", $$"""{"Name":"{{new string('a', 100)}}"}""");
        var small = await tenant.InsertAsync("Company", """{"Name":"a"}""");

        (large.Status, large.ContentType).Should().Be((HttpStatusCode.RequestEntityTooLarge, "text/html"));
        small.Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_fault_with_its_own_seed_fires_for_the_same_requests_in_every_tenant()
    {
        (await FiringsAsync(seed: 1)).Should().Equal(await FiringsAsync(seed: 2)).And.Contain(true).And.Contain(false);

        static async Task<List<bool>> FiringsAsync(int seed)
        {
            using var tenant = new Tenant(seed);
            _ = tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Probability = 0.5, Seed = 42 });
            var fired = new List<bool>();
            for (var i = 0; i < 20; i++)
            {
                fired.Add((await tenant.QueryAsync("Company", """{"select":["Name"]}""")).Status == HttpStatusCode.InternalServerError);
            }

            return fired;
        }
    }

    [Fact]
    public async Task The_key_is_looked_at_before_the_body_is_read()
    {
        using var tenant = new Tenant();
        using var content = new UnreadableContent();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/data/objects/Company") { Content = content };
        tenant.Http.DefaultRequestHeaders.Remove("Accesskey");
        tenant.Http.DefaultRequestHeaders.Add("Accesskey", "wrong");

        using var response = await tenant.Http.SendAsync(request);

        response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    private sealed class UnreadableContent : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new InvalidOperationException("The body was read.");

        protected override bool TryComputeLength(out long length)
        {
            length = 1_000_000_000;
            return true;
        }
    }
}
