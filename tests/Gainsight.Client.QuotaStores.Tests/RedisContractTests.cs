namespace Gainsight.Client.QuotaStores.Tests;

/// <summary>The store in Redis, by what is asked of every store.</summary>
public sealed class RedisContractTests
{
    [RedisFact]
    public Task A_host_that_ended_is_counted_by_those_that_know_of_it() => TestAsync(static store => store.CountsAHostThatEndedAsync());

    [RedisFact]
    public Task What_hosts_report_counts_if_it_is_more_than_they_knew() => TestAsync(static store => store.CountsTheSumOfTheReportsIfItIsLargerAsync());

    [RedisFact]
    public Task A_report_that_comes_twice_counts_what_others_took_once() => TestAsync(static store => store.CountsAReportThatComesTwiceAtMostByTheHostsOwnPartTwiceAsync());

    [RedisFact]
    public Task A_store_that_kept_its_memory_is_not_changed() => TestAsync(static store => store.DoesNotCountAReportForAnotherMemoryAsync());

    [RedisFact]
    public Task What_a_host_knew_counts_for_its_instance_only() => TestAsync(static store => store.CountsWhatAHostKnewInItsInstanceOnlyAsync());

    [RedisFact]
    public Task Other_permits_count_in_addition_and_a_late_report_does_not_count_twice() => TestAsync(static store => store.CountsOtherPermitsInAdditionAsync());

    [RedisFact]
    public Task A_host_whose_clock_is_an_hour_wrong_costs_no_counts() => TestAsync(static store => store.CountsOnWhileAHostIsAnHourAheadOrBehindAsync());

    private static async Task TestAsync(Func<StoreContract, Task> act)
    {
        using RedisFixture redis = new();
        await redis.StartedAsync();
        await act(new(redis.One, redis.Tenant, () => redis.Database.KeyDeleteAsync(redis.Keys), () => redis.SetClockAsync(TimeSpan.FromSeconds(3))));
    }
}
