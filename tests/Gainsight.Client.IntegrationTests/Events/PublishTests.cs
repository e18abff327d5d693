using System.Text.Json;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Events;

public sealed class PublishTests
{
    private const string Secret = "emulator-shared-secret";

    private static readonly EventDefinition Closed = new("Ticket Closed", "1.0.0") { Topic = "Support Tickets" };

    [Fact]
    public async Task A_typed_event_arrives_as_it_was_written()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var definition = new EventDefinition("Ticket Closed", "1.0.0") { Topic = "Support Tickets", ContractId = "emulator-contract" };

        var receipt = await gainsight.Events.PublishAsync(
            Credential(tenant), definition, new TicketClosed("T-1", "resolved"), EventJson.Default.TicketClosed);

        var published = tenant.Emulator.PublishedEvents.Should().ContainSingle().Which;
        (published.Topic, published.Name, published.Version, published.ContractId).Should().Be(("Support Tickets", "Ticket Closed", "1.0.0", "emulator-contract"));
        published.Body.Should().Be("""{"ticketId":"T-1","status":"resolved"}""");
        receipt.RequestId.Should().Be(published.RequestId);
        receipt.Answer.Should().Contain("\"result\":true");
    }

    [Fact]
    public async Task An_event_takes_its_members_from_a_dictionary_or_from_json()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var members = new Dictionary<string, object?> { ["ticketId"] = "T-1", ["hours"] = 2.5m, ["open"] = false, ["by"] = null };
        using var json = JsonDocument.Parse("""{"nested":{"a":[1]}}""");

        await gainsight.Events.PublishAsync(Credential(tenant), Closed, members);
        await gainsight.Events.PublishAsync(Credential(tenant), Closed, json.RootElement);

        tenant.Emulator.PublishedEvents.Select(each => each.Body).Should()
            .Equal("""{"ticketId":"T-1","hours":2.5,"open":false,"by":null}""", """{"nested":{"a":[1]}}""");
    }

    [Fact]
    public async Task A_system_asset_event_names_the_tenant_and_the_asset()
    {
        await using var tenant = await Tenant.StartAsync();

        await tenant.CreateClient().Events.PublishAssetEventAsync(Credential(tenant), Closed, "asset-1", [new("operation", "INSERT")]);

        tenant.Emulator.PublishedEvents.Should().ContainSingle().Which.Body.Should()
            .Be($$"""{"tenantId":"{{tenant.Emulator.TenantId}}","assetType":"OBJECTS","assetId":"asset-1","operation":"INSERT"}""");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_credential_of_the_client_is_not_sent_with_events(bool oauth)
    {
        await using var tenant = await Tenant.StartAsync();
        HeaderHook? hook = null;
        var gainsight = tenant.CreateClient(options =>
        {
            options.PrimaryHandler = hook = new HeaderHook(options.PrimaryHandler!);
            options.Credential = oauth ? new ClientCredentialsCredential("no-client", "no-secret") : new AccessKeyCredential("no-key");
        });

        await gainsight.Events.PublishAsync(Credential(tenant), Closed, new TicketClosed("T-1", "resolved"), EventJson.Default.TicketClosed);

        tenant.Emulator.PublishedEvents.Should().ContainSingle();
        hook!.Names.Should().Contain("sharedSecret").And.NotContain(["Accesskey", "Authorization"]);
    }

    [Theory]
    [InlineData("wrong-secret", null)]
    [InlineData(Secret, "wrong-tenant")]
    public async Task A_refused_secret_is_reported_without_revealing_it(string secret, string? tenantId)
    {
        await using var tenant = await Tenant.StartAsync();
        var credential = new EventCredential(tenantId ?? tenant.Emulator.TenantId, secret);

        Func<Task> publish = () => tenant.CreateClient().Events.PublishAsync(credential, Closed, new Dictionary<string, object?>());

        var failure = (await publish.Should().ThrowAsync<GainsightAuthenticationException>()).Which;
        failure.Message.Should().Contain("shared secret").And.Contain("Register as Publisher").And.NotContain(secret);
        credential.ToString().Should().NotContain(secret);
        tenant.Calls(EmulatorOperations.EventPublish).Should().Be(1);
    }

    [Fact]
    public async Task An_event_that_is_not_registered_is_refused_with_the_settings_to_compare()
    {
        await using var tenant = await Tenant.StartAsync();

        Func<Task> publish = () => tenant.CreateClient().Events.PublishAsync(
            Credential(tenant), new EventDefinition("Ticket closed", "1.0.0"), new Dictionary<string, object?>());

        (await publish.Should().ThrowAsync<GainsightValidationException>()).Which.Message.Should().Contain("name, version");
        tenant.Emulator.PublishedEvents.Should().BeEmpty();
    }

    [Theory]
    [InlineData("", "1.0.0")]
    [InlineData("Ticket\r\nAccesskey: x", "1.0.0")]
    [InlineData("Ticket", " ")]
    [InlineData("Tickét", "1.0.0")]
    public void A_name_or_version_that_is_not_valid_in_a_header_is_refused_immediately(string name, string version)
    {
        Action define = () => _ = new EventDefinition(name, version);

        define.Should().Throw<ArgumentException>();
        ((Action)(() => _ = new EventDefinition(new string('x', 257), "1"))).Should().Throw<ArgumentException>();
        ((Action)(() => _ = new EventCredential("tenant", "secret "))).Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task A_body_that_is_not_an_object_is_refused_before_any_call()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();

        await ((Func<Task>)(() => gainsight.Events.PublishAsync(Credential(tenant), Closed, 17, EventJson.Default.Int32))).Should().ThrowAsync<ArgumentException>();
        await ((Func<Task>)(() => gainsight.Events.PublishAsync(Credential(tenant), Closed, default(JsonElement)))).Should().ThrowAsync<ArgumentException>();
        await ((Func<Task>)(() => gainsight.Events.PublishAsync(Credential(tenant), Closed, new Dictionary<string, object?> { ["x"] = new object() })))
            .Should().ThrowAsync<ArgumentException>();

        tenant.Calls(EmulatorOperations.EventPublish).Should().Be(0);
    }

    [Theory]
    [InlineData(FaultKind.CutAfterCommit, false, 1)]
    [InlineData(FaultKind.ServerErrorAfterCommit, false, 1)]
    [InlineData(FaultKind.HtmlWith200, false, 0)]
    [InlineData(FaultKind.CutAfterCommit, true, 2)]
    [InlineData(FaultKind.ServerErrorAfterCommit, true, 2)]
    public async Task An_event_that_may_have_been_processed_is_retried_only_if_it_may_repeat(FaultKind kind, bool mayRepeat, int published)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(kind) { Operation = EmulatorOperations.EventPublish, Count = 1 });
        var definition = new EventDefinition("Ticket Closed", "1.0.0") { MayRepeat = mayRepeat };

        Func<Task> publish = () => tenant.CreateClient().Events.PublishAsync(Credential(tenant), definition, new Dictionary<string, object?>());

        if (mayRepeat)
        {
            await publish.Should().NotThrowAsync();
        }
        else
        {
            (await publish.Should().ThrowAsync<GainsightException>()).Which.MayHaveBeenProcessed.Should().BeTrue();
        }

        tenant.Emulator.PublishedEvents.Should().HaveCount(published);
    }

    [Fact]
    public async Task A_throttled_event_waits_for_its_window_and_is_published_once()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Throttle) { Operation = EmulatorOperations.EventPublish, Count = 1 });
        var start = tenant.Clock.GetUtcNow();

        await tenant.CreateClient().Events.PublishAsync(Credential(tenant), Closed, new Dictionary<string, object?>());

        tenant.Emulator.PublishedEvents.Should().ContainSingle();
        (tenant.Clock.GetUtcNow() - start).Should().BeGreaterThan(TimeSpan.FromSeconds(20));
    }

    private static EventCredential Credential(Tenant tenant) => new(tenant.Emulator.TenantId, Secret);
}
