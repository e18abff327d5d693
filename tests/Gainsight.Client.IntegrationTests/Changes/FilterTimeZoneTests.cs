using Gainsight.Client.IntegrationTests.Query;

namespace Gainsight.Client.IntegrationTests.Changes;

/// <summary>Tenants that interpret the times in filters in another time zone.</summary>
public sealed class FilterTimeZoneTests
{
    [Theory]
    [InlineData(-8 * 60)]
    [InlineData(-3 * 60 - 30)]
    [InlineData(60)]
    [InlineData(5 * 60 + 45)]
    [InlineData(14 * 60)]
    public async Task A_tenant_in_another_time_zone_is_reported_with_its_offset_and_can_be_read_with_the_setting(int minutes)
    {
        await using var tenant = await Tenant.StartAsync();
        var offset = TimeSpan.FromMinutes(minutes);
        tenant.Emulator.Switches.FilterTimeOffset = offset;
        tenant.Emulator.Switches.FilterTimesIgnoreTheirOffset = true;
        var gsids = KeysetTests.Insert(tenant, 3);
        tenant.Companies.Delete(gsids[0]);
        var start = ChangeCheckpoint.Since(tenant.Clock.GetUtcNow());
        tenant.Clock.Advance(Feed.Settled);

        var refused = (await ((Func<Task>)(() => Feed.ReadAsync(tenant.CreateClient(), start)))
            .Should().ThrowAsync<FilterTimeZoneException>()).Which;
        var changes = await Feed.ReadAsync(
            tenant.CreateClient(options => options.FilterTimeZone = TimeZoneInfo.CreateCustomTimeZone("tenant", refused.Offset!.Value, "tenant", "tenant")), start);

        refused.Offset.Should().Be(offset);
        refused.Message.Should().Contain("GainsightClientOptions.FilterTimeZone").And.Contain($"UTC{(minutes < 0 ? '-' : '+')}{offset:hh\\:mm}");
        changes.Of(ChangeKind.Upserted).Should().BeEquivalentTo(gsids[1..]);
        changes.Of(ChangeKind.Deleted).Should().Equal(gsids[0]);
    }

