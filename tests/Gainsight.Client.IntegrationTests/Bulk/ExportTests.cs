using System.Text.Json;
using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Events;
using Gainsight.Client.IntegrationTests.Writes;

namespace Gainsight.Client.IntegrationTests.Bulk;

public sealed class ExportTests
{
    [Theory]
    [InlineData(BulkAddressForm.Relative, BulkMemberForm.InData)]
    [InlineData(BulkAddressForm.FromRoot, BulkMemberForm.AtRoot)]
    [InlineData(BulkAddressForm.Absolute, BulkMemberForm.InData)]
    public async Task An_export_returns_every_row_with_typed_values(BulkAddressForm addresses, BulkMemberForm members)
    {
        await using var tenant = await Tenant.StartAsync();
        (tenant.Emulator.Switches.BulkAddresses, tenant.Emulator.Switches.BulkMembers) = (addresses, members);
        tenant.Emulator.Limits.RowsPerExportChunk = 10;
        for (var i = 0; i < 25; i++)
        {
            tenant.Companies.Insert(("Name", $"Company {i:00}"), ("Arr", i + 0.5m), ("Employees", i), ("RenewalDate", new DateOnly(2026, 1, 1).AddDays(i)));
        }

        var gainsight = tenant.CreateClient();
        var rows = await ListAsync(gainsight.Bulk.ExportAsync(gainsight.Companies.Query()
            .Select(CompanyFields.Gsid, CompanyFields.Name, CompanyFields.Arr, CompanyFields.Employees, CompanyFields.RenewalDate)
            .Where(CompanyFields.Employees.LessThan(24))));

        rows.Should().HaveCount(24);
        rows.Select(row => (row.Name, row.Arr, row.Employees, row.RenewalDate)).Should().BeEquivalentTo(
            Enumerable.Range(0, 24).Select(i => ((string?)$"Company {i:00}", (decimal?)(i + 0.5m), (int?)i, (DateOnly?)new DateOnly(2026, 1, 1).AddDays(i))));
        rows.Select(row => row.Gsid).Should().OnlyHaveUniqueItems().And.NotContainNulls();
        tenant.Calls(EmulatorOperations.ExportSubmit).Should().Be(1);
        tenant.Calls(EmulatorOperations.ExportChunk).Should().Be(3);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(1000)]
    public async Task A_tenant_that_ignores_the_limit_of_an_export_gives_no_more_rows_than_asked_for(int rowsPerChunk)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.IgnoresLimit = true;
        tenant.Emulator.Limits.RowsPerExportChunk = rowsPerChunk;
        for (var i = 0; i < 20; i++)
        {
            tenant.Companies.Insert(("Name", $"Company {i}"));
        }

        var gainsight = tenant.CreateClient();
        var query = gainsight.Companies.Query().Select(CompanyFields.Name).Take(7);
        var last = new List<ExportProgress>();

        var rows = await ListAsync(gainsight.Bulk.ExportAsync(query, new ExportOptions { Progress = new Now<ExportProgress>(last.Add) }));

