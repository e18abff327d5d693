namespace Gainsight.Client.Emulator;

/// <summary>The publishers of the tenant, and what they have published. The tenant's lock guards it.</summary>
internal sealed class EventStore(string tenantId)
{
    public string TenantId { get; } = tenantId;

    public List<EventPublisher> Publishers { get; } = [];

    public List<PublishedEvent> Published { get; } = [];
}
