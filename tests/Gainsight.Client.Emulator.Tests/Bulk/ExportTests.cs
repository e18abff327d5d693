using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Gainsight.Client.Emulator.Tests;

public sealed class ExportTests
{
    private const string Names = """{"select":["Name"],"orderBy":{"Name":"asc"}}""";

    [Fact]
    public async Task An_export_is_submitted_polled_and_fetched_in_parts_with_a_header_each()
    {
        using var tenant = Filled(25);
        tenant.Emulator.Limits.RowsPerExportChunk = 10;

        var submitted = await SubmitAsync(tenant, Names);
        var pending = await GetAsync(tenant, submitted.Data.GetProperty("statusURL"));
        tenant.Clock.Advance(tenant.Emulator.Limits.JobStep);
        var running = await GetAsync(tenant, submitted.Data.GetProperty("statusURL"));
        tenant.Clock.Advance(tenant.Emulator.Limits.JobStep);
        var done = await GetAsync(tenant, submitted.Data.GetProperty("statusURL"));
        JsonElement[] parts = [.. done.Data.GetProperty("chunkDetails").EnumerateArray()];
        var last = await GetAsync(tenant, parts[2].GetProperty("chunkURL"));

        new[] { submitted, pending, running, done }.Select(answer => answer.Data.GetProperty("jobStatus").GetString()).Should().Equal(
            "SUBMITTED", "SUBMITTED", "IN_PROGRESS", "COMPLETED");
        pending.Data.TryGetProperty("chunkDetails", out _).Should().BeFalse();
        done.Data.GetProperty("totalRecords").GetInt32().Should().Be(25);
        parts.Select(part => (part.GetProperty("offset").GetInt32(), part.GetProperty("limit").GetInt32())).Should().Equal((0, 10), (10, 10), (20, 10));
        last.ContentType.Should().Be("text/csv");
        last.Text.Should().Be("Name\r\nc20\r\nc21\r\nc22\r\nc23\r\nc24\r\n");
    }

    [Fact]
    public async Task Values_are_quoted_where_necessary_and_empty_values_are_empty()
    {
        using var tenant = new Tenant();
        var user = tenant.Users.Rows.Single(row => Equals(row["FirstName"], "Rhea")).Gsid;
        _ = tenant.Companies.Insert(("Name", "A \"big\", \r\nünï"), ("Arr", 12.50m), ("RenewalDate", new DateOnly(2027, 3, 31)), ("Csm", user));

        var part = await ExportAsync(tenant, """{"select":["Name","Arr","Employees","RenewalDate","Csm__gr.name"]}""");

        part.Text.Should().Be("Name,Arr,Employees,RenewalDate,Csm__gr.name\r\n\"A \"\"big\"\", \r\nünï\",12.50,,2027-03-31,Rhea Lindqvist\r\n");
    }

    [Theory]
    [InlineData("""{"where":{"conditions":[],"expression":"A"}}""", "GSOBJ_ESS_9104")]
    [InlineData("""{"select":[]}""", "GSOBJ_ESS_9104")]
    [InlineData("""{"select":["Nope"]}""", "GSOBJ_ESS_9150")]
    [InlineData("""{"select":"Name"}""", "GSOBJ_ESS_9150")]
    [InlineData("""{"select":["Name"],"limit":1000001}""", "GSOBJ_ESS_9150")]
    [InlineData("""{"select":["Name"],"where":{"conditions":[{"name":"Name","alias":"A","value":["a"],"operator":"LIKE"}],"expression":"A"}}""", "GSOBJ_ESS_9150")]
    [InlineData("[]", "GSOBJ_ESS_9150")]
    public async Task A_bad_query_is_refused_with_the_codes_of_the_service(string query, string code)
    {
        using var tenant = new Tenant();

        var answer = await SubmitAsync(tenant, query);

        (answer.Status, answer.Code).Should().Be((HttpStatusCode.BadRequest, code));
    }

