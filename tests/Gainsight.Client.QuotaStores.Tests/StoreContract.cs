namespace Gainsight.Client.QuotaStores.Tests;

/// <summary>What every store does with reports after it lost its memory, and with hosts whose clock is wrong.</summary>
/// <param name="store">A store that grants.</param>
/// <param name="tenant">A tenant that no other test has.</param>
/// <param name="forget">Loses what the store knows.</param>
/// <param name="waitForReports">Passes the two seconds in which hosts report. The memory may have another number afterwards.</param>
internal sealed class StoreContract(IQuotaStore store, string tenant, Func<Task> forget, Func<Task> waitForReports)
{
    /// <summary>Three hosts took 50, 10 and 30. The first one ended, and the second one asked before the third.</summary>
    public async Task CountsAHostThatEndedAsync()
    {
        var lost = await TakeAsync(0, 50, Minute(share: 50));
        await TakeAsync(lost.Epoch, 10, Minute(share: 60));
        await TakeAsync(lost.Epoch, 30, Minute(share: 90));
        await forget();

        var refused = await TakeAsync(lost.Epoch, 0, Minute(held: 5));
        refused.Charges.Should().BeEmpty();
        refused.Epoch.Should().NotBe(lost.Epoch);
        (await TakeAsync(refused.Epoch, 0, Report(own: 10, known: 60))).Charges.Should().Equal(new QuotaCharge(10, 60, 100));
        (await TakeAsync(refused.Epoch, 0, Report(own: 30, known: 90))).Charges.Should().Equal(new QuotaCharge(30, 90, 100));

        await waitForReports();
        (await TakeAsync(0, 100, Minute())).Charges.Should().Equal(new QuotaCharge(10, 100, 100));
    }

    /// <summary>When the parts that hosts report are more than any of them knew, the parts count.</summary>
    public async Task CountsTheSumOfTheReportsIfItIsLargerAsync()
    {
        var epoch = await LoseAsync();

        (await TakeAsync(epoch, 0, Report(own: 30, known: 40))).Charges.Should().Equal(new QuotaCharge(30, 40, 100));
        (await TakeAsync(epoch, 0, Report(own: 20, known: 45))).Charges.Should().Equal(new QuotaCharge(20, 50, 100));
        (await TakeAsync(epoch, 0, Report(own: 0, known: 50))).Charges.Should().Equal(new QuotaCharge(0, 50, 100));
    }

    /// <summary>A host whose answer was lost reports again: its own part counts twice, what it knows of others does not.</summary>
    public async Task CountsAReportThatComesTwiceAtMostByTheHostsOwnPartTwiceAsync()
    {
        var epoch = await LoseAsync();

        await TakeAsync(epoch, 0, Report(own: 10, known: 60));
        (await TakeAsync(epoch, 0, Report(own: 10, known: 60))).Charges[0].Used.Should().Be(60);
        (await TakeAsync(epoch, 0, Report(own: 45, known: 55))).Charges[0].Used.Should().Be(65);
    }

    /// <summary>A report belongs to the memory that asked for it.</summary>
    public async Task DoesNotCountAReportForAnotherMemoryAsync()
    {
        var kept = await TakeAsync(0, 70, Minute());

        (await TakeAsync(kept.Epoch + 1, 0, Report(own: 50, known: 70))).Charges.Should().BeEmpty();

        (await TakeAsync(kept.Epoch, 100, Minute())).Charges.Should().Equal(new QuotaCharge(30, 100, 100));
    }

    /// <summary>What a host knew may include permits that were given back since.</summary>
    public async Task CountsWhatAHostKnewInItsInstanceOnlyAsync()
    {
        var epoch = await LoseAsync();
        await TakeAsync(epoch, 0, Report(own: 10, known: 90));
        await waitForReports();

        (await TakeAsync(0, 100, Minute())).Charges.Should().Equal(new QuotaCharge(10, 100, 100));
        (await TakeAsync(0, 100, Minute(number: 101))).Charges.Should().Equal(new QuotaCharge(100, 100, 100));
    }

    /// <summary>Calls that the lost memory did not know either, and permits that it grants again, are others.</summary>
    public async Task CountsOtherPermitsInAdditionAsync()
    {
        var epoch = await LoseAsync();
        await TakeAsync(epoch, 0, Report(own: 10, known: 60));
        (await TakeAsync(epoch, 0, Minute(held: -5))).Charges.Should().Equal(new QuotaCharge(5, 65, 100));
        await waitForReports();
        (await TakeAsync(0, 20, Minute())).Charges.Should().Equal(new QuotaCharge(20, 85, 100));

        (await TakeAsync(0, 0, Report(own: 30, known: 62))).Charges.Should().Equal(new QuotaCharge(30, 87, 100));

        (await TakeAsync(0, 0, Minute(held: 20))).Charges.Should().Equal(new QuotaCharge(-20, 67, 100));
        (await TakeAsync(0, 10, Report(own: 30, known: 60))).Charges.Should().Equal(new QuotaCharge(40, 85, 100));
    }

    /// <summary>A host that does not know Gainsight's clock yet may name an instance far away.</summary>
    public async Task CountsOnWhileAHostIsAnHourAheadOrBehindAsync()
    {
        await TakeAsync(0, 30, Minute(share: 30));
        await TakeAsync(0, 1, Minute(number: 160));
        await TakeAsync(0, 1, Minute(number: 40));
        await TakeAsync(0, 30, Minute(share: 60));

        (await TakeAsync(0, 100, Minute())).Charges.Should().Equal(new QuotaCharge(40, 100, 100));
        (await TakeAsync(0, 100, Minute(number: 101))).Charges.Should().Equal(new QuotaCharge(100, 100, 100));
        (await TakeAsync(0, 100, Minute(number: 160))).Charges.Should().Equal(new QuotaCharge(99, 100, 100));
    }

    private static QuotaClaim Minute(int share = 100, int held = 0, long number = 100) => new("minute", TimeSpan.FromMinutes(1), number, 100, share, held);

    private static QuotaClaim Report(int own, int known) => Minute(held: -own) with { Known = known };

    private async Task<long> LoseAsync()
    {
        await TakeAsync(0, 1, Minute());
        await forget();
        return (await TakeAsync(0, 0)).Epoch;
    }

    private async Task<QuotaGrant> TakeAsync(long epoch, int wanted, params QuotaClaim[] claims) => await store.TakeAsync(new(tenant, "sync", epoch, wanted, claims));
}
