using System.Text;
using System.Text.RegularExpressions;
using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.People;
using Gainsight.Client.IntegrationTests.Timeline;

namespace Gainsight.Client.IntegrationTests.Writes;

/// <summary>Answers of background jobs that no caller could use: ids that name no job, and files that never end.</summary>
public sealed class JobAnswerTests
{
    public static TheoryData<string> NoIds => ["", " ", ".", ".."];

    [Theory]
    [MemberData(nameof(NoIds))]
    public async Task People_of_a_batch_whose_job_has_no_id_are_unknown(string id)
    {
        await using var tenant = await Tenant.StartAsync();

        var report = await WithId(tenant, id).People.UpsertInBatchesAsync(PeopleRows.People(3));

        report.Unknown.Should().HaveCount(3);
    }

    [Theory]
    [MemberData(nameof(NoIds))]
    public async Task Activities_of_a_job_without_an_id_are_unknown_or_found(string id)
    {
        await using var tenant = await Activities.StartAsync();

        var report = await WithId(tenant, id).Timeline.InsertAsync(Activities.Many(3), TimelineRoute.Bulk, new WriteOptions());

        report.Rows.Should().HaveCount(3).And.OnlyContain(row => row.Status == RowStatus.Unknown || row.Status == RowStatus.Inserted);
    }

    [Theory]
    [MemberData(nameof(NoIds))]
    public async Task A_file_whose_job_has_no_id_is_reported_as_unknown(string id)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.AddImportJob(new EmulatedImportJob { JobId = "job-1", Object = "Company", Operation = ImportOperation.Insert });
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("Name,Employees\nAcme,12\n"));

        var report = await WithId(tenant, id).Bulk.ImportAsync("job-1", file);

        (report.Succeeded, report.Unknown).Should().Be((0, 1));
    }

    [Fact]
    public async Task A_file_that_comes_byte_by_byte_ends_at_the_time_limit_of_an_attempt()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(200);
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Drip) { Operation = EmulatorOperations.ExportChunk, PieceSize = 1, Delay = TimeSpan.FromSeconds(20) });
        var gainsight = tenant.CreateClient(options =>
        {
            options.InProcess(tenant);
            options.AttemptTimeout = TimeSpan.FromMinutes(2);
            options.Retry.MaxRetries = 0;
        });
        var started = tenant.Clock.GetTimestamp();

        var read = async () => await gainsight.Bulk.ExportAsync(gainsight.Companies.Query().Select(CompanyFields.Gsid, CompanyFields.Name)).ToListAsync();

        (await read.Should().ThrowAsync<GainsightTransportException>()).Which.IsTimeout.Should().BeTrue();
        tenant.Clock.GetElapsedTime(started).Should().BeLessThan(TimeSpan.FromMinutes(20));
    }

    private static GainsightClient WithId(Tenant tenant, string id) => tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
    {
        Answer = (request, status, body) => request.Method == HttpMethod.Get || request.RequestUri!.AbsolutePath.Contains("/query/", StringComparison.Ordinal)
            ? null
            : (status, Regex.Replace(body, "\"(statusId|jobId|asyncId|id)\":\"[^\"]*\"", $"\"$1\":\"{id}\"", RegexOptions.IgnoreCase)),
    });
}