    [Theory]
    [InlineData(BulkAddressForm.Relative, "v3/", "v3/")]
    [InlineData(BulkAddressForm.FromRoot, "/v3/", "/v3/")]
    [InlineData(BulkAddressForm.Absolute, "https://emulator-", "https://emulator-")]
    [InlineData(BulkAddressForm.ChunksOnOtherHost, "https://emulator-", "https://exports.storage.example/")]
    public async Task Addresses_come_in_each_form(BulkAddressForm form, string status, string part)
    {
        using var tenant = Filled(1);
        tenant.Emulator.Limits.JobStep = TimeSpan.Zero;
        tenant.Emulator.Switches.BulkAddresses = form;

        var submitted = await SubmitAsync(tenant, Names);
        var done = await GetAsync(tenant, submitted.Data.GetProperty("statusURL"));

        submitted.Data.GetProperty("statusURL").GetString().Should().StartWith(status);
        done.Data.GetProperty("chunkDetails")[0].GetProperty("chunkURL").GetString().Should().StartWith(part);
    }

    [Fact]
    public async Task Members_may_be_at_the_root()
    {
        using var tenant = Filled(1);
        tenant.Emulator.Switches.BulkMembers = BulkMemberForm.AtRoot;

        var submitted = await SubmitAsync(tenant, Names);

        submitted.Data.ValueKind.Should().Be(JsonValueKind.Null);
        (await GetAsync(tenant, submitted.Json.GetProperty("statusURL"))).Json.GetProperty("jobStatus").GetString().Should().Be("SUBMITTED");
    }

    [Theory]
    [InlineData(FaultKind.JobFails, "FAILED")]
    [InlineData(FaultKind.JobIsAborted, "ABORTED")]
    public async Task A_job_may_fail_after_it_was_accepted(FaultKind kind, string status)
    {
        using var tenant = Filled(1);
        tenant.Emulator.Limits.JobStep = TimeSpan.Zero;
        _ = tenant.Emulator.Faults.Add(new Fault(kind) { Count = 1 });

        var submitted = await SubmitAsync(tenant, Names);
        var done = await GetAsync(tenant, submitted.Data.GetProperty("statusURL"));

        done.Data.GetProperty("jobStatus").GetString().Should().Be(status);
        done.Data.TryGetProperty("chunkDetails", out _).Should().BeFalse();
    }

    [Fact]
    public async Task An_empty_export_has_no_parts_and_an_unknown_part_is_refused()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Limits.JobStep = TimeSpan.Zero;

        var submitted = await SubmitAsync(tenant, Names);
        var done = await GetAsync(tenant, submitted.Data.GetProperty("statusURL"));
        var part = await tenant.SendAsync(HttpMethod.Get, $"/v3/exports/data/bulk/chunk/{submitted.Data.GetProperty("jobId").GetString()}/0");
        var job = await tenant.SendAsync(HttpMethod.Get, "/v3/exports/data/bulk/status/nothing");

