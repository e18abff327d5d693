using System.Net;

namespace Gainsight.Client.Emulator.Tests;

public sealed class QuotaTests
{
    private const string Query = """{"select":["Gsid"]}""";

    [Fact]
    public void The_default_quota_is_a_hundred_a_minute_and_fifty_thousand_a_day()
    {
        using var emulator = new GainsightEmulator();

        (emulator.Limits.CallsPerMinute, emulator.Limits.CallsPerDay).Should().Be((100, 50_000));
    }

    [Fact]
    public async Task The_minute_is_aligned_to_the_clock_and_not_to_the_first_call()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Limits.CallsPerMinute = 2;
        tenant.Clock.Advance(TimeSpan.FromSeconds(59));

        var before = await Ask(tenant, 3);
        tenant.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await Ask(tenant, 3);

        before.Should().Equal(HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests);
        after.Should().Equal(HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task The_day_is_a_UTC_day_and_every_operation_counts_against_it()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Limits.CallsPerDay = 2;
        _ = await tenant.InsertAsync("Company", """{"Name":"a"}""");
        _ = await tenant.SendAsync(HttpMethod.Get, "/v1/meta/services/objects/list");

        var spent = await Ask(tenant, 1);
        tenant.Clock.Advance(TimeSpan.FromHours(14));
        var tomorrow = await Ask(tenant, 1);

        spent.Should().Equal(HttpStatusCode.TooManyRequests);
        tomorrow.Should().Equal(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_windows_follow_the_tenants_own_clock()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Limits.CallsPerMinute = 1;
        tenant.Emulator.ClockOffset = TimeSpan.FromSeconds(57);

        var first = await Ask(tenant, 2);
        tenant.Clock.Advance(TimeSpan.FromSeconds(3));
        var next = await tenant.QueryAsync("Company", Query);

        first.Should().Equal(HttpStatusCode.OK, HttpStatusCode.TooManyRequests);
        next.Status.Should().Be(HttpStatusCode.OK);
        next.Header("Date").Should().Be("Mon, 02 Mar 2026 10:01:00 GMT");
    }

    [Theory]
    [InlineData(ThrottleForm.Gateway, HttpStatusCode.TooManyRequests, "GS_APIG_2404")]
    [InlineData(ThrottleForm.UserManagement, HttpStatusCode.TooManyRequests, "GU_2400")]
    [InlineData(ThrottleForm.GatewayWithStatus200, HttpStatusCode.OK, "GS_APIG_2404")]
    public async Task A_refused_call_has_one_of_three_forms_and_changes_nothing(ThrottleForm form, HttpStatusCode status, string code)
    {
        using var tenant = new Tenant();
        tenant.Emulator.Limits.CallsPerMinute = 0;
        tenant.Emulator.Switches.Throttle = form;

        var answer = await tenant.InsertAsync("Company", """{"Name":"a"}""");

        answer.Status.Should().Be(status);
        answer.Code.Should().Be(code);
        answer.Json.TryGetProperty("data", out _).Should().BeFalse();
        answer.Header("Retry-After").Should().BeNull();
        answer.Header("x-ratelimit-limit").Should().Be("0");
        tenant.Companies.Count.Should().Be(0);
        var entry = tenant.Emulator.Requests.Snapshot().Single();
        (entry.ErrorCode, entry.Committed, entry.Operation).Should().Be((code, false, EmulatorOperations.Insert));
    }

    [Fact]
    public async Task Retry_After_says_when_the_window_opens_if_it_is_switched_on()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.RetryAfter = true;
        tenant.Clock.Advance(TimeSpan.FromSeconds(20));
        tenant.Emulator.Limits.CallsPerMinute = 0;

        var minute = await tenant.QueryAsync("Company", Query);
        tenant.Emulator.Limits.CallsPerDay = 0;
        var day = await tenant.QueryAsync("Company", Query);

        minute.Header("Retry-After").Should().Be("40");
        day.Header("Retry-After").Should().Be("50380");
    }

    [Fact]
    public async Task A_refused_call_uses_no_quota()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Limits.CallsPerMinute = 1;
        tenant.Emulator.Limits.CallsPerDay = 2;
        _ = await Ask(tenant, 5);
        tenant.Clock.Advance(TimeSpan.FromMinutes(1));

        var next = await Ask(tenant, 1);

        next.Should().Equal(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_call_that_a_fault_throttles_uses_no_quota()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Limits.CallsPerMinute = 1;
        tenant.Emulator.Limits.CallsPerDay = 1;
        _ = tenant.Emulator.Faults.Add(new Fault(FaultKind.Throttle) { Count = 3 });

        var statuses = await Ask(tenant, 5);

        statuses.Should().Equal(
            HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests, HttpStatusCode.OK, HttpStatusCode.TooManyRequests);
    }

    private static async Task<List<HttpStatusCode>> Ask(Tenant tenant, int times)
    {
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < times; i++)
        {
            statuses.Add((await tenant.QueryAsync("Company", Query)).Status);
        }

        return statuses;
    }
}
