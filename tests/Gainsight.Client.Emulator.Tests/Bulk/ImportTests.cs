using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Gainsight.Client.Emulator.Tests;

public sealed class ImportTests
{
    private const string Base = "/v1.0/admin/connector/job/bulkimport";

    [Fact]
    public async Task A_job_counts_good_and_bad_rows_at_its_end()
    {
        using var tenant = new Tenant();
        var job = tenant.Emulator.AddImportJob(new EmulatedImportJob { Object = "Company" });

        var submitted = await UploadAsync(tenant, job, "Name,Arr,Stage,Other\r\n\"A, Inc\",12.50,Launched,x\r\nB,much,,\r\nC,,Orbiting,\r\n");
        var id = submitted.Data.GetProperty("statusId").GetString()!;
        List<string> states = [];
        for (var i = 0; i < 3; i++)
        {
            states.Add((await StatusAsync(tenant, id)).Data.GetProperty("jobStatus").GetString()!);
            tenant.Clock.Advance(tenant.Emulator.Limits.JobStep);
        }

        var done = await StatusAsync(tenant, id);

        states.Should().Equal("INIT", "IN_PROGRESS", "COMPLETED");
        (done.Data.GetProperty("successCount").GetInt32(), done.Data.GetProperty("failureCount").GetInt32()).Should().Be((1, 2));
        (tenant.Companies.Rows.Single()["Name"], tenant.Companies.Rows.Single()["Arr"]).Should().Be(("A, Inc", 12.50m));
    }

    [Theory]
    [InlineData(ImportOperation.Update, 1, 1, 1)]
    [InlineData(ImportOperation.Upsert, 2, 0, 2)]
    public async Task Rows_are_matched_by_the_keys_and_columns_of_the_job(ImportOperation operation, int good, int bad, int companies)
    {
        using var tenant = new Tenant();
        tenant.Emulator.Limits.JobStep = TimeSpan.Zero;
        var gsid = tenant.Companies.Insert(("Name", "A"));
        var job = tenant.Emulator.AddImportJob(new EmulatedImportJob
        {
            Object = "Company",
            Operation = operation,
            Keys = ["Name"],
            Columns = new Dictionary<string, string> { ["Account"] = "Name", ["Segment"] = "Industry" },
        });

        var submitted = await UploadAsync(tenant, job, "Account\tSegment\nA\tEnergy\nB\tRetail\n");
        var done = await StatusAsync(tenant, submitted.Data.GetProperty("statusId").GetString()!);

        (done.Data.GetProperty("successCount").GetInt32(), done.Data.GetProperty("failureCount").GetInt32()).Should().Be((good, bad));
        tenant.Companies.Count.Should().Be(companies);
        tenant.Companies.Find(gsid)!["Industry"].Should().Be("Energy");
    }

    [Theory]
    [InlineData("")]
    [InlineData("Name")]
    [InlineData("Name\r\n\r\n")]
    public async Task A_file_without_rows_is_refused(string file)
    {
        using var tenant = new Tenant();
        var job = tenant.Emulator.AddImportJob(new EmulatedImportJob { Object = "Company" });

        (await UploadAsync(tenant, job, file)).Code.Should().Be("GS_7571");
    }

