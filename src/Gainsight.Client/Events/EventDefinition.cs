namespace Gainsight.Client;

/// <summary>An event as it is registered in the tenant, identified by its name and version.</summary>
/// <remarks>Events are created under Administration, Events; there is no API for that. Name and version must match exactly (inferred, unconfirmed).</remarks>
public sealed class EventDefinition
{
    private readonly string? _topic;
    private readonly string? _contractId;

    /// <summary>Creates the definition of an event.</summary>
    /// <param name="name">The name, such as <c>Ticket Closed</c>. At most 256 characters that a header can contain.</param>
    /// <param name="version">The version as the tenant writes it, such as <c>v01</c> or <c>1.0.0</c>.</param>
    /// <exception cref="ArgumentException">A value is empty, too long, or contains characters that a header cannot contain.</exception>
    public EventDefinition(string name, string version)
    {
        Name = EventHeaders.Check(name, nameof(name), "The event's name", takesSpaces: true);
        Version = EventHeaders.Check(version, nameof(version), "The event's version", takesSpaces: true);
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The version.</summary>
    public string Version { get; }

    /// <summary>The topic. Default: null, not sent. A production integration always sends it. Gainsight's own table of headers does not list it.</summary>
    /// <exception cref="ArgumentException">The value is empty, too long, or contains characters that a header cannot contain.</exception>
    public string? Topic
    {
        get => _topic;
        init => _topic = EventHeaders.CheckOptional(value, nameof(Topic), "The topic");
    }

    /// <summary>Limits delivery to the subscribers of one contract (from a production integration). Default: null, not sent.</summary>
    /// <exception cref="ArgumentException">The value is empty, too long, or contains characters that a header cannot contain.</exception>
    public string? ContractId
    {
        get => _contractId;
        init => _contractId = EventHeaders.CheckOptional(value, nameof(ContractId), "The contract id");
    }

    /// <summary>
    /// Whether subscribers tolerate duplicates of the event. Default: false. If true, the event is sent again after the connection broke or the server
    /// failed when it may already have been accepted. Gainsight cannot recognize a duplicate.
    /// </summary>
    public bool MayRepeat { get; init; }

    /// <summary>The name and the version.</summary>
    /// <returns>For example <c>Ticket Closed 1.0.0</c>.</returns>
    public override string ToString() => $"{Name} {Version}";
}
