namespace Gainsight.Client;

/// <summary>An event as it is registered in the tenant: known by its name and version, of a topic.</summary>
/// <remarks>Events are created under Administration, Events; there is no API for that. What Gainsight registers is compared to the letter (inferred, unconfirmed).</remarks>
public sealed class EventDefinition
{
    private readonly string? _topic;
    private readonly string? _contractId;

    /// <summary>Names an event.</summary>
    /// <param name="name">The name, such as <c>Ticket Closed</c>; at most 256 characters that a header can carry.</param>
    /// <param name="version">The version as the tenant writes it, such as <c>v01</c> or <c>1.0.0</c>.</param>
    /// <exception cref="ArgumentException">A value is empty, too long, or holds what no header can carry.</exception>
    public EventDefinition(string name, string version)
    {
        Name = EventHeaders.Check(name, nameof(name), "The event's name", takesSpaces: true);
        Version = EventHeaders.Check(version, nameof(version), "The event's version", takesSpaces: true);
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The version.</summary>
    public string Version { get; }

    /// <summary>The topic; not sent unless set. A production integration always sends it; Gainsight's own table of headers does not list it.</summary>
    /// <exception cref="ArgumentException">The value is empty, too long, or holds what no header can carry.</exception>
    public string? Topic
    {
        get => _topic;
        init => _topic = EventHeaders.CheckOptional(value, nameof(Topic), "The topic");
    }

    /// <summary>Limits delivery to the subscribers of one contract; not sent unless set (a production integration).</summary>
    /// <exception cref="ArgumentException">The value is empty, too long, or holds what no header can carry.</exception>
    public string? ContractId
    {
        get => _contractId;
        init => _contractId = EventHeaders.CheckOptional(value, nameof(ContractId), "The contract id");
    }

    /// <summary>
    /// Whether subscribers bear to get the event twice; not unless set. Only then is it sent again when the connection broke, or the server
    /// failed, after it may have been taken: Gainsight has nothing by which it would know the second for the first.
    /// </summary>
    public bool MayRepeat { get; init; }

    /// <summary>Name and version.</summary>
    /// <returns>For example <c>Ticket Closed 1.0.0</c>.</returns>
    public override string ToString() => $"{Name} {Version}";
}
