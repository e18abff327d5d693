namespace Gainsight.Client.Emulator;

/// <summary>Reads an event publisher from the command line: <c>Topic,Secret=…,Event=Name:Version,Contract=…</c>.</summary>
internal static class PublisherText
{
    private const string Form = "must be written Topic,Secret=…,Event=Name:Version";

    /// <summary>Registers a publisher, or more events of a publisher that the tenant has already.</summary>
    /// <exception cref="ArgumentException">The text does not have the form.</exception>
    public static void Add(GainsightEmulator emulator, string text)
    {
        var parts = FaultText.Split(text);
        var topic = parts[0].Trim();
        List<(string Name, string Value)> settings = [.. parts.Skip(1).Select(part => FaultText.Pair(part, "setting of a publisher"))];
        var secret = settings.Find(setting => Is(setting.Name, "Secret")).Value;
        if (topic.Length == 0 || string.IsNullOrWhiteSpace(secret))
        {
            throw new ArgumentException($"A publisher {Form}, not '{topic}'.");
        }

        var publisher = emulator.EventPublishers.FirstOrDefault(each => each.Topic == topic && each.SharedSecret == secret)
            ?? emulator.AddEventPublisher(secret, topic);
        foreach ((var name, var value) in settings)
        {
            Set(publisher, name, value);
        }
    }

    private static void Set(EventPublisher publisher, string name, string value)
    {
        if (Is(name, "Contract"))
        {
            _ = publisher.AddContract(value);
        }
        else if (Is(name, "Event"))
        {
            var colon = value.LastIndexOf(':');
            _ = colon > 0 && colon < value.Length - 1
                ? publisher.AddEvent(value[..colon], value[(colon + 1)..])
                : throw new ArgumentException($"An event of a publisher must be written Event=Name:Version, not '{value}'.");
        }
        else if (!Is(name, "Secret"))
        {
            throw new ArgumentException($"There is no setting of a publisher {name}. There are: Contract, Event, Secret.");
        }
    }

    private static bool Is(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}
