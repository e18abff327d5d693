namespace Gainsight.Client.Emulator;

/// <summary>An event that the tenant accepted.</summary>
public sealed class PublishedEvent
{
    internal PublishedEvent()
    {
    }

    /// <summary>The time of arrival on the tenant's clock.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The topic of its publisher.</summary>
    public required string Topic { get; init; }

    /// <summary>The name of the event.</summary>
    public required string Name { get; init; }

    /// <summary>The version of the event.</summary>
    public required string Version { get; init; }

    /// <summary>The contract that the event named, or <see langword="null"/>.</summary>
    public string? ContractId { get; init; }

    /// <summary>The body as it was sent: a JSON object.</summary>
    public required string Body { get; init; }

    /// <summary>The id of the request that carried it.</summary>
    public required string RequestId { get; init; }
}
