using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Query;

namespace Gainsight.Client.IntegrationTests.Changes;

/// <summary>Reads that end before they catch up.</summary>
public sealed class FailureTests
{
    [Fact]
    public async Task A_page_that_fails_leaves_a_checkpoint_from_which_nothing_is_missed()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = KeysetTests.Insert(tenant, 95);
        tenant.Clock.Advance(Feed.Settled);
        var gainsight = tenant.CreateClient(options => options.Retry.MaxRetries = 0);
        HashSet<string> read = [];
        var checkpoint = ChangeCheckpoint.Beginning;
        for (var skip = 4; ; skip++)
        {
            var fault = tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Skip = skip, Count = 1 });
            try
            {
                await foreach (var change in gainsight.Changes.ReadAsync(gainsight.Companies.Query(), checkpoint, Feed.Pages))
                {
                    read.Add(change.Gsid ?? "");
                    checkpoint = change.Checkpoint;
                }

                fault.Fired.Should().Be(0);
                break;
            }
            catch (GainsightApiException)
            {
                fault.Fired.Should().Be(1);
            }
        }

        read.Should().BeEquivalentTo([.. gsids, ""]);
    }

    [Fact]
    public async Task A_tenant_that_ignores_both_key_and_offset_ends_the_read_instead_of_restarting_it_forever()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.GsidGreaterThan = OperatorSupport.Ignored;
        KeysetTests.Insert(tenant, 35);
        tenant.Clock.Advance(Feed.Settled);
        (var gainsight, _) = QueryHook.CreateClient(
            tenant, query => (query <= 60).Should().BeTrue("the read must not continue forever"), body => body["offset"] = 0);

        await FluentActions.Awaiting(() => Feed.ReadAsync(gainsight, ChangeCheckpoint.Beginning)).Should().ThrowAsync<GainsightProtocolException>();
    }

    [Fact]
    public async Task Cancellation_ends_a_read()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 95);
        tenant.Clock.Advance(Feed.Settled);
        using var cancellation = new CancellationTokenSource();
        var read = 0;
        var gainsight = tenant.CreateClient();
        Func<Task> reading = async () =>
        {
            await foreach (var change in gainsight.Changes.ReadAsync(
                gainsight.Companies.Query(), ChangeCheckpoint.Beginning, Feed.Pages, cancellation.Token))
            {
                if (++read == 5)
                {
                    await cancellation.CancelAsync();
                }
            }
        };

        await reading.Should().ThrowAsync<OperationCanceledException>();

        read.Should().Be(5);
    }

    [Fact]
    public async Task An_unknown_object_is_not_read_as_an_empty_one()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        Func<Task> reading = async () =>
        {
            await foreach (var change in gainsight.Changes.ReadAsync(
                gainsight.Objects("Nothing__gc").Query().Select("Name"), ChangeCheckpoint.Beginning))
            {
                change.Should().BeNull();
            }
        };

        await reading.Should().ThrowAsync<GainsightNotFoundException>();
    }
}
