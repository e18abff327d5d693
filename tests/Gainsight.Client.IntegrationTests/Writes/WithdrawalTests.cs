using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Users;

namespace Gainsight.Client.IntegrationTests.Writes;

/// <summary>A call that waits for the quota is not under way: it is taken back when the write ends.</summary>
public sealed class WithdrawalTests
{
    [Fact]
    public async Task Leaving_a_stream_takes_back_the_calls_that_wait_for_the_quota()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient(options =>
        {
            options.Quota.SetLimit("users-hour", 1);
            options.Quota.MaxQueueWait = TimeSpan.FromHours(2);
        });
        var start = tenant.Clock.GetUtcNow();

        // One call at a time, so that the first row has the permit. No window opens before the stream is left.
        var hold = tenant.Clock.Hold();
        var outcomes = gainsight.Users.InsertStreamAsync(TenantUsers.Many(200), new WriteOptions { MaxConcurrency = 1 }).GetAsyncEnumerator();
        (await outcomes.MoveNextAsync()).Should().BeTrue();
        outcomes.Current.Status.Should().Be(RowStatus.Inserted);
        await outcomes.DisposeAsync();
        hold.Dispose();

        tenant.Calls(EmulatorOperations.UserCreate).Should().Be(1);
        (tenant.Clock.GetUtcNow() - start).Should().BeLessThan(TimeSpan.FromMinutes(1));
        await gainsight.Companies.GetAsync("1P02");
        tenant.Calls(EmulatorOperations.UserCreate).Should().Be(1);
    }

    [Fact]
    public async Task A_list_takes_back_the_calls_that_wait_for_the_quota_when_the_key_is_refused()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient(options =>
        {
            options.Quota.SetLimit("users-hour", 2);
            options.Quota.MaxQueueWait = TimeSpan.FromHours(2);
            options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
            {
                Before = number =>
                {
                    if (number == 2)
                    {
                        tenant.Emulator.RevokeAccessKey();
                    }
                },
            };
        });
        var start = tenant.Clock.GetUtcNow();

        var report = await gainsight.Users.InsertAsync(TenantUsers.Many(300), new WriteOptions { MaxConcurrency = 4 });

        report.StoppedBy.Should().BeOfType<GainsightAuthenticationException>();
        report.NotAttempted.Should().HaveCountGreaterThanOrEqualTo(250);
        tenant.Emulator.Requests.Count.Should().Be(2);
        (tenant.Clock.GetUtcNow() - start).Should().BeLessThan(TimeSpan.FromMinutes(1));
    }
}
