namespace Gainsight.Client.Emulator;

public sealed partial class GainsightEmulator
{
    /// <summary>The tenant id, which events carry in the header <c>tenantId</c>.</summary>
    public string TenantId => _tenant.Id;

    /// <summary>The publishers, in the order of registration. A new tenant has one, for the topic "Support Tickets".</summary>
    public IReadOnlyList<EventPublisher> EventPublishers
    {
        get
        {
            lock (_tenant.Sync)
            {
                return [.. EventStore.Of(_tenant).Publishers];
            }
        }
    }

    /// <summary>A snapshot of the published events, in the order of arrival.</summary>
    public IReadOnlyList<PublishedEvent> PublishedEvents
    {
        get
        {
            lock (_tenant.Sync)
            {
                return [.. EventStore.Of(_tenant).Published];
            }
        }
    }

    /// <summary>Registers a publisher. Add its events next.</summary>
    /// <param name="sharedSecret">The secret. Publishers of several topics may share one.</param>
    /// <param name="topic">The topic.</param>
    /// <returns>The publisher.</returns>
    public EventPublisher AddEventPublisher(string sharedSecret, string topic)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sharedSecret);
        ArgumentException.ThrowIfNullOrWhiteSpace(topic);
        lock (_tenant.Sync)
        {
            var publisher = new EventPublisher(_tenant, sharedSecret, topic);
            EventStore.Of(_tenant).Publishers.Add(publisher);
            return publisher;
        }
    }
}
