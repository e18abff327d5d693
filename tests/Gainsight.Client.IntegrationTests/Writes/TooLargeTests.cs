using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Users;

namespace Gainsight.Client.IntegrationTests.Writes;

/// <summary>Calls that something in front of the tenant refuses because of their size.</summary>
public sealed class TooLargeTests
{
    [Fact]
    public async Task A_keyed_read_that_is_too_large_is_made_in_smaller_ones()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(60);
        tenant.Emulator.Limits.BytesPerCall = 1200;

        var report = await tenant.CreateClient().Companies.UpsertAsync(Rows.Companies(120), CompanyFields.Name);

        (report.Inserted.Count, report.Updated.Count, report.StoppedBy).Should().Be((60, 60, null));
        tenant.Names().Should().OnlyHaveUniqueItems().And.HaveCount(120);
    }

    [Fact]
    public async Task Splitting_calls_of_users_that_are_too_large_leaves_enough_calls_to_find_the_bad_user()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Limits.BytesPerCall = 1200;
        var users = TenantUsers.Many(50);
        users[7].LicenseType = users[44].LicenseType = "Platinum";

        var report = await tenant.CreateClient().Users.InsertAsync(users);

        report.Failed.Select(row => row.Index).Should().Equal(7, 44);
        report.Inserted.Should().HaveCount(48);
    }
}
