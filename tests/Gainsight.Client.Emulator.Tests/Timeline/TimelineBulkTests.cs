using System.Net;
using System.Text.Json.Nodes;

namespace Gainsight.Client.Emulator.Tests;

public sealed class TimelineBulkTests
{
    [Fact]
    public async Task A_job_goes_through_its_states_on_the_tenants_clock_and_writes_at_the_end()
    {
        using var tenant = new Tenant();
        _ = tenant.Acme();

        var submitted = await BulkAsync(tenant, TimelineCalls.Note("a"), TimelineCalls.Note("b").Without("Subject"));
        var job = submitted.Data.GetProperty("jobId").GetString()!;
        var states = new List<(string?, int)>();
        for (var i = 0; i < 4; i++)
        {
            var status = await StatusAsync(tenant, job);
            states.Add((status.Data.GetProperty("jobStatus").GetString(), tenant.Activities().Count));
            tenant.Clock.Advance(tenant.Emulator.Limits.JobStep);
        }

        var done = await StatusAsync(tenant, job);

        states.Should().Equal(("NOT_STARTED", 0), ("SUBMITTED", 0), ("IN_PROGRESS", 0), ("COMPLETED", 1));
        (done.Data.GetProperty("successCount").GetInt32(), done.Data.GetProperty("failureCount").GetInt32()).Should().Be((1, 1));
        done.Keys("success").Should().Equal("a");
        done.Failures("b").Should().Equal("GS_TL_10_0206");
    }

    [Theory]
    [InlineData(FaultKind.JobFails, "FAILED")]
    [InlineData(FaultKind.JobIsAborted, "ABORTED")]
    public async Task A_job_may_stop_half_way(FaultKind kind, string state)
    {
        using var tenant = new Tenant();
        tenant.Emulator.Limits.JobStep = TimeSpan.Zero;
        _ = tenant.Acme();
        var fault = tenant.Emulator.Faults.Add(new Fault(kind) { Operation = EmulatorOperations.TimelineBulkSave });

        var submitted = await BulkAsync(tenant, [.. Enumerable.Range(0, 10).Select(i => TimelineCalls.Note($"ext-{i}"))]);
        var status = await StatusAsync(tenant, submitted.Data.GetProperty("jobId").GetString()!);

        fault.Fired.Should().Be(1);
        submitted.Result.Should().BeTrue();
        status.Data.GetProperty("jobStatus").GetString().Should().Be(state);
        status.Keys("success").Should().HaveCount(5);
        tenant.Activities().Count.Should().Be(5);
    }

    [Fact]
    public async Task The_state_may_have_another_name_and_an_unknown_job_is_refused()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.TimelineJobStatus = JobStatusName.Status;
        _ = tenant.Acme();
        var submitted = await BulkAsync(tenant, TimelineCalls.Note("a"));

        var status = await StatusAsync(tenant, submitted.Data.GetProperty("jobId").GetString()!);
        var unknown = await StatusAsync(tenant, "nothing");

        status.Data.GetProperty("status").GetString().Should().Be("NOT_STARTED");
        status.Data.TryGetProperty("jobStatus", out _).Should().BeFalse();
        unknown.Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Many_activities_are_updated_at_once()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Limits.JobStep = TimeSpan.Zero;
        _ = tenant.Acme();
        _ = await BulkAsync(tenant, [.. Enumerable.Range(0, 120).Select(i => TimelineCalls.Note($"ext-{i}"))]);

        var submitted = await tenant.SendAsync(HttpMethod.Put, $"{TimelineCalls.Bulk}?identifier=externalid", TimelineCalls.Body(
            [.. Enumerable.Range(0, 121).Select(i => new JsonObject { ["ExternalId"] = $"ext-{i}", ["Subject"] = "Changed" })]));
        var status = await StatusAsync(tenant, submitted.Data.GetProperty("jobId").GetString()!);

        status.Keys("success").Should().HaveCount(120);
        status.Keys("failures").Should().Equal("ext-120");
        tenant.Activities().Rows.Should().OnlyContain(row => Equals(row["Subject"], "Changed"));
    }

    [Fact]
    public async Task There_are_twelve_calls_an_hour_and_a_largest_body()
    {
        using var tenant = new Tenant();
        _ = tenant.Acme();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 13; i++)
        {
            statuses.Add((await BulkAsync(tenant, TimelineCalls.Note($"ext-{i}"))).Status);
        }

        tenant.Clock.Advance(TimeSpan.FromHours(1));
        tenant.Emulator.Limits.BytesPerBulkCall = 100;
        var large = await BulkAsync(tenant, TimelineCalls.Note("large"));

        statuses.Should().Equal([.. Enumerable.Repeat(HttpStatusCode.OK, 12), HttpStatusCode.TooManyRequests]);
        large.Status.Should().Be(HttpStatusCode.BadRequest);
        large.Header("x-ratelimit-limit").Should().Be("12");
    }

    private static Task<Answer> BulkAsync(Tenant tenant, params JsonObject[] notes) =>
        tenant.SendAsync(HttpMethod.Post, TimelineCalls.Bulk, TimelineCalls.Body(notes));

    private static Task<Answer> StatusAsync(Tenant tenant, string job) => tenant.SendAsync(HttpMethod.Get, $"/v1/ant/es/job/status/{job}");
}
