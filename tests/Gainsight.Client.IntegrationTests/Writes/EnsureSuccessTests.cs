using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Writes;

public sealed class EnsureSuccessTests
{
    [Fact]
    public async Task The_text_of_a_report_has_its_numbers_and_no_values()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();

        var report = await gainsight.Companies.InsertAsync([new Company { Name = "Acme" }, new Company { Name = "Bad", Stage = "Orbiting" }, null!]);
        var empty = await gainsight.Companies.InsertAsync(Array.Empty<Company>());

        report.ToString().Should().Be($"1 Inserted, 2 Failed ({report.Calls} calls)");
        empty.ToString().Should().Be("No rows (0 calls)");
    }

    [Fact]
    public async Task A_key_revoked_halfway_does_not_pass_unseen()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Before = number =>
            {
                if (number == 4)
                {
                    tenant.Emulator.RevokeAccessKey();
                }
            },
        });

        var report = await gainsight.Companies.InsertAsync(Rows.Companies(300), new WriteOptions { MaxConcurrency = 1 });

        report.Failed.Should().BeEmpty();
        report.Unsuccessful.Select(row => row.Index).Should().Equal(Enumerable.Range(150, 150).Select(i => (long)i));
        var failed = FluentActions.Invoking(report.EnsureSuccess).Should().Throw<WriteFailedException>().Which;
        failed.GetReport<Company>().Should().BeSameAs(report);
        failed.GetReport<string>().Should().BeNull();
        failed.InnerException.Should().BeOfType<GainsightAuthenticationException>();
        failed.Message.Should().StartWith("150 of 300 rows did not succeed: 150 NotAttempted. The write stopped: ");
    }

    [Fact]
    public async Task Rows_that_did_not_succeed_come_in_the_order_of_the_input()
    {
        await using var tenant = await Tenant.StartAsync();
        Company[] rows = [new() { Name = "Acme" }, new() { Name = "Bad", Stage = "Orbiting" }, null!, new() { Name = "Initech" }];

        var report = await tenant.CreateClient().Companies.InsertAsync(rows);

        report.Unsuccessful.Select(row => row.Index).Should().Equal(1, 2);
        FluentActions.Invoking(report.EnsureSuccess).Should().Throw<WriteFailedException>()
            .Which.Message.Should().Be("2 of 4 rows did not succeed: 2 Failed. The first is row 1: Failed GSOBJ_1012 (Stage). GetReport has the outcome of each row.")
            .And.NotContain("Orbiting");
    }

    [Fact]
    public async Task A_write_that_succeeded_is_returned()
    {
        await using var tenant = await Tenant.StartAsync();

        var report = await tenant.CreateClient().Companies.InsertAsync(Rows.Companies(2));

        report.EnsureSuccess().Should().BeSameAs(report);
        report.Rows[0].EnsureSuccess().Should().BeSameAs(report.Rows[0]);
        report.Unsuccessful.Should().BeEmpty();
    }

    [Fact]
    public async Task A_single_row_that_failed_throws_with_a_report_of_that_row()
    {
        await using var tenant = await Tenant.StartAsync();

        var outcome = await tenant.CreateClient().Companies.InsertAsync(new Company { Name = "Bad", Stage = "Orbiting" });

        var failed = FluentActions.Invoking(outcome.EnsureSuccess).Should().Throw<WriteFailedException>().Which;
        failed.GetReport<Company>()!.Rows.Should().Equal(outcome);
        failed.MayHaveBeenProcessed.Should().BeFalse();
    }

    [Fact]
    public async Task The_report_of_a_cancelled_write_says_that_it_was_cancelled()
    {
        await using var tenant = await Tenant.StartAsync();
        using var cancellation = new CancellationTokenSource();
        var gainsight = tenant.CreateClient(options =>
        {
            options.InProcess(tenant);
            options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
            {
                Before = number =>
                {
                    if (number == 3)
                    {
                        cancellation.CancelAfterOn(tenant.Clock, TimeSpan.FromSeconds(10));
                    }
                },
            };
        });
        tenant.Emulator.Faults.Add(new Fault(FaultKind.LatencyAfterCommit) { Skip = 2, Delay = TimeSpan.FromHours(1) });

        var canceled = (await FluentActions
            .Awaiting(() => gainsight.Companies.InsertAsync(Rows.Companies(500), new WriteOptions { MaxConcurrency = 1 }, cancellation.Token))
            .Should().ThrowAsync<WriteCanceledException>()).Which;

        var failed = FluentActions.Invoking(canceled.GetReport<Company>()!.EnsureSuccess).Should().Throw<WriteFailedException>().Which;
        failed.MayHaveBeenProcessed.Should().BeTrue();
        failed.Message.Should().Contain("50 Unknown, 350 NotAttempted").And.Contain("The write was cancelled.");
    }
}
