namespace Gainsight.Client.Emulator;

public sealed partial class GainsightEmulator
{
    /// <summary>The tenant's id, which events carry in the header <c>tenantId</c>.</summary>
    public string TenantId => _tenant.Id;

    /// <summary>The publishers, in the order in which they were registered. A new tenant has one, for the topic "Support Tickets".</summary>
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

    /// <summary>A snapshot of the events that were taken, in the order in which they came.</summary>
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

    /// <summary>Registers a publisher; add its events next.</summary>
    /// <param name="sharedSecret">Its secret. Publishers of several topics may share one.</param>
    /// <param name="topic">Its topic.</param>
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
