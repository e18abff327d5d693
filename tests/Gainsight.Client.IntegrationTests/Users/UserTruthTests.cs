using System.Text.Json.Nodes;
using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Writes;

namespace Gainsight.Client.IntegrationTests.Users;

/// <summary>Answers of the users service that leave open which users were written.</summary>
public sealed class UserTruthTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refusal_that_lists_only_the_bad_users_says_nothing_of_the_others(bool atomic)
    {
        await using var tenant = await Tenant.StartAsync();
        (tenant.Emulator.Switches.UserErrors, tenant.Emulator.Switches.UserCallsAreAtomic) = (UserErrorForm.Records, atomic);
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (_, status, body) =>
            {
                var answer = JsonNode.Parse(body)!;
                if (answer["data"]?["records"] is not JsonArray records || !records.Any(record => record!["errors"] is not null))
                {
                    return null;
                }

                answer["data"]!.AsObject().Remove("count");
                answer["data"]!["records"] = new JsonArray([.. records.Where(record => record!["errors"] is not null).Select(record => record!.DeepClone())]);
                return (status, answer.ToJsonString());
            },
        });
        var users = TenantUsers.Many(2);
        users[1].LicenseType = "Platinum";

        var report = await gainsight.Users.InsertAsync(users);

        report.Rows[1].Status.Should().Be(RowStatus.Failed);
        var isThere = tenant.Users().Rows.Any(row => Equals(row["SFDCUserName"], TenantUsers.Name(0)));
        report.Rows[0].Status.Should().BeOneOf(isThere ? [RowStatus.Inserted, RowStatus.Unknown] : [RowStatus.Unknown]);
        isThere.Should().BeTrue("it is sent again, and user names are unique");
    }

    [Fact]
    public async Task Users_that_a_refusal_without_details_has_written_are_not_reported_as_failed()
    {
        await using var tenant = await Tenant.StartAsync();
        (tenant.Emulator.Switches.UserErrors, tenant.Emulator.Switches.UserCallsAreAtomic) = (UserErrorForm.None, false);
        var users = TenantUsers.Many(10);
        users[4].LicenseType = "Platinum";

        var report = await tenant.CreateClient().Users.InsertAsync(users);

        tenant.Users().Count.Should().Be(5 + 9);
        report.Failed.Select(row => row.Index).Should().BeSubsetOf([4L]);
        report.Rows.Where(row => row.Index != 4).Should().OnlyContain(row => row.Status == RowStatus.Unknown || row.Status == RowStatus.Inserted);
    }

    [Fact]
    public async Task A_user_who_was_there_before_is_not_reported_as_inserted_after_a_lost_answer()
    {
        await using var tenant = await Tenant.StartAsync();
        await tenant.CreateClient().Users.InsertAsync(TenantUsers.Many(1));
        tenant.Emulator.Faults.Add(new Fault(FaultKind.CutBeforeRead) { Operation = EmulatorOperations.UserCreate, Count = 1 });

        var report = await tenant.CreateClient().Users.InsertAsync(TenantUsers.Many(3));

        report.Unknown.Should().HaveCount(3);
        tenant.Users().Count.Should().Be(6);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Users_that_may_be_written_are_not_reported_as_failed_when_the_write_ends_before_they_are_looked_up(bool isCancelled)
    {
        for (var last = 2; last <= 8; last++)
        {
            await using var tenant = await Tenant.StartAsync();
            (tenant.Emulator.Switches.UserErrors, tenant.Emulator.Switches.UserCallsAreAtomic) = (UserErrorForm.None, false);
            using var cancellation = new CancellationTokenSource();
            var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
            {
                Before = number =>
                {
                    if (number == last && isCancelled)
                    {
                        cancellation.Cancel();
                    }
                    else if (number == last)
                    {
                        throw new InvalidTimeZoneException("The application's own.");
                    }
                },
            });
            var users = TenantUsers.Many(10);
            users[4].LicenseType = "Platinum";

            var report = await ReportAsync(() => gainsight.Users.InsertAsync(users, cancellation.Token));

            var there = tenant.Users().Rows.Select(row => (string)row["SFDCUserName"]!).ToHashSet();
            report.Rows.Where(row => there.Contains(row.Record.SfdcUserName!)).Should()
                .OnlyContain(row => row.Status == RowStatus.Unknown || row.Status == RowStatus.Inserted, "the write ended before call {0}", last);
        }
    }

    private static async Task<WriteReport<User>> ReportAsync(Func<Task<WriteReport<User>>> write)
    {
        try
        {
            return await write();
        }
        catch (WriteCanceledException canceled)
        {
            return canceled.GetReport<User>()!;
        }
    }
}
