using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <content>What an administrator sets up beside objects: types of activities, publishers of events, bulk imports.</content>
internal static partial class TenantSeed
{
    private static void AddAreas(TenantData tenant, Dictionary<string, JsonElement> sections)
    {
        foreach (var type in Members(sections.GetValueOrDefault("activityTypes"), "activityTypes"))
        {
            tenant.ActivityTypes[type.Name] = type.Value.ToString() is { Length: > 0 } category ? category : type.Name;
        }

        foreach (var publisher in Items(sections.GetValueOrDefault("publishers"), "publishers"))
        {
            AddPublisher(tenant, publisher);
        }

        foreach (var job in Items(sections.GetValueOrDefault("imports"), "imports"))
        {
            AddImport(tenant, job);
        }
    }

    private static void AddPublisher(TenantData tenant, JsonElement json)
    {
        var publisher = new EventPublisher(
            tenant,
            Text(json, "sharedSecret") ?? throw Wrong("A publisher of the seed has no sharedSecret"),
            Text(json, "topic") ?? throw Wrong("A publisher of the seed has no topic"));
        AllowOnly(json, "A publisher of the seed", "sharedSecret", "topic", "events", "contracts");
        foreach (var item in Items(Member(json, "events"), "the events of a publisher"))
        {
            AllowOnly(item, "An event of the seed", "name", "version");
            _ = publisher.AddEvent(
                Text(item, "name") ?? throw Wrong("An event of the seed has no name"),
                Text(item, "version") ?? throw Wrong("An event of the seed has no version"));
        }

        foreach (var contract in Items(Member(json, "contracts"), "the contracts of a publisher"))
        {
            _ = publisher.AddContract(contract.ToString());
        }

        tenant.Events.Publishers.Add(publisher);
    }

    private static void AddImport(TenantData tenant, JsonElement json)
    {
        var job = new EmulatedImportJob
        {
            JobId = Text(json, "jobId") ?? throw Wrong("An import of the seed has no jobId"),
            Object = Text(json, "object") ?? throw Wrong("An import of the seed has no object"),
            Operation = Operation(json),
            Keys = [.. Items(Member(json, "keys"), "the keys of an import").Select(key => key.ToString())],
            Columns = Members(Member(json, "columns"), "The columns of an import").ToDictionary(column => column.Name, column => column.Value.ToString()),
        };
        AllowOnly(json, "An import of the seed", "jobId", "object", "operation", "keys", "columns");
        _ = tenant.AddImport(job);
    }

    private static ImportOperation Operation(JsonElement json) => Text(json, "operation")?.ToUpperInvariant() switch
    {
        null or "INSERT" => ImportOperation.Insert,
        "UPDATE" => ImportOperation.Update,
        "UPSERT" => ImportOperation.Upsert,
        { } unknown => throw Wrong($"An import of the seed has an unknown operation {unknown}"),
    };

    private static JsonElement Member(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value : default;
}