    [Fact]
    public async Task A_setting_that_does_not_match_the_tenant_is_detected_too()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 3);
        var zone = TimeZoneInfo.CreateCustomTimeZone("wrong", TimeSpan.FromHours(2), "wrong", "wrong");

        (await ((Func<Task>)(() => Feed.ReadAsync(tenant.CreateClient(options => options.FilterTimeZone = zone), ChangeCheckpoint.Beginning)))
            .Should().ThrowAsync<FilterTimeZoneException>()).Which.Offset.Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public async Task Deletions_of_an_object_without_rows_are_not_missed()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.FilterTimeOffset = TimeSpan.FromHours(-8);
        tenant.Emulator.Switches.FilterTimesIgnoreTheirOffset = true;
        tenant.Companies.Delete(tenant.Companies.Insert(("Name", "gone")));
        tenant.Clock.Advance(Feed.Settled);
        var start = ChangeCheckpoint.Since(tenant.Clock.GetUtcNow().AddHours(-1));
        var gainsight = tenant.CreateClient();

        await ((Func<Task>)(() => Feed.ReadAsync(gainsight, start))).Should().ThrowAsync<FilterTimeZoneException>();
        await ((Func<Task>)(() => DeletedRecordTests.ReadAsync(gainsight, tenant.Clock.GetUtcNow().AddHours(-1))))
            .Should().ThrowAsync<FilterTimeZoneException>();
    }

    [Fact]
    public async Task A_time_zone_that_changes_later_is_detected_by_rows_from_before_the_requested_time()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 3);
        tenant.Companies.Insert(("Name", "earlier"), ("ModifiedDate", tenant.Clock.GetUtcNow().AddMinutes(-30)));
        tenant.Clock.Advance(Feed.Settled);
        var gainsight = tenant.CreateClient();
        var checkpoint = (await Feed.ReadAsync(gainsight, ChangeCheckpoint.Beginning))[^1].Checkpoint;

        tenant.Emulator.Switches.FilterTimeOffset = TimeSpan.FromHours(1);
        tenant.Emulator.Switches.FilterTimesIgnoreTheirOffset = true;
        tenant.Clock.Advance(TimeSpan.FromMinutes(59));

        await ((Func<Task>)(() => Feed.ReadAsync(gainsight, checkpoint))).Should().ThrowAsync<FilterTimeZoneException>();
    }

    [Fact]
    public async Task A_tenant_whose_clocks_go_forward_at_a_whole_hour_loses_no_change_and_the_exception_says_from_where_to_go_on()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Clock.AdvanceTo(new DateTimeOffset(2027, 3, 28, 1, 30, 0, TimeSpan.Zero));

        // London's time is UTC in winter.
        (tenant.Emulator.Switches.FilterTimeZone, tenant.Emulator.Switches.FilterTimesIgnoreTheirOffset) = ("Europe/London", true);
        var gsids = KeysetTests.Insert(tenant, 3);
        tenant.Clock.Advance(Feed.Settled);
        var gainsight = tenant.CreateClient();
        var checkpoint = (await Feed.ReadAsync(gainsight, ChangeCheckpoint.Beginning))[^1].Checkpoint;
        tenant.Clock.AdvanceTo(new DateTimeOffset(2027, 3, 28, 2, 10, 0, TimeSpan.Zero));
        tenant.Companies.Update(gsids[1], ("Name", "changed"));
        tenant.Clock.Advance(Feed.Settled);

        var refused = (await ((Func<Task>)(() => Feed.ReadAsync(gainsight, checkpoint))).Should().ThrowAsync<FilterTimeZoneException>()).Which;
        var changes = await Feed.ReadAsync(tenant.CreateClient(options => options.FilterTimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London")), checkpoint);

        refused.Message.Should().Contain("2027-03-28 01:31:00Z").And.Contain("checkpoint");
        changes.Of(ChangeKind.Upserted).Should().Equal(gsids[1]);
    }

    [Fact]
    public async Task A_read_during_which_the_tenants_clocks_go_forward_does_not_catch_up()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Clock.AdvanceTo(new DateTimeOffset(2027, 3, 28, 0, 58, 0, TimeSpan.Zero));
        tenant.Emulator.Switches.FilterTimesIgnoreTheirOffset = true;
        KeysetTests.Insert(tenant, 3);
        tenant.Clock.Advance(Feed.Settled);
        (var gainsight, _) = QueryHook.CreateClient(tenant, query =>
        {
            tenant.Clock.Advance(TimeSpan.FromSeconds(query > 2 ? 30 : 0));
            tenant.Emulator.Switches.FilterTimeOffset = TimeSpan.FromHours(tenant.Clock.GetUtcNow().Hour);
        });

        List<Change<Company>> changes = [];
        Func<Task> read = async () =>
        {
            await foreach (var change in gainsight.Changes.ReadAsync(gainsight.Companies.Query().Select(CompanyFields.Name), ChangeCheckpoint.Beginning))
            {
                changes.Add(change);
            }
        };

        await read.Should().ThrowAsync<FilterTimeZoneException>();
        changes.Should().NotContain(change => change.Kind == ChangeKind.CaughtUp);
    }

    [Fact]
    public async Task A_row_that_keeps_changing_during_the_check_causes_no_exception()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = KeysetTests.Insert(tenant, 3);
        var gainsight = Feed.InProcess(tenant, query =>
        {
            tenant.Clock.Advance(TimeSpan.FromMinutes(query % 2 == 0 ? 20 : 1));
            tenant.Companies.Update(gsids[query % 3], ("Name", $"{query}"));
        }, options => options.AttemptTimeout = TimeSpan.FromHours(10));

        var changes = await Feed.ReadAsync(gainsight, ChangeCheckpoint.Beginning);

        changes[^1].Kind.Should().Be(ChangeKind.CaughtUp);
    }
}
