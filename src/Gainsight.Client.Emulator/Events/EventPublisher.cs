namespace Gainsight.Client.Emulator;

/// <summary>
/// A publisher of events, as an administrator registers it ("Register as Publisher"). It has a secret, and publishes events of one topic,
/// identified by name and version. Thread-safe.
/// </summary>
public sealed class EventPublisher
{
    private readonly TenantData _tenant;
    private readonly HashSet<(string Name, string Version)> _events = [];
    private readonly HashSet<string> _contracts = new(StringComparer.Ordinal);

    internal EventPublisher(TenantData tenant, string sharedSecret, string topic)
    {
        _tenant = tenant;
        SharedSecret = sharedSecret;
        Topic = topic;
    }

    /// <summary>The value that the header <c>sharedSecret</c> must have.</summary>
    public string SharedSecret { get; }

    /// <summary>The value that the header <c>topicName</c> must have, if it is sent.</summary>
    public string Topic { get; }

    /// <summary>Registers an event of the publisher.</summary>
    /// <param name="name">The value of the header <c>eventName</c>.</param>
    /// <param name="version">The value of the header <c>eventVersion</c>, such as <c>v01</c> or <c>1.0.0</c>.</param>
    /// <returns>The same publisher.</returns>
    public EventPublisher AddEvent(string name, string version)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        lock (_tenant.Sync)
        {
            _ = _events.Add((name, version));
        }

        return this;
    }

    /// <summary>Registers a contract, which limits who receives events. Events that name another contract are refused (inferred).</summary>
    /// <param name="contractId">The value of the header <c>contractId</c>.</param>
    /// <returns>The same publisher.</returns>
    public EventPublisher AddContract(string contractId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(contractId);
        lock (_tenant.Sync)
        {
            _ = _contracts.Add(contractId);
        }

        return this;
    }

    /// <summary>The registered events.</summary>
    internal IReadOnlyCollection<(string Name, string Version)> Events => _events;

    /// <summary>The registered contracts.</summary>
    internal IReadOnlyCollection<string> Contracts => _contracts;

    internal bool Sends(string? topic, string? name, string? version, string? contract) =>
        (topic is null || topic == Topic)
        && name is not null && version is not null && _events.Contains((name, version))
        && (contract is null || _contracts.Contains(contract));
}
