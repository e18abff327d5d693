using System.Net;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Writes;

public sealed class DeleteTests
{
    [Fact]
    public async Task One_row_and_many_rows_are_deleted_with_one_call_per_row()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = tenant.Seed(120);
        var gainsight = tenant.CreateClient();

        var one = await gainsight.Companies.DeleteAsync(gsids[0]);
        var many = await gainsight.Companies.DeleteAsync(gsids.Skip(1));

        one.Should().Match<RowOutcome<string>>(row => row.Status == RowStatus.Deleted && row.Gsid == gsids[0]);
        many.Deleted.Select(row => row.Gsid).Should().Equal(gsids.Skip(1));
        tenant.Companies.Count.Should().Be(0);
        tenant.Calls(EmulatorOperations.Delete).Should().Be(120);
    }

    [Fact]
    public async Task An_unknown_GSID_fails_and_a_duplicate_GSID_is_deleted_once()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = tenant.Seed(2);
        var unknown = gsids[0][..^3] + "ZZZ";

        var report = await tenant.CreateClient().Companies.DeleteAsync([gsids[0], unknown, gsids[0], gsids[1], " ", ".."]);

        report.Rows.Select(row => row.Status).Should().Equal(
            RowStatus.Deleted, RowStatus.Failed, RowStatus.Deleted, RowStatus.Deleted, RowStatus.Failed, RowStatus.Failed);
        report.Rows[1].Errors[0].Code.Should().Be("GSOBJ_1011");
        tenant.Calls(EmulatorOperations.Delete).Should().Be(3);
    }

    [Theory]
    [InlineData(RefusalStatus.BadRequest)]
    [InlineData(RefusalStatus.OkWithResultFalse)]
    public async Task A_delete_whose_answer_was_lost_succeeds_if_the_retry_finds_nothing(RefusalStatus status)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.RefusalStatus = status;
        var gsids = tenant.Seed(3);
        var cut = tenant.Emulator.Faults.Add(new Fault(FaultKind.CutAfterCommit) { Operation = EmulatorOperations.Delete, Skip = 1, Count = 1 });

        var report = await tenant.CreateClient().Companies.DeleteAsync(gsids, new WriteOptions { MaxConcurrency = 1 });

        cut.Fired.Should().Be(1);
        report.Deleted.Should().HaveCount(3);
        report.Calls.Should().Be(4);
        tenant.Companies.Count.Should().Be(0);
    }

    [Theory]
    [InlineData(RefusalStatus.BadRequest)]
    [InlineData(RefusalStatus.OkWithResultFalse)]
    public async Task Deleting_from_an_unknown_object_costs_one_call_and_throws(RefusalStatus status)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.RefusalStatus = status;
        var gsids = tenant.Seed(100);

        Func<Task> delete = () => tenant.CreateClient().Objects("Asst__gc").DeleteAsync(gsids, new WriteOptions { MaxConcurrency = 1 });

        await delete.Should().ThrowAsync<GainsightNotFoundException>();
        tenant.Calls(EmulatorOperations.Delete).Should().Be(1);
    }

    [Fact]
    public async Task An_earlier_failed_attempt_does_not_make_rows_of_an_unknown_object_count_as_deleted()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = tenant.Seed(3);
        tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = EmulatorOperations.Delete, Count = 1 });

        var report = await tenant.CreateClient().Objects("Asst__gc").DeleteAsync(gsids, new WriteOptions { MaxConcurrency = 1 });

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Unknown, RowStatus.NotAttempted, RowStatus.NotAttempted);
        report.StoppedBy.Should().BeOfType<GainsightNotFoundException>();
    }

    [Theory]
    [InlineData("<html><body>404 Not Found</body></html>")]
    [InlineData("""{"result":false,"errorCode":"GS_APIG_1000","errorDesc":"Not Found"}""")]
    [InlineData("""{"message":"no Route matched with those values"}""")]
    [InlineData("""{"timestamp":"2026-11-29T02:00:00Z","status":404,"error":"Not Found","path":"/v1/data/objects/Company"}""")]
    [InlineData("""{"resu""")]
    public async Task A_404_that_is_not_about_a_record_throws_instead_of_failing_each_row(string body)
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = tenant.Seed(100);
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (_, _, _) => (HttpStatusCode.NotFound, body),
        });

        Func<Task> delete = () => gainsight.Companies.DeleteAsync(gsids, new WriteOptions { MaxConcurrency = 1 });

        await delete.Should().ThrowAsync<GainsightNotFoundException>();
        tenant.Calls(EmulatorOperations.Delete).Should().Be(1);
    }

    [Fact]
    public async Task A_delete_whose_answer_was_lost_is_unknown_if_the_answer_of_the_retry_says_nothing()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = tenant.Seed(3);
        tenant.Emulator.Faults.Add(new Fault(FaultKind.CutAfterCommit) { Operation = EmulatorOperations.Delete, Skip = 1, Count = 1 });
        var unreadable = tenant.Emulator.Faults.Add(new Fault(FaultKind.MalformedJson) { Operation = EmulatorOperations.Delete, Skip = 1, Count = 1 });

        var report = await tenant.CreateClient().Companies.DeleteAsync(gsids, new WriteOptions { MaxConcurrency = 1 });

        unreadable.Fired.Should().Be(1);
        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Deleted, RowStatus.Unknown, RowStatus.Deleted);
        tenant.Companies.Count.Should().Be(0);
    }

    [Theory]
    [InlineData("<html><body>404 Not Found</body></html>")]
    [InlineData("""{"message":"no Route matched with those values"}""")]
    [InlineData("{}")]
    public async Task A_delete_whose_answer_was_lost_is_unknown_if_a_proxy_answers_the_retry_with_404(string body)
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = tenant.Seed(3);
        tenant.Emulator.Faults.Add(new Fault(FaultKind.CutAfterRead) { Operation = EmulatorOperations.Delete, Skip = 1, Count = 1 });
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Respond) { Operation = EmulatorOperations.Delete, Skip = 1, Count = 1, Status = 404, Body = body });

        var report = await tenant.CreateClient().Companies.DeleteAsync(gsids, new WriteOptions { MaxConcurrency = 1 });

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Deleted, RowStatus.Unknown, RowStatus.NotAttempted);
        report.StoppedBy.Should().BeOfType<GainsightNotFoundException>();
        tenant.Companies.Rows.Select(row => row.Gsid).Should().Equal(gsids.Skip(1));
    }
}
