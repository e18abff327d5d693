using System.Text.Json;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Events;

/// <summary>Events with a journal: a restart sends none twice.</summary>
public sealed class PublishJournalTests : IDisposable
{
    private static readonly EventDefinition Closed = new("Ticket Closed", "1.0.0") { Topic = "Support Tickets" };

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.journal");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task An_event_that_an_earlier_run_published_is_not_sent_again_and_equal_events_are_counted()
    {
        await using var tenant = await Tenant.StartAsync();

        (await PublishAsync(tenant, Closed, "T-1", "T-2")).Should().Equal(true, true);
        (await PublishAsync(tenant, Closed, "T-1", "T-1", "T-2")).Should().Equal(false, true, false);

        tenant.Emulator.PublishedEvents.Select(each => each.Body).Should().Equal(BodyOf("T-1"), BodyOf("T-2"), BodyOf("T-1"));
        (await File.ReadAllTextAsync(_path)).Should().NotContain("T-1", "the file has no bodies");
    }

    [Fact]
    public async Task The_same_body_of_another_event_or_contract_is_another_event()
    {
        await using var tenant = await Tenant.StartAsync();

        await PublishAsync(tenant, Closed, "T-1");
        await PublishAsync(tenant, new("Ticket Opened", "1.0.0") { Topic = "Support Tickets" }, "T-1");
        await PublishAsync(tenant, new("Ticket Closed", "1.0.0") { Topic = "Support Tickets", ContractId = "emulator-contract" }, "T-1");

        tenant.Emulator.PublishedEvents.Should().HaveCount(3);
    }

    [Theory]
    [InlineData(FaultKind.CutAfterCommit)]
    [InlineData(FaultKind.CutAfterRead)]
    public async Task An_event_of_unknown_fate_is_told_by_every_later_run_and_not_sent_again(FaultKind fault)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(fault) { Operation = EmulatorOperations.EventPublish, Count = 1 });

        for (var run = 1; run <= 3; run++)
        {
            (await FluentActions.Awaiting(() => PublishAsync(tenant, Closed, "T-1")).Should().ThrowAsync<GainsightTransportException>())
                .Which.MayHaveBeenProcessed.Should().BeTrue();
        }

        tenant.Emulator.Requests.CountOf(EmulatorOperations.EventPublish).Should().Be(1);
        (await PublishAsync(tenant, Closed, "T-2")).Should().Equal(true);
    }

    [Fact]
    public async Task An_event_of_unknown_fate_that_may_repeat_is_sent_again()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.CutAfterCommit) { Operation = EmulatorOperations.EventPublish, Count = 1 });
        await FluentActions.Awaiting(() => PublishAsync(tenant, Closed, "T-1")).Should().ThrowAsync<GainsightTransportException>();

        (await PublishAsync(tenant, new("Ticket Closed", "1.0.0") { Topic = "Support Tickets", MayRepeat = true }, "T-1")).Should().Equal(true);
        (await PublishAsync(tenant, Closed, "T-1")).Should().Equal(false);
    }

    [Fact]
    public async Task An_event_that_was_refused_is_sent_by_the_next_run()
    {
        await using var tenant = await Tenant.StartAsync();

        await FluentActions.Awaiting(() => PublishAsync(tenant, Closed, "wrong", "T-1")).Should().ThrowAsync<GainsightException>();

        (await PublishAsync(tenant, Closed, "T-1")).Should().Equal(true);
    }

    [Fact]
    public async Task A_body_that_is_no_object_is_refused_before_it_is_noted()
    {
        await using var tenant = await Tenant.StartAsync();
        using (var journal = WriteJournal.Open(_path))
        {
            await FluentActions.Awaiting(() => tenant.CreateClient().Events.PublishAsync(Credential(tenant), Closed, JsonElement.Parse("[]"), journal))
                .Should().ThrowAsync<ArgumentException>();
        }

        (await File.ReadAllLinesAsync(_path)).Should().ContainSingle();
    }

    [Fact]
    public async Task Without_a_journal_an_event_is_published_each_time()
    {
        await using var tenant = await Tenant.StartAsync();

        await tenant.CreateClient().Events.PublishAsync(Credential(tenant), Closed, JsonElement.Parse(BodyOf("T-1")), journal: null);
        await tenant.CreateClient().Events.PublishAsync(Credential(tenant), Closed, JsonElement.Parse(BodyOf("T-1")), journal: null);

        tenant.Emulator.PublishedEvents.Should().HaveCount(2);
    }

    /// <summary>A run: opens the journal, publishes the events, and returns which were sent. The event "wrong" has a wrong secret.</summary>
    private async Task<List<bool>> PublishAsync(Tenant tenant, EventDefinition definition, params string[] tickets)
    {
        using var journal = WriteJournal.Open(_path);
        var gainsight = tenant.CreateClient();
        var credential = tickets.Contains("wrong") ? new EventCredential(tenant.Emulator.TenantId, "wrong") : Credential(tenant);
        var sent = new List<bool>();
        foreach (var ticket in tickets.Where(ticket => ticket != "wrong"))
        {
            sent.Add(await gainsight.Events.PublishAsync(credential, definition, JsonElement.Parse(BodyOf(ticket)), journal) is not null);
        }

        return sent;
    }

    private static string BodyOf(string ticket) => $$"""{"ticketId":"{{ticket}}"}""";

    private static EventCredential Credential(Tenant tenant) => new(tenant.Emulator.TenantId, tenant.Emulator.EventPublishers[0].SharedSecret);
}
