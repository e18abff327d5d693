using System.Text.Json;

namespace Gainsight.Client.Emulator.Tests;

public sealed class JobFaultTests
{
    private const int Records = 4;

    public static TheoryData<FaultKind, string, double, int> Ends => new()
    {
        { FaultKind.JobFails, "FAILED", 0.5, 2 },
        { FaultKind.JobIsAborted, "ABORTED", 0.25, 1 },
        { FaultKind.JobEnds, "CANCELLED", 0, 0 },
        { FaultKind.JobEnds, "ERROR", 0.75, 3 },
        { FaultKind.JobEnds, "EXPIRED", 0.5, 2 },
        { FaultKind.JobEnds, "COMPLETE", 1, 4 },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task A_job_ends_in_any_state_after_any_share_of_its_work(FaultKind kind, string state, double share, int done)
    {
        using var tenant = Create(new Fault(kind) { JobStatus = state, JobShare = share });

        var timeline = await TimelineAsync(tenant);
        var import = await ImportAsync(tenant);
        var people = await PeopleAsync(tenant);
        var export = await ExportAsync(tenant);

        timeline.GetProperty("jobStatus").GetString().Should().Be(state);
        timeline.GetProperty("successCount").GetInt32().Should().Be(done);
        import.GetProperty("jobStatus").GetString().Should().Be(state);
        import.GetProperty("successCount").GetInt32().Should().Be(done);
        people.GetProperty("status").GetString().Should().Be(state);
        people.GetProperty("count").GetInt32().Should().Be(done);
        export.GetProperty("jobStatus").GetString().Should().Be(state);
        export.TryGetProperty("chunkDetails", out _).Should().Be(share >= 1);
        (tenant.Emulator.Object("activity_timeline").Count, tenant.Emulator.Object("Person").Count).Should().Be((done, done));
        tenant.Companies.Rows.Count(row => ((string)row["Name"]!).StartsWith('i')).Should().Be(done);
    }

    [Fact]
    public async Task A_job_reports_any_counts_and_no_results()
    {
        using var tenant = Create(new Fault(FaultKind.JobFails) { JobSuccessCount = 40, JobFailureCount = 0, JobListsResults = false });

        var timeline = await TimelineAsync(tenant);
        var import = await ImportAsync(tenant);
        var people = await PeopleAsync(tenant);

        foreach (var job in new[] { timeline, import })
        {
            (job.GetProperty("successCount").GetInt32(), job.GetProperty("failureCount").GetInt32()).Should().Be((40, 0));
        }

        people.GetProperty("count").GetInt32().Should().Be(40);
        timeline.TryGetProperty("success", out _).Should().BeFalse();
        people.TryGetProperty("people", out _).Should().BeFalse();
        tenant.Emulator.Object("activity_timeline").Count.Should().Be(2);
    }

    private static Tenant Create(Fault fault)
    {
        var tenant = new Tenant();
        tenant.Emulator.Limits.JobStep = TimeSpan.Zero;
        tenant.Emulator.Limits.PeopleJobTime = TimeSpan.FromSeconds(1);
        _ = tenant.Companies.Insert(("Name", "Acme"));
        _ = tenant.Emulator.Faults.Add(fault);
        return tenant;
    }

    private static async Task<JsonElement> TimelineAsync(Tenant tenant)
    {
        var company = tenant.Companies.Rows.Single(row => Equals(row["Name"], "Acme")).Gsid;
        var author = tenant.Users.Rows[0].Gsid;
        var records = Enumerable.Range(0, Records).Select(i =>
            $$"""{"ExternalId":"e{{i}}","ContextName":"Company","TypeName":"Update","Subject":"s","Notes":"n","ActivityDate":"2026-03-01T10:00:00.000Z","AuthorId":"{{author}}","GsCompanyId":"{{company}}"}""");
        var started = await tenant.SendAsync(HttpMethod.Post, "/v1/ant/es/activity/bulk", $$"""{"records":[{{string.Join(',', records)}}]}""");
        return (await tenant.SendAsync(HttpMethod.Get, "/v1/ant/es/job/status/" + started.Data.GetProperty("jobId").GetString())).Data;
    }

    private static async Task<JsonElement> ImportAsync(Tenant tenant)
    {
        var id = tenant.Emulator.AddImportJob(new EmulatedImportJob { Object = "Company", Operation = ImportOperation.Insert });
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent("Name\r\n" + string.Concat(Enumerable.Range(0, Records).Select(i => $"i{i}\r\n"))), "file", "a.csv");
        form.Add(new StringContent(id), "jobId");
        using var response = await tenant.Http.PostAsync(new Uri("/v1.0/admin/connector/job/bulkimport", UriKind.Relative), form);
        var started = new Answer(response, await response.Content.ReadAsStringAsync());
        return (await tenant.SendAsync(HttpMethod.Get, "/v1.0/admin/connector/job/bulkimport/status/" + started.Data.GetProperty("statusId").GetString())).Data;
    }

    private static async Task<JsonElement> PeopleAsync(Tenant tenant)
    {
        var people = Enumerable.Range(0, Records).Select(i => $$"""{"Name":"p{{i}}","Email":"p{{i}}@example.com"}""");
        var started = await tenant.SendAsync(HttpMethod.Put, "/v1/peoplemgmt/v1.0/people/async", $"[{string.Join(',', people)}]");
        tenant.Clock.Advance(TimeSpan.FromSeconds(1));
        return (await tenant.SendAsync(HttpMethod.Get, "/v1/peoplemgmt/v1.0/people/async/" + started.Data.GetProperty("statusId").GetString())).Data;
    }

    private static async Task<JsonElement> ExportAsync(Tenant tenant)
    {
        var started = await tenant.SendAsync(HttpMethod.Post, "/v3/exports/data/bulk/Company", """{"select":["Name"]}""");
        return (await tenant.SendAsync(HttpMethod.Get, "/v3/exports/data/bulk/status/" + started.Data.GetProperty("jobId").GetString())).Data;
    }
}
