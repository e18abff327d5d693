using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Writes;

namespace Gainsight.Client.IntegrationTests.Bulk;

public sealed class ImportTests
{
    private const string Job = "job-1";

    [Fact]
    public async Task A_csv_is_imported_and_counted()
    {
        await using var tenant = await StartAsync();
        Stream csv = Csv("Name,Employees,Summary\r\nAcme,12,\"two\r\nlines, \"\"quoted\"\"\"\r\n\r\nBravo,7,plain");

        var report = await tenant.CreateClient().Bulk.ImportAsync(Job, csv);

        (report.Succeeded, report.Failed, report.Unknown, report.NextRow, report.StoppedBy).Should().Be((2, 0, 0, 2, null));
        var part = report.Parts.Should().ContainSingle().Which;
        (part.FirstRow, part.RowCount, part.Status).Should().Be((0, 2, "COMPLETED"));
        part.StatusId.Should().NotBeNullOrEmpty();
        tenant.Companies.Rows.Select(row => (row["Name"], row["Employees"], row["Summary"])).Should()
            .Equal(("Acme", 12m, "two\r\nlines, \"quoted\""), ("Bravo", 7m, "plain"));
    }

    [Fact]
    public async Task Rows_that_Gainsight_refuses_are_counted_separately()
    {
        await using var tenant = await StartAsync();

        var report = await tenant.CreateClient().Bulk.ImportAsync(Job, Csv("Name,Employees\nAcme,12\n,7\nBravo,many\n"));

        (report.Succeeded, report.Failed, report.StoppedBy).Should().Be((1, 2, null));
        tenant.Companies.Rows.Should().ContainSingle();
    }

    [Fact]
    public async Task A_large_file_is_split_between_rows_and_every_part_has_the_header()
    {
        await using var tenant = await StartAsync();
        tenant.Emulator.Limits.BytesPerBulkCall = 1000;
        var text = new StringBuilder("Name,Summary\n");
        for (var i = 0; i < 60; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"Company {i},\"line\n{new string('x', i % 7)}, \"\"{i}\"\"\"\n");
        }

        var parts = new List<ImportPart>();
        var report = await tenant.CreateClient().Bulk.ImportAsync(
            Job, new Trickle(Csv(text.ToString())), new ImportOptions { PartBytes = 1000, Progress = new Now<ImportPart>(parts.Add) });