    [Fact]
    public async Task A_bad_upload_is_refused()
    {
        using var tenant = new Tenant();
        var job = tenant.Emulator.AddImportJob(new EmulatedImportJob { Object = "Company" });
        tenant.Emulator.Limits.BytesPerBulkCall = 20;

        var unknown = await UploadAsync(tenant, "nothing", "Name\r\nA");
        var large = await UploadAsync(tenant, job, "Name\r\nA long enough name");
        var without = await UploadAsync(tenant, null, "Name\r\nA");
        var json = await tenant.SendAsync(HttpMethod.Post, Base, "{}");
        using var torn = new StringContent("--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nName");
        torn.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        using var half = await tenant.Http.PostAsync(new Uri(Base, UriKind.Relative), torn);

        new[] { unknown.Status, large.Status, without.Status, json.Status, half.StatusCode }.Should().OnlyContain(status => status == HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_status_has_the_address_that_the_page_prints_too()
    {
        using var tenant = new Tenant();
        var job = tenant.Emulator.AddImportJob(new EmulatedImportJob { Object = "Company" });
        var submitted = await UploadAsync(tenant, job, "Name\r\nA");
        var id = submitted.Data.GetProperty("statusId").GetString()!;

        (await tenant.SendAsync(HttpMethod.Get, $"{Base}//status/{id}")).Status.Should().Be(HttpStatusCode.OK);
        (await tenant.SendAsync(HttpMethod.Get, $"{Base}/status//{id}")).Status.Should().Be(HttpStatusCode.OK);
        (await tenant.SendAsync(HttpMethod.Get, $"{Base}/status/nothing")).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public void An_invalid_import_is_not_configured()
    {
        using var tenant = new Tenant();

        foreach (var job in (EmulatedImportJob[])[
            new() { Object = "GsUser" },
            new() { Object = "Nothing__gc" },
            new() { Object = "Company", Operation = ImportOperation.Update },
            new() { Object = "Company", Operation = ImportOperation.Update, Keys = ["Nope"] },
            new() { Object = "Company", Columns = new Dictionary<string, string> { ["a"] = "Nope" } }])
        {
            tenant.Emulator.Invoking(emulator => emulator.AddImportJob(job)).Should().Throw<ArgumentException>();
        }
    }

    [Fact]
    public async Task Imports_share_the_asynchronous_limits_with_exports()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Limits.AsynchronousCallsPerHour = 1;
        var job = tenant.Emulator.AddImportJob(new EmulatedImportJob { Object = "Company" });

        var first = await UploadAsync(tenant, job, "Name\r\nA");
        var second = await tenant.SendAsync(HttpMethod.Post, "/v3/exports/data/bulk/Company", """{"select":["Name"]}""");

        (first.Status, second.Status).Should().Be((HttpStatusCode.OK, HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task Jobs_that_end_at_the_same_moment_are_done_in_the_order_of_their_submission()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Limits.AsynchronousCallsPerHour = 20;
        var gsid = tenant.Companies.Insert(("Name", "A"));
        var job = tenant.Emulator.AddImportJob(new EmulatedImportJob { Object = "Company", Operation = ImportOperation.Update, Keys = ["Name"] });

        for (var i = 0; i < 20; i++)
        {
            _ = await UploadAsync(tenant, job, $"Name,Industry\r\nA,i{i}");
        }

        tenant.Clock.Advance(tenant.Emulator.Limits.JobStep * 2);

        tenant.Companies.Find(gsid)!["Industry"].Should().Be("i19");
    }

    [Fact]
    public async Task Rows_of_an_import_carry_the_time_at_which_it_ended()
    {
        using var tenant = new Tenant();
        var gsid = tenant.Companies.Insert(("Name", "A"));
        var job = tenant.Emulator.AddImportJob(new EmulatedImportJob { Object = "Company", Operation = ImportOperation.Upsert, Keys = ["Name"] });

        _ = await UploadAsync(tenant, job, "Name,Industry\r\nA,Energy\r\nB,Retail");
        var end = tenant.Clock.GetUtcNow() + (tenant.Emulator.Limits.JobStep * 2);
        tenant.Clock.Advance(TimeSpan.FromHours(1));

        tenant.Companies.Find(gsid)!["ModifiedDate"].Should().Be(end);
        tenant.Companies.Rows.Single(row => Equals(row["Name"], "B"))["CreatedDate"].Should().Be(end);
    }

    [Fact]
    public async Task An_import_does_not_write_over_what_the_back_door_writes_after_it_ended()
    {
        using var tenant = new Tenant();
        var gsid = tenant.Companies.Insert(("Name", "A"));
        var job = tenant.Emulator.AddImportJob(new EmulatedImportJob { Object = "Company", Operation = ImportOperation.Update, Keys = ["Name"] });

        _ = await UploadAsync(tenant, job, "Name,Industry\r\nA,Energy");
        tenant.Clock.Advance(TimeSpan.FromMinutes(5));
        tenant.Companies.Update(gsid, ("Industry", "Retail"));

        tenant.Companies.Find(gsid)!["Industry"].Should().Be("Retail");
    }

    private static async Task<Answer> UploadAsync(Tenant tenant, string? job, string file)
    {
        using var form = new MultipartFormDataContent();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(file));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        form.Add(content, "file", "rows.csv");
        if (job is not null)
        {
            form.Add(new StringContent(job), "jobId");
        }

        using var response = await tenant.Http.PostAsync(new Uri(Base, UriKind.Relative), form);
        return new Answer(response, await response.Content.ReadAsStringAsync());
    }

    private static Task<Answer> StatusAsync(Tenant tenant, string id) => tenant.SendAsync(HttpMethod.Get, $"{Base}/status/{id}");
}
