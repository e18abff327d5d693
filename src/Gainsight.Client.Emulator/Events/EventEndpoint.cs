using System.Text;
using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>The Events API. It takes a publisher's secret instead of an access key (official). Its responses are inferred.</summary>
internal static class EventEndpoint
{
    public static IReadOnlyList<Route> Routes { get; } =
    [
        new(EmulatorOperations.EventPublish, "POST", "/v1.0/api/eventManager/event", Publish) { Anonymous = true },
    ];

    private static EmulatorResponse Publish(RequestContext context)
    {
        var events = EventStore.Of(context.Tenant);
        var secret = context.Request.Header("sharedSecret");
        var publishers = events.Publishers.FindAll(publisher => publisher.SharedSecret == secret);
        var wrongTenant = context.Request.Header("tenantId") != context.Tenant.Id;
        if (publishers.Count == 0 || wrongTenant || context.Request.BearerToken is not null)
        {
            return Reply.Failure(context, 401, ErrorCodes.Unauthorized, "Unauthorized", null);
        }

        var topic = context.Request.Header("topicName");
        string? name = context.Request.Header("eventName"), version = context.Request.Header("eventVersion");
        var contract = context.Request.Header("contractId");
        var publisher = publishers.Find(each => each.Sends(topic, name, version, contract))
            ?? throw RefusedException.BadRequest("The event is not registered for this publisher: check topic, name, version and contract.");

        using var body = context.Json();
        CheckBody(context.Tenant, body.RootElement);
        events.Published.Add(new PublishedEvent
        {
            Time = context.Tenant.Now,
            Topic = publisher.Topic,
            Name = name!,
            Version = version!,
            ContractId = contract,
            Body = Encoding.UTF8.GetString(context.Body.Span),
            RequestId = context.RequestId,
        });
        context.Committed = true;
        return Reply.Success(context, null);
    }

    /// <summary>Accepts any object, but a System Asset Event must have its members (the first three members are official).</summary>
    private static void CheckBody(TenantData tenant, JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw RefusedException.BadRequest("An event must be a JSON object.");
        }

        if (!body.TryGetProperty("assetType", out var type) || !body.TryGetProperty("assetId", out var id))
        {
            return;
        }

        var valid = IsText(type, "OBJECTS")
            && id.ValueKind == JsonValueKind.String
            && id.GetString()!.Length > 0
            && body.TryGetProperty("tenantId", out var tenantId)
            && IsText(tenantId, tenant.Id);
        if (!valid)
        {
            throw RefusedException.BadRequest("A System Asset Event has the tenantId, the assetType OBJECTS and an assetId.");
        }
    }

    private static bool IsText(JsonElement json, string text) => json.ValueKind == JsonValueKind.String && json.GetString() == text;
}