        report.Parts.Should().HaveCountGreaterThan(1).And.Equal(parts);
        report.Parts.Select(part => part.FirstRow).Should().Equal(report.Parts.Select((_, i) => report.Parts.Take(i).Sum(part => part.RowCount)));
        (report.Succeeded, report.Failed, report.NextRow).Should().Be((60, 0, 60));
        tenant.Companies.Rows.Select(row => row["Name"]).Should().Equal(Enumerable.Range(0, 60).Select(i => $"Company {i}"));
        tenant.Calls(EmulatorOperations.ImportSubmit).Should().Be(report.Parts.Count);
    }

    [Fact]
    public async Task A_list_of_records_is_imported_like_a_stream()
    {
        await using var tenant = await StartAsync();
        List<Company> companies = [new() { Name = "Acme" }, new() { Name = "Bravo" }];

        var report = await tenant.CreateClient().Bulk.ImportAsync(Job, companies, [CompanyFields.Name]);

        report.Succeeded.Should().Be(2);
        tenant.Companies.Rows.Select(row => row["Name"]).Should().Equal("Acme", "Bravo");
    }

    [Fact]
    public async Task Records_are_imported_by_the_columns_named()
    {
        await using var tenant = await StartAsync();
        Company[] companies =
        [
            new() { Name = "Acme, \"Inc\"", Employees = 5, Arr = 10.50m, RenewalDate = new DateOnly(2026, 2, 28) },
            new() { ["Employees"] = null, Name = "Bravo" },
        ];

        var report = await tenant.CreateClient().Bulk.ImportAsync(
            Job, companies.ToAsyncEnumerable(), [CompanyFields.Employees, CompanyFields.Name, CompanyFields.Arr, CompanyFields.RenewalDate]);

        (report.Succeeded, report.Failed).Should().Be((2, 0));
        tenant.Companies.Rows.Select(row => (row["Employees"], row["Name"], row["Arr"], row["RenewalDate"])).Should()
            .Equal((5m, "Acme, \"Inc\"", 10.5m, new DateOnly(2026, 2, 28)), (null, "Bravo", null, null));
    }

    [Theory]
    [InlineData("", "no row")]
    [InlineData("Name\n", "no row")]
    [InlineData("Name,Employees\nAcme\n", "1 value, ")]
    [InlineData("Name\n\"Acme\n", "not closed")]
    [InlineData("Name\n\"Acme\" Inc\n", "closing quote")]
    public async Task A_file_that_is_not_a_table_is_refused_before_any_call(string csv, string message)
    {
        await using var tenant = await StartAsync();

        Func<Task> import = () => tenant.CreateClient().Bulk.ImportAsync(Job, Csv(csv));

        (await import.Should().ThrowAsync<GainsightValidationException>()).Which.Message.Should().Contain(message).And.NotContain("Acme");
        tenant.Calls(EmulatorOperations.ImportSubmit).Should().Be(0);
    }

    [Fact]
    public async Task A_row_larger_than_a_part_is_refused_before_any_call()
    {
        await using var tenant = await StartAsync();

        Func<Task> import = () => tenant.CreateClient().Bulk.ImportAsync(Job, Csv("Name\nA company with a long name\n"), new ImportOptions { PartBytes = 20 });

        (await import.Should().ThrowAsync<GainsightValidationException>()).Which.Message.Should().Contain(nameof(ImportOptions.PartBytes));
        tenant.Calls(EmulatorOperations.ImportSubmit).Should().Be(0);
    }

    [Fact]
    public async Task A_job_that_is_not_configured_throws_a_validation_exception()
    {
        await using var tenant = await StartAsync();

        await ((Func<Task>)(() => tenant.CreateClient().Bulk.ImportAsync("no-such-job", Csv("Name\nAcme\n")))).Should().ThrowAsync<GainsightValidationException>();
    }

    [Fact]
    public async Task A_bad_row_in_a_later_part_stops_the_import_and_the_report_says_where_to_continue()
    {
        await using var tenant = await StartAsync();

        var report = await tenant.CreateClient().Bulk.ImportAsync(
            Job, Csv("Name,Employees\nAcme,1\nBravo,2\nCharlie\n"), new ImportOptions { PartBytes = 24 });

        report.StoppedBy.Should().BeOfType<GainsightValidationException>().Which.Message.Should().Contain("Row 4");
        (report.Succeeded, report.NextRow).Should().Be((tenant.Companies.Count, tenant.Companies.Count));
        report.NextRow.Should().BeInRange(1, 2);
    }

    [Fact]
    public async Task A_part_whose_answer_is_lost_is_not_sent_again_and_its_rows_are_unknown()
    {
        await using var tenant = await StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.CutAfterCommit) { Operation = EmulatorOperations.ImportSubmit, Count = 1 });

        var report = await tenant.CreateClient().Bulk.ImportAsync(Job, Csv("Name\nAcme\nBravo\n"), new ImportOptions { PartBytes = 13 });

        report.StoppedBy.Should().BeOfType<GainsightTransportException>();
        (report.Succeeded, report.Failed, report.Unknown, report.NextRow).Should().Be((0, 0, 1, 1));
        tenant.Calls(EmulatorOperations.ImportSubmit).Should().Be(1);
    }

    [Theory]
    [InlineData(FaultKind.JobFails)]
    [InlineData(FaultKind.JobIsAborted)]
    public async Task A_job_that_fails_halfway_reports_the_rows_it_processed_and_stops_the_import(FaultKind kind)
    {
        await using var tenant = await StartAsync();
        tenant.Emulator.Faults.Add(new Fault(kind) { Operation = EmulatorOperations.ImportSubmit, Count = 1 });

        var report = await tenant.CreateClient().Bulk.ImportAsync(Job, Csv("Name\nAcme\nBravo\nCharlie\nDelta\n"), new ImportOptions { PartBytes = 20 });

        report.StoppedBy.Should().BeOfType<GainsightJobException>().Which.Message.Should().Contain("did not complete the import");
        report.Succeeded.Should().Be(tenant.Companies.Count).And.Be(1);
        (report.Unknown, report.NextRow).Should().Be((1, 2));
    }

    [Theory]
    [InlineData("INPROGRESS")]
    [InlineData("In Progress")]
    [InlineData("in-progress")]
    [InlineData("RUNNING")]
    [InlineData("PENDING")]
    [InlineData("PROCESSING")]
    public async Task The_client_waits_for_an_import_that_is_INPROGRESS(string state)
    {
        await using var tenant = await StartAsync();
        tenant.Emulator.Limits.JobStep = TimeSpan.FromMinutes(2);
        var asked = 0;
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (request, status, body) =>
            {
                asked += request.Method == HttpMethod.Get ? 1 : 0;
                return (status, Regex.Replace(body, "(SUBMITTED|NOT_STARTED|IN_PROGRESS)", state));
            },
        });

        var report = await gainsight.Bulk.ImportAsync(Job, Csv("Name\nAcme\nBravo\n"));

        (report.Succeeded, report.Unknown, report.StoppedBy).Should().Be((2, 0, null));
        asked.Should().BeGreaterThan(1, "the state must have been polled");
    }

    [Fact]
    public async Task A_failure_to_read_rows_after_a_part_was_sent_keeps_the_report_of_that_part()
    {
        await using var tenant = await StartAsync();
        var broken = new IOException("disk");

        var report = await tenant.CreateClient().Bulk.ImportAsync(
            Job, Rows("Acme", "Bravo"), [CompanyFields.Name], new ImportOptions { PartBytes = 13 });

        (report.Succeeded, report.NextRow, report.Parts.Count).Should().Be((1, 1, 1));
        report.StoppedBy!.InnerException.Should().BeSameAs(broken);
        tenant.Companies.Rows.Select(row => row["Name"]).Should().Equal("Acme");

        async IAsyncEnumerable<Company> Rows(params string[] names)
        {
            foreach (var name in names)
            {
                await Task.CompletedTask;
                yield return new Company { Name = name };
            }

            throw broken;
        }
    }

    [Fact]
    public async Task A_failure_to_read_rows_before_a_part_was_sent_throws_the_exception_of_the_source()
    {
        await using var tenant = await StartAsync();
        Stream closed = Csv("Name\nAcme\n");
        await closed.DisposeAsync();

        await tenant.CreateClient().Awaiting(gainsight => gainsight.Bulk.ImportAsync(Job, closed)).Should().ThrowAsync<ObjectDisposedException>();
        tenant.Calls(EmulatorOperations.ImportSubmit).Should().Be(0);
    }

    [Fact]
    public async Task A_throttled_part_is_sent_in_full_in_the_next_hour()
    {
        await using var tenant = await StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Throttle) { Operation = EmulatorOperations.ImportSubmit, Count = 1 });
        var start = tenant.Clock.GetUtcNow();

        var report = await tenant.CreateClient().Bulk.ImportAsync(Job, new Trickle(Csv("Name\nAcme\nBravo\n")));

        report.Succeeded.Should().Be(2);
        tenant.Companies.Count.Should().Be(2);
        (tenant.Clock.GetUtcNow() - start).Should().BeGreaterThan(TimeSpan.FromMinutes(50), "imports have their own hourly window");
    }

    [Fact]
    public async Task Parts_are_removed_from_disk()
    {
        await using var tenant = await StartAsync();

        // Other processes also store parts in this folder, which only they can open. The length identifies the part of this test.
        var csv = $"Name\r\n{new string('x', Random.Shared.Next(100_000, 2_000_000))}\r\n";
        var sending = 0;
        var gainsight = tenant.CreateClient(options =>
            options.PrimaryHandler = new Intercept(options.PrimaryHandler!) { Before = number => sending += number == 1 ? PartsOf(csv.Length) : 0 });

        await gainsight.Bulk.ImportAsync(Job, Csv(csv));

        sending.Should().Be(1, "the part is on disk while it is sent");
        PartsOf(csv.Length).Should().Be(0);
    }

    private static int PartsOf(int length)
    {
        return new DirectoryInfo(Path.GetTempPath()).EnumerateFiles("gainsight-*.csv").Count(HasLength);

        bool HasLength(FileInfo file)
        {
            try
            {
                return file.Length == length;
            }
            catch (FileNotFoundException)
            {
                return false;
            }
        }
    }

    internal static MemoryStream Csv(string text) => new(Encoding.UTF8.GetBytes(text));

    internal static async Task<Tenant> StartAsync()
    {
        var tenant = await Tenant.StartAsync();
        tenant.Emulator.AddImportJob(new EmulatedImportJob { JobId = Job, Object = "Company", Operation = ImportOperation.Insert });
        return tenant;
    }

    /// <summary>A stream that can be read once and returns one or two bytes at a time.</summary>
    private sealed class Trickle(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, Math.Min(2, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            inner.ReadAsync(buffer[..Math.Min(2, buffer.Length)], cancellationToken);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
