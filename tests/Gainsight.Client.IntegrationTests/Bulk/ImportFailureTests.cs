using System.Net;
using System.Text;
using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Writes;

namespace Gainsight.Client.IntegrationTests.Bulk;

/// <summary>Imports whose report must survive exceptions that are not the library's own, and ids that cannot be used.</summary>
public sealed class ImportFailureTests
{
    [Theory]
    [InlineData("\" \"")]
    [InlineData("\".\"")]
    [InlineData("\"..\"")]
    public async Task A_status_id_that_cannot_be_used_is_reported_with_the_part_that_was_sent(string id)
    {
        await using var tenant = await StartAsync();
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (_, _, _) => (HttpStatusCode.OK, $$$"""{"result":true,"requestId":"r","data":{"statusId":{{{id}}}}}"""),
        });

        var report = await gainsight.Bulk.ImportAsync("job-1", Csv(2));

        report.Parts.Should().ContainSingle().Which.Unknown.Should().Be(2);
        report.StoppedBy.Should().BeOfType<GainsightProtocolException>();
    }

    [Theory]
    [InlineData("3", "0")]
    [InlineData("2", "1")]
    [InlineData("-1", "0")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    public async Task Counts_that_the_part_cannot_have_leave_its_rows_unknown(string succeeded, string failed)
    {
        await using var tenant = await StartAsync();
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (request, _, _) => request.Method == HttpMethod.Get
                ? (HttpStatusCode.OK, $$$"""{"result":true,"requestId":"r","data":{"status":"COMPLETED","successCount":{{{succeeded}}},"failureCount":{{{failed}}}}}""")
                : null,
        });

        var report = await gainsight.Bulk.ImportAsync("job-1", Csv(2));

        report.Succeeded.Should().Be(0);
        report.Failed.Should().Be(0);
        report.Unknown.Should().Be(2);
    }

    [Fact]
    public async Task An_exception_of_a_handler_after_a_part_was_sent_ends_in_the_report()
    {
        await using var tenant = await StartAsync();
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Before = number =>
            {
                if (number == 2)
                {
                    throw new ArgumentException("The application's own.");
                }
            },
        });

        var report = await gainsight.Bulk.ImportAsync("job-1", Csv(2));

        report.Parts.Should().ContainSingle().Which.Unknown.Should().Be(2);
        report.StoppedBy!.InnerException.Should().BeOfType<ArgumentException>();
    }

    [Fact]
    public async Task An_exception_of_the_progress_callback_ends_in_the_report()
    {
        await using var tenant = await StartAsync();

        var report = await tenant.CreateClient().Bulk.ImportAsync(
            "job-1", Csv(2), new ImportOptions { Progress = new Now<ImportPart>(_ => throw new NotSupportedException("The caller's own.")) });

        report.Succeeded.Should().Be(2);
        report.StoppedBy!.InnerException.Should().BeOfType<NotSupportedException>();
    }

    private static MemoryStream Csv(int rows) =>
        new(Encoding.UTF8.GetBytes("Name\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"Company {i}\n"))));

    private static async Task<Tenant> StartAsync()
    {
        var tenant = await Tenant.StartAsync();
        tenant.Emulator.AddImportJob(new EmulatedImportJob { JobId = "job-1", Object = "Company", Operation = ImportOperation.Insert });
        return tenant;
    }
}
