using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Reads the section <c>publishers</c> of a seed.</summary>
internal static class PublisherSeed
{
    public static void Load(TenantData tenant, JsonElement json) =>
        SeedJson.EachItem(json, "publishers", "Publisher", item => EventStore.Of(tenant).Publishers.Add(Read(tenant, item)));

    /// <summary>Writes one publisher.</summary>
    public static void Write(Utf8JsonWriter json, EventPublisher publisher)
    {
        json.WriteStartObject();
        json.WriteString("sharedSecret", publisher.SharedSecret);
        json.WriteString("topic", publisher.Topic);
        json.WriteStartArray("events");
        foreach ((var name, var version) in publisher.Events)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("version", version);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("contracts");
        foreach (var contract in publisher.Contracts)
        {
            json.WriteStringValue(contract);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static EventPublisher Read(TenantData tenant, JsonElement json)
    {
        const string What = "A publisher";
        var publisher = new EventPublisher(tenant, SeedJson.RequiredText(json, "sharedSecret", What), SeedJson.RequiredText(json, "topic", What));
        SeedJson.AllowOnly(json, $"{What} of the seed", "sharedSecret", "topic", "events", "contracts");
        foreach (var item in SeedJson.Items(SeedJson.Member(json, "events"), "the events of a publisher"))
        {
            SeedJson.AllowOnly(item, "An event of the seed", "name", "version");
            _ = publisher.AddEvent(SeedJson.RequiredText(item, "name", "An event"), SeedJson.RequiredText(item, "version", "An event"));
        }

        foreach (var contract in SeedJson.Items(SeedJson.Member(json, "contracts"), "the contracts of a publisher"))
        {
            _ = publisher.AddContract(SeedJson.AsText(contract, "each contract of a publisher"));
        }

        return publisher;
    }
}
