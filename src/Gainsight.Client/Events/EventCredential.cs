namespace Gainsight.Client;

/// <summary>The credential of a publisher of events. Events use neither the client's access key nor its OAuth client.</summary>
/// <remarks>Gainsight shows it under Administration, Events, Register as Publisher (Events API documentation). The secret never appears in <see cref="ToString"/>, logs, messages or spans.</remarks>
public sealed class EventCredential
{
    /// <summary>Creates a credential from the values that Gainsight shows when a publisher is registered.</summary>
    /// <param name="tenantId">The tenant's id.</param>
    /// <param name="sharedSecret">The publisher's shared secret.</param>
    /// <exception cref="ArgumentException">A value is empty, or contains white space or characters that a header cannot contain. It may have been copied together with other text.</exception>
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