        done.Data.GetProperty("chunkDetails").GetArrayLength().Should().Be(0);
        part.Status.Should().Be(HttpStatusCode.BadRequest);
        job.Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData(false, HttpStatusCode.OK)]
    [InlineData(true, HttpStatusCode.TooManyRequests)]
    public async Task Ten_calls_an_hour_are_allowed_and_polls_may_or_may_not_count(bool polls, HttpStatusCode last)
    {
        using var tenant = Filled(1);
        tenant.Emulator.Switches.PollsCountAsCalls = polls;
        var first = await SubmitAsync(tenant, Names);
        for (var i = 1; i < 10; i++)
        {
            _ = await SubmitAsync(tenant, Names);
        }

        var eleventh = await SubmitAsync(tenant, Names);
        var poll = await GetAsync(tenant, first.Data.GetProperty("statusURL"));

        eleventh.Status.Should().Be(HttpStatusCode.TooManyRequests);
        poll.Status.Should().Be(last);
    }

    [Fact]
    public async Task A_part_that_is_cut_breaks_off_in_the_middle_and_one_that_is_truncated_ends_there()
    {
        using var tenant = Filled(10);
        var address = await PartAsync(tenant, Names);
        _ = tenant.Emulator.Faults.Add(new Fault(FaultKind.CutMidBody) { Operation = EmulatorOperations.ExportChunk, Count = 1 });
        _ = tenant.Emulator.Faults.Add(new Fault(FaultKind.TruncatedJson) { Operation = EmulatorOperations.ExportChunk, Count = 1 });

        Func<Task> cut = () => tenant.SendAsync(HttpMethod.Get, address);
        await cut.Should().ThrowAsync<HttpRequestException>();
        var truncated = await tenant.SendAsync(HttpMethod.Get, address);
        var whole = await tenant.SendAsync(HttpMethod.Get, address);

        truncated.Text.Split("\r\n").Should().HaveCount(6);
        whole.Text.Split("\r\n").Should().HaveCount(12);
    }

    [Fact]
    public async Task A_part_that_is_cut_on_a_socket_comes_with_its_headers_and_half_of_its_rows()
    {
        await using var remote = await Remote.StartAsync();
        remote.Emulator.Limits.JobStep = TimeSpan.Zero;
        foreach (var i in Enumerable.Range(0, 10))
        {
            _ = remote.Emulator.Object("Company").Insert(("Name", $"c{i}"));
        }

        var submitted = await Tenant.SendAsync(remote.Http, HttpMethod.Post, "/v3/exports/data/bulk/Company", Names);
        var done = await Tenant.SendAsync(remote.Http, HttpMethod.Get, "/" + submitted.Data.GetProperty("statusURL").GetString());
        var address = "/" + done.Data.GetProperty("chunkDetails")[0].GetProperty("chunkURL").GetString();
        _ = remote.Emulator.Faults.Add(new Fault(FaultKind.CutMidBody) { Operation = EmulatorOperations.ExportChunk, Count = 1 });

        using var cut = await remote.Http.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        using var arrived = new MemoryStream();
        Func<Task> read = async () => await (await cut.Content.ReadAsStreamAsync()).CopyToAsync(arrived);
        await read.Should().ThrowAsync<IOException>();
        var whole = await Tenant.SendAsync(remote.Http, HttpMethod.Get, address);

        cut.StatusCode.Should().Be(HttpStatusCode.OK);
        Encoding.UTF8.GetString(arrived.ToArray()).Should().Be("Name\r\nc0\r\nc1\r\nc2\r\nc3\r\n");
        whole.Text.Split("\r\n").Should().HaveCount(12);
    }

    [Fact]
    public async Task An_export_shows_rows_as_they_were()
    {
        using var tenant = Filled(3);
        var address = await PartAsync(tenant, Names);
        string[] gsids = [.. tenant.Companies.Rows.OrderBy(row => (string)row["Name"]!, StringComparer.Ordinal).Select(row => row.Gsid)];

        tenant.Companies.Update(gsids[0], ("Name", "changed"));
        _ = tenant.Companies.Delete(gsids[1]);
        var part = await tenant.SendAsync(HttpMethod.Get, address);

        part.Text.Should().Be("Name\r\nc00\r\nc01\r\nc02\r\n", "that is what there was when the export completed");
    }

    [Fact]
    public async Task A_part_is_made_while_it_is_read()
    {
        using var tenant = Filled(2_000);
        var owner = tenant.Users.Rows[0];
        foreach (var company in tenant.Companies.Rows)
        {
            tenant.Companies.Update(company.Gsid, ("Csm", owner.Gsid));
        }

        var address = await PartAsync(tenant, """{"select":["Csm__gr.Name"]}""");

        using var response = await tenant.Http.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        _ = await reader.ReadLineAsync();
        var first = await reader.ReadLineAsync();
        tenant.Users.Update(owner.Gsid, ("Name", "Changed"));
        var rest = (await reader.ReadToEndAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        first.Should().Be((string)owner["Name"]!);
        rest.Should().HaveCount(1_999);
        rest[^1].Should().Be("Changed", "what other rows hold is looked up when a line is made");
    }

    [Fact]
    public async Task An_export_does_not_hold_what_the_back_door_inserts_after_it_completed()
    {
        using var tenant = Filled(1);

        var submitted = await SubmitAsync(tenant, Names);
        tenant.Clock.Advance(tenant.Emulator.Limits.JobStep * 2);
        _ = tenant.Companies.Insert(("Name", "late"));
        var done = await GetAsync(tenant, submitted.Data.GetProperty("statusURL"));

        done.Data.GetProperty("totalRecords").GetInt32().Should().Be(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_export_holds_rows_that_the_back_door_deletes_after_it_completed(bool deleted)
    {
        using var tenant = Filled(1);
        var gsid = tenant.Companies.Rows.Single().Gsid;

        var submitted = await SubmitAsync(tenant, Names);
        tenant.Clock.Advance(tenant.Emulator.Limits.JobStep * 2);
        if (deleted)
        {
            _ = tenant.Companies.Delete(gsid);
        }
        else
        {
            tenant.Companies.Update(gsid, ("Name", "changed"));
        }

        var done = await GetAsync(tenant, submitted.Data.GetProperty("statusURL"));
        var part = await GetAsync(tenant, done.Data.GetProperty("chunkDetails")[0].GetProperty("chunkURL"));

        part.Text.Should().Be("Name\r\nc00\r\n");
    }

    [Fact]
    public async Task An_export_of_the_picklist_items_has_all_of_them()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Limits.JobStep = TimeSpan.Zero;
        var item = tenant.Companies.Field("Stage").Picklist!.AddItem("Paused");

        var part = await ExportAsync(tenant, """{"select":["Name"]}""", "da_picklist");
        var one = await tenant.SendAsync(HttpMethod.Get, $"/v1/data/objects/da_picklist/{item.Gsid}");

        part.Text.Split("\r\n").Should().Contain(["Launched", "Onboarding (retired)", "Paused"]);
        one.Texts("Name").Should().Equal("Paused");
        tenant.Emulator.Object("da_picklist").Rows.Select(row => row["Name"]).Should().Contain("Paused");
    }

    [Fact]
    public async Task An_export_of_the_delete_log_forgets_after_15_days()
    {
        using var tenant = Filled(2);
        string[] gsids = [.. tenant.Companies.Rows.Select(row => row.Gsid)];
        _ = tenant.Companies.Delete(gsids[0]);
        tenant.Clock.Advance(TimeSpan.FromDays(10));
        _ = tenant.Companies.Delete(gsids[1]);
        tenant.Clock.Advance(TimeSpan.FromDays(6));

        var part = await ExportAsync(tenant, """{"select":["RecordId"]}""", "record_delete_log");

        part.Text.Should().Be($"RecordId\r\n{gsids[1]}\r\n");
        tenant.Emulator.Object("record_delete_log").Count.Should().Be(1);
    }

    private static Tenant Filled(int companies)
    {
        var tenant = new Tenant();
        foreach (var i in Enumerable.Range(0, companies))
        {
            _ = tenant.Companies.Insert(("Name", "c" + i.ToString("00", CultureInfo.InvariantCulture)));
        }

        return tenant;
    }

    private static Task<Answer> SubmitAsync(Tenant tenant, string query, string source = "Company") =>
        tenant.SendAsync(HttpMethod.Post, $"/v3/exports/data/bulk/{source}", query);

    private static Task<Answer> GetAsync(Tenant tenant, JsonElement address) =>
        tenant.SendAsync(HttpMethod.Get, new Uri(tenant.Emulator.BaseAddress, address.GetString()).PathAndQuery);

    private static async Task<string> PartAsync(Tenant tenant, string query, string source = "Company")
    {
        tenant.Emulator.Limits.JobStep = TimeSpan.Zero;
        var submitted = await SubmitAsync(tenant, query, source);
        var done = await GetAsync(tenant, submitted.Data.GetProperty("statusURL"));
        return "/" + done.Data.GetProperty("chunkDetails")[0].GetProperty("chunkURL").GetString();
    }

    private static async Task<Answer> ExportAsync(Tenant tenant, string query, string source = "Company") =>
        await tenant.SendAsync(HttpMethod.Get, await PartAsync(tenant, query, source));
}
