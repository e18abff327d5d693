namespace EventDestination;

/// <summary>The file destination.json: which fields traits become, and which events of the tenant tracked events become.</summary>
internal sealed record DestinationMap(Dictionary<string, string> Person, Dictionary<string, string> Company,
    Dictionary<string, DestinationMap.Event> Events, string? Topic, string? ContractId, bool PeopleInBatches = false)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip };

    public static DestinationMap Load(string file) => JsonSerializer.Deserialize<DestinationMap>(File.ReadAllText(file), Json)!;

    public static FieldMap Fields(Dictionary<string, string> traits)
    {
        var map = new FieldMap();
        traits.ToList().ForEach(trait => map[trait.Key] = trait.Value);
        return map;
    }

    internal sealed record Event(string Name, string Version);
}
