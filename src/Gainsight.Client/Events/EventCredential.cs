namespace Gainsight.Client;

/// <summary>What a publisher of events authenticates with. Events use neither the client's access key nor its OAuth client.</summary>
/// <remarks>All of it stands in Gainsight under Administration, Events, Register as Publisher (Events API documentation). The secret is written by no <see cref="ToString"/>, log, message or span.</remarks>
public sealed class EventCredential
{
    /// <summary>Takes what Gainsight shows when a publisher is registered.</summary>
    /// <param name="tenantId">The tenant's id.</param>
    /// <param name="sharedSecret">The publisher's shared secret.</param>
    /// <exception cref="ArgumentException">A value is empty, or holds white space or characters that no header can carry: copied with something around it.</exception>
    public EventCredential(string tenantId, string sharedSecret)
    {
        TenantId = EventHeaders.Check(tenantId, nameof(tenantId), "The tenant id", takesSpaces: false);
        SharedSecret = EventHeaders.Check(sharedSecret, nameof(sharedSecret), "The shared secret", takesSpaces: false);
    }

    /// <summary>The tenant's id.</summary>
    public string TenantId { get; }

    internal string SharedSecret { get; }

    /// <summary>The kind of credential, never the secret.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(EventCredential);
}
