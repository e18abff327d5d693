using System.Net;
using System.Text;
using System.Text.Json;

namespace Gainsight.Client.Emulator.Tests;

public sealed class EventTests
{
    private const string Ticket = """{ "ticketId": "T-1001", "status": "resolved" }""";

    [Fact]
    public async Task An_event_is_kept_as_it_was_sent_and_the_response_has_no_data()
    {
        using var tenant = new Tenant();

        var answer = await PublishAsync(tenant, Ticket, ("contractId", "emulator-contract"));

        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Data.ValueKind.Should().Be(JsonValueKind.Null);
        var published = tenant.Emulator.PublishedEvents.Single();
        (published.Topic, published.Name, published.Version, published.ContractId, published.Body).Should().Be(
            ("Support Tickets", "Ticket Closed", "1.0.0", "emulator-contract", Ticket));
        published.Time.Should().Be(tenant.Clock.GetUtcNow());
    }

    [Fact]
    public async Task The_topic_may_be_left_out()
    {
        using var tenant = new Tenant();

        var answer = await PublishAsync(tenant, Ticket, ("topicName", null));

        answer.Status.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("sharedSecret", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("sharedSecret", null, HttpStatusCode.Unauthorized)]
    [InlineData("tenantId", "00000000-0000-0000-0000-000000000000", HttpStatusCode.Unauthorized)]
    [InlineData("tenantId", null, HttpStatusCode.Unauthorized)]
    [InlineData("Authorization", "Bearer token", HttpStatusCode.Unauthorized)]
    [InlineData("topicName", "Another", HttpStatusCode.BadRequest)]
    [InlineData("eventName", "Ticket Lost", HttpStatusCode.BadRequest)]
    [InlineData("eventName", null, HttpStatusCode.BadRequest)]
    [InlineData("eventVersion", "v01", HttpStatusCode.BadRequest)]
    [InlineData("contractId", "another", HttpStatusCode.BadRequest)]
    public async Task A_wrong_header_is_refused(string header, string? value, HttpStatusCode status)
    {
        using var tenant = new Tenant();

        var answer = await PublishAsync(tenant, Ticket, (header, value));

        answer.Status.Should().Be(status);
        answer.Result.Should().BeFalse();
        tenant.Emulator.PublishedEvents.Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{"tenantId":"TENANT","assetType":"OBJECTS","assetId":"Asset__gc"}""", HttpStatusCode.OK)]
    [InlineData("""{"tenantId":"TENANT","assetType":"COLLECTION_MASTER","assetId":"Asset__gc"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"tenantId":"another","assetType":"OBJECTS","assetId":"Asset__gc"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"assetType":"OBJECTS","assetId":"Asset__gc"}""", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task A_system_asset_event_is_checked_and_a_body_that_is_no_object_is_refused(string body, HttpStatusCode status)
    {
        using var tenant = new Tenant();

        var answer = await PublishAsync(tenant, body.Replace("TENANT", tenant.Emulator.TenantId, StringComparison.Ordinal));

        answer.Status.Should().Be(status);
    }

    [Fact]
    public async Task A_publisher_that_a_test_adds_sends_its_own_events()
    {
        using var tenant = new Tenant();
        _ = tenant.Emulator.AddEventPublisher("another-secret", "Usage").AddEvent("Login", "v01");

        var own = await PublishAsync(tenant, "{}", ("sharedSecret", "another-secret"), ("topicName", "Usage"), ("eventName", "Login"), ("eventVersion", "v01"));
        var foreign = await PublishAsync(tenant, "{}", ("sharedSecret", "another-secret"));

        own.Status.Should().Be(HttpStatusCode.OK);
        foreign.Status.Should().Be(HttpStatusCode.BadRequest);
        tenant.Emulator.EventPublishers.Should().HaveCount(2).And.OnlyContain(publisher => !publisher.ToString()!.Contains(publisher.SharedSecret));
    }

    private static async Task<Answer> PublishAsync(Tenant tenant, string body, params (string Name, string? Value)[] changes)
    {
        var headers = new Dictionary<string, string?>
        {
            ["sharedSecret"] = tenant.Emulator.EventPublishers[0].SharedSecret,
            ["tenantId"] = tenant.Emulator.TenantId,
            ["topicName"] = "Support Tickets",
            ["eventName"] = "Ticket Closed",
            ["eventVersion"] = "1.0.0",
        };
        foreach ((var name, var value) in changes)
        {
            headers[name] = value;
        }

        using var http = new HttpClient(tenant.Emulator.CreateHandler()) { BaseAddress = tenant.Emulator.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1.0/api/eventManager/event")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        foreach ((var name, var value) in headers.Where(header => header.Value is not null))
        {
            request.Headers.Add(name, value);
        }

        using var response = await http.SendAsync(request);
        return new Answer(response, await response.Content.ReadAsStringAsync());
    }
}