        rows.Select(row => row.Name).Should().OnlyHaveUniqueItems().And.HaveCount(7);
        last[^1].Job.RowsRead.Should().Be(7);
        (await ListAsync(gainsight.Bulk.ReadExportAsync<Company>(last[^1].Job))).Should().BeEmpty("a job that is read to its end has no more rows");
        if (rowsPerChunk < 7)
        {
            (await ListAsync(gainsight.Bulk.ReadExportAsync<Company>(last.First(report => report.Job.NextChunk == 1).Job))).Should().HaveCount(7 - rowsPerChunk);
        }
    }

    [Fact]
    public async Task Values_with_quotes_line_breaks_and_commas_are_returned_unchanged()
    {
        await using var tenant = await Tenant.StartAsync();
        string[] texts = ["a \"quoted\" word", "two\r\nlines", "one, two", "\"", ",", "tab\there", "back\\slash", "ümlaut – 漢字 🚀", " spaces "];
        foreach (var text in texts)
        {
            tenant.Companies.Insert(("Name", text), ("Summary", text));
        }

        var gainsight = tenant.CreateClient();
        var rows = await ListAsync(gainsight.Bulk.ExportAsync(gainsight.Companies.Query().Select(CompanyFields.Name, CompanyFields.Summary)));

        rows.Select(row => row.Name).Should().BeEquivalentTo(texts);
        rows.Should().OnlyContain(row => row.Name == row.Summary);
    }

    [Fact]
    public async Task An_exported_row_can_be_changed_and_written_back()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Acme"), ("Summary", null));
        var gainsight = tenant.CreateClient();
        var acme = (await ListAsync(gainsight.Bulk.ExportAsync(gainsight.Companies.Query().Select(CompanyFields.Gsid, CompanyFields.Name, CompanyFields.Summary))))
            .Should().ContainSingle().Which;

        acme.Summary.Should().BeNull();
        acme.IsSet(CompanyFields.Summary).Should().BeTrue();
        acme.Summary = "Renewed";
        (await gainsight.Companies.UpdateAsync([acme], IdentifierKeys.Gsid)).Failed.Should().BeEmpty();
        tenant.Companies.Rows.Should().ContainSingle().Which["Summary"].Should().Be("Renewed");
    }

    [Fact]
    public async Task An_empty_export_returns_no_rows()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();

        (await ListAsync(gainsight.Bulk.ExportAsync(gainsight.Companies.Query().Select(CompanyFields.Name)))).Should().BeEmpty();
    }

    [Fact]
    public async Task The_job_is_polled_slowly_and_progress_is_reported()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Limits.JobStep = TimeSpan.FromMinutes(20);
        tenant.Companies.Insert(("Name", "Acme"));
        var reports = new List<ExportProgress>();
        var gainsight = tenant.CreateClient();
        var start = tenant.Clock.GetUtcNow();

        await ListAsync(gainsight.Bulk.ExportAsync(
            gainsight.Companies.Query().Select(CompanyFields.Name), new ExportOptions { Progress = new Now<ExportProgress>(reports.Add) }));

        (tenant.Clock.GetUtcNow() - start).Should().BeCloseTo(TimeSpan.FromMinutes(42), TimeSpan.FromMinutes(4));
        tenant.Calls(EmulatorOperations.ExportStatus).Should().BeInRange(5, 15);
        reports.Select(report => report.Status).Distinct().Should().Equal("SUBMITTED", "IN_PROGRESS", "COMPLETED");
        var last = reports[^1];
        (last.TotalRows, last.Job.RowsRead, last.Job.NextChunk).Should().Be((1, 1, 1));
    }

    [Theory]
    [InlineData(FaultKind.JobFails, "FAILED")]
    [InlineData(FaultKind.JobIsAborted, "ABORTED")]
    public async Task A_job_that_does_not_complete_throws_before_any_row(FaultKind kind, string status)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Acme"));
        tenant.Emulator.Faults.Add(new Fault(kind) { Operation = EmulatorOperations.ExportSubmit });
        var gainsight = tenant.CreateClient();

        Func<Task> export = () => ListAsync(gainsight.Bulk.ExportAsync(gainsight.Companies.Query().Select(CompanyFields.Name)));

        var failure = (await export.Should().ThrowAsync<GainsightExportException>()).Which;
        (failure.Status, failure.Job!.ObjectName).Should().Be((status, "Company"));
    }

    [Fact]
    public async Task A_job_that_takes_too_long_can_be_read_later()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Limits.JobStep = TimeSpan.FromHours(1);
        tenant.Companies.Insert(("Name", "Acme"));
        var gainsight = tenant.CreateClient();

        Func<Task> export = () => ListAsync(gainsight.Bulk.ExportAsync(
            gainsight.Companies.Query().Select(CompanyFields.Name), new ExportOptions { MaxWait = TimeSpan.FromMinutes(10) }));
        var job = (await export.Should().ThrowAsync<GainsightExportException>()).Which.Job!;

        (await ListAsync(gainsight.Bulk.ReadExportAsync<Company>(job))).Should().ContainSingle().Which.Name.Should().Be("Acme");
        tenant.Calls(EmulatorOperations.ExportSubmit).Should().Be(1);
    }

    [Fact]
    public async Task A_part_on_another_host_is_not_requested()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.BulkAddresses = BulkAddressForm.ChunksOnOtherHost;
        tenant.Companies.Insert(("Name", "Acme"));
        var hosts = new List<string>();
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new HostHook(options.PrimaryHandler!, hosts));

        Func<Task> export = () => ListAsync(gainsight.Bulk.ExportAsync(gainsight.Companies.Query().Select(CompanyFields.Name)));

        (await export.Should().ThrowAsync<GainsightProtocolException>()).Which.Message.Should().Contain("Nothing was sent there");
        hosts.Should().NotBeEmpty().And.OnlyContain(host => host == tenant.BaseAddress.Authority);
    }

    [Theory]
    [InlineData(FaultKind.CutMidBody, 1)]
    [InlineData(FaultKind.TruncatedJson, 1)]
    [InlineData(FaultKind.CutAfterRead, 1)]
    [InlineData(FaultKind.ServerError, 2)]
    [InlineData(FaultKind.HtmlWith200, 1)]
    public async Task An_interrupted_part_is_fetched_again_without_duplicate_rows(FaultKind kind, int count)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Limits.RowsPerExportChunk = 3000;
        Query.KeysetTests.Insert(tenant, 4000);
        tenant.Emulator.Faults.Add(new Fault(kind) { Operation = EmulatorOperations.ExportChunk, Count = count });
        var gainsight = tenant.CreateClient();

        var rows = await ListAsync(gainsight.Bulk.ExportAsync(gainsight.Companies.Query().Select(CompanyFields.Name, CompanyFields.Employees)));

        rows.Select(row => row.Name).Should().OnlyHaveUniqueItems().And.HaveCount(4000);
        tenant.Calls(EmulatorOperations.ExportChunk).Should().Be(2 + count);
    }

    [Fact]
    public async Task A_part_that_is_always_interrupted_throws_a_typed_exception()
    {
        await using var tenant = await Tenant.StartAsync();
        Query.KeysetTests.Insert(tenant, 2000);
        tenant.Emulator.Faults.Add(new Fault(FaultKind.CutMidBody) { Operation = EmulatorOperations.ExportChunk });
        var gainsight = tenant.CreateClient();

        Func<Task> export = () => ListAsync(gainsight.Bulk.ExportAsync(gainsight.Companies.Query().Select(CompanyFields.Name)));

        await export.Should().ThrowAsync<GainsightTransportException>();
    }

    [Fact]
    public async Task A_reader_that_stopped_continues_at_its_part_from_the_saved_job()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Limits.RowsPerExportChunk = 10;
        Query.KeysetTests.Insert(tenant, 35);
        var gainsight = tenant.CreateClient();
        var job = await gainsight.Bulk.StartExportAsync(gainsight.Companies.Query().Select(CompanyFields.Name));
        var names = new List<string?>();
        var kept = JsonSerializer.Serialize(job, EventJson.Default.ExportJob);
        var options = new ExportOptions
        {
            Progress = new Now<ExportProgress>(report => kept = JsonSerializer.Serialize(report.Job, EventJson.Default.ExportJob)),
        };

        await foreach (var row in gainsight.Bulk.ReadExportAsync<Company>(job, options))
        {
            if (names.Count == 25)
            {
                break;
            }

            names.Add(row.Name);
        }

        var resumed = JsonSerializer.Deserialize(kept, EventJson.Default.ExportJob)!;
        (resumed.NextChunk, resumed.RowsRead).Should().Be((2, 20));
        var rest = await ListAsync(tenant.CreateClient().Bulk.ReadExportAsync<Company>(resumed));

        names.Take(20).Concat(rest.Select(row => row.Name)).Should().OnlyHaveUniqueItems().And.HaveCount(35);
        tenant.Calls(EmulatorOperations.ExportSubmit).Should().Be(1);
    }

    [Fact]
    public async Task An_export_that_reaches_the_row_limit_is_not_reported_as_complete()
    {
        await using var tenant = await Tenant.StartAsync();
        Query.KeysetTests.Insert(tenant, 3);
        var gainsight = tenant.CreateClient();
        var query = gainsight.Companies.Query().Select(CompanyFields.Name);
        var job = await gainsight.Bulk.StartExportAsync(query) with { RowLimit = 3 };

        await ((Func<Task>)(() => ListAsync(gainsight.Bulk.ReadExportAsync<Company>(job)))).Should().ThrowAsync<GainsightExportException>();

        (await ListAsync(gainsight.Bulk.ExportAsync(query.Take(2)))).Should().HaveCount(2);
    }

    [Fact]
    public async Task An_export_that_reaches_the_row_limit_is_not_reported_as_complete_without_a_total()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Limits.RowsPerExportChunk = 2;
        Query.KeysetTests.Insert(tenant, 3);
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (_, status, body) => (status, body.Replace("totalRecords", "untold", StringComparison.Ordinal)),
        });
        var job = await gainsight.Bulk.StartExportAsync(gainsight.Companies.Query().Select(CompanyFields.Name));

        Func<Task> capped = () => ListAsync(gainsight.Bulk.ReadExportAsync<Company>(job with { RowLimit = 3 }));

        (await capped.Should().ThrowAsync<GainsightExportException>()).Which.Job!.RowsRead.Should().Be(3);
        (await ListAsync(gainsight.Bulk.ReadExportAsync<Company>(job with { RowLimit = 4 }))).Should().HaveCount(3);
    }

    [Fact]
    public async Task Exports_wait_for_their_own_hourly_window_and_do_not_delay_other_calls()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Acme"));
        var gainsight = tenant.CreateClient();
        var query = gainsight.Companies.Query().Select(CompanyFields.Name);
        var start = tenant.Clock.GetUtcNow();
        for (var i = 0; i < 10; i++)
        {
            await gainsight.Bulk.StartExportAsync(query);
        }

        await query.ToListAsync();
        (tenant.Clock.GetUtcNow() - start).Should().BeLessThan(TimeSpan.FromMinutes(1));

        await gainsight.Bulk.StartExportAsync(query);
        (tenant.Clock.GetUtcNow() - start).Should().BeGreaterThan(TimeSpan.FromMinutes(50));
        tenant.Emulator.Requests.Snapshot().Should().NotContain(entry => entry.Status == 429, "the client avoids a limit that it can foresee");
    }

    [Fact]
    public async Task A_throttled_submission_is_sent_again_in_the_next_hour()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Acme"));
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Throttle) { Operation = EmulatorOperations.ExportSubmit, Count = 1 });
        var gainsight = tenant.CreateClient();

        (await ListAsync(gainsight.Bulk.ExportAsync(gainsight.Companies.Query().Select(CompanyFields.Name)))).Should().ContainSingle();

        tenant.Calls(EmulatorOperations.ExportSubmit).Should().Be(2);
    }

    [Fact]
    public async Task Polls_can_be_counted_as_asynchronous_calls()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.PollsCountAsCalls = true;
        tenant.Emulator.Limits.RowsPerExportChunk = 2;
        Query.KeysetTests.Insert(tenant, 20);
        var gainsight = tenant.CreateClient(options => options.Quota.Buckets[QuotaBuckets.BulkPolls] = options.Quota.Buckets[QuotaBuckets.Async]);

        (await ListAsync(gainsight.Bulk.ExportAsync(gainsight.Companies.Query().Select(CompanyFields.Name)))).Should().HaveCount(20);

        tenant.Emulator.Requests.Snapshot().Should().NotContain(entry => entry.Status == 429);
    }

    [Fact]
    public async Task A_query_that_Gainsight_refuses_throws_a_validation_exception()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();

        await ((Func<Task>)(() => ListAsync(gainsight.Bulk.ExportAsync(gainsight.Companies.Query().Select("NoSuchField")))))
            .Should().ThrowAsync<GainsightValidationException>();
        await ((Func<Task>)(() => ListAsync(gainsight.Bulk.ExportAsync(tenant.CreateClient().Companies.Query())))).Should().ThrowAsync<ArgumentException>();
    }

    internal static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> rows)
    {
        var list = new List<T>();
        await foreach (var row in rows)
        {
            list.Add(row);
        }

        return list;
    }

    private sealed class HostHook(HttpMessageHandler inner, List<string> hosts) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (hosts)
            {
                hosts.Add(request.RequestUri!.Authority);
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
