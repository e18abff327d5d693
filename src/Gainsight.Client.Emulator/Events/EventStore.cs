namespace Gainsight.Client.Emulator;

/// <summary>The event publishers of the tenant and the events that they published. Guarded by the tenant's lock.</summary>
internal sealed class EventStore
{
    public List<EventPublisher> Publishers { get; } = [];

    public List<PublishedEvent> Published { get; } = [];

    public static EventStore Of(TenantData tenant) => tenant.State(static () => new EventStore());
}
