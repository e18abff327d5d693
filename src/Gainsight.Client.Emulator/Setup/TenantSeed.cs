using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Loads a seed into a tenant, section by section. <c>docs/emulator.md</c> describes the format.</summary>
internal static class TenantSeed
{
    /// <summary>The sections in the order in which they are loaded: rows need objects, and areas need both.</summary>
    private static readonly (string Name, Action<TenantData, JsonElement> Load)[] Sections =
    [
        ("objects", ObjectSeed.Load),
        ("picklists", PicklistSeed.Load),
        ("clear", RowSeed.Clear),
        ("users", RowSeed.LoadUsers),
        ("configuration", ConfigurationSeed.Load),
        ("rows", RowSeed.Load),
        ("activityTypes", ActivityTypes.Load),
        ("publishers", PublisherSeed.Load),
        ("imports", ImportSeed.Load),
    ];

    /// <summary>The sections that describe how the tenant behaves, loaded after what it holds.</summary>
    private static readonly (string Name, Action<RequestPipeline, JsonElement> Load)[] Behaviors =
    [
        ("switches", static (pipeline, json) => SettingSeed.Load(pipeline.Switches, "switch", json)),
        ("limits", static (pipeline, json) => SettingSeed.Load(pipeline.Limits, "limit", json)),
        ("faults", static (pipeline, json) => FaultText.Load(pipeline.Faults, json)),
    ];

    private static readonly string[] Names = [.. Sections.Select(section => section.Name), .. Behaviors.Select(section => section.Name)];

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static void Load(TenantData tenant, RequestPipeline pipeline, string json)
    {
        using var document = Parse(json);
        Load(tenant, document.RootElement);
        foreach ((var name, var load) in Behaviors)
        {
            SeedJson.Within(name, () => load(pipeline, SeedJson.Member(document.RootElement, name)));
        }
    }

    public static JsonDocument Parse(string json) => JsonDocument.Parse(json, Lenient);

    public static void Load(TenantData tenant, JsonElement seed)
    {
        SeedJson.Within("seed", () => SeedJson.AllowOnly(seed, "The seed", Names));
        foreach ((var name, var load) in Sections)
        {
            SeedJson.Within(name, () => load(tenant, SeedJson.Member(seed, name)));
        }
    }
}
