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

    /// <summary>The sections of a seed that describes a whole tenant.</summary>
    private static readonly (string Name, Action<TenantData, JsonElement> Load)[] CompleteSections =
    [
        ("objects", ObjectSeed.Load),
        ("rows", RowSeed.Restore),
        ("deleted", RowSeed.RestoreDeleted),
        ("activityTypes", ActivityTypes.Load),
        ("publishers", PublisherSeed.Load),
        ("imports", ImportSeed.Load),
    ];

    private static readonly string[] Names = [.. Sections.Select(section => section.Name), .. SeedSettings.Names, .. SeedBehavior.Names];

    private static readonly string[] CompleteNames =
        [.. CompleteSections.Select(section => section.Name), .. SeedSettings.Names, .. SeedBehavior.Names];

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Loads a seed. One that describes a whole tenant replaces all, or changes nothing if it does not fit.</summary>
    public static void Load(EmulatorParts parts, string json, bool keepRandom = false, bool mustBeComplete = false)
    {
        using var document = Parse(json);
        var seed = document.RootElement;
        SeedSettings settings = null!;
        SeedJson.Within("seed", () => settings = new SeedSettings(Checked(seed)));
        if (mustBeComplete && !settings.Complete)
        {
            throw SeedJson.Invalid("It is a seed, which adds to a tenant, and not a whole tenant. Load it with --seed");
        }

        var behavior = SeedBehavior.Read(seed, settings.Complete ? null : parts.Pipeline);
        if (settings.Complete)
        {
            parts.Tenant.Replace(() => LoadAll(parts.Tenant, seed));
            parts.Credentials.Reset();
            parts.Pipeline.Faults.Clear();
            settings.Apply(parts, keepRandom: false);
        }
        else
        {
            settings.Apply(parts, keepRandom);
            Load(parts.Tenant, seed, Sections);
        }

        behavior.Apply(parts.Pipeline);
    }

    /// <summary>Loads the default tenant.</summary>
    public static void Load(TenantData tenant, JsonElement seed) => Load(tenant, seed, Sections);

    public static JsonDocument Parse(string json) => JsonDocument.Parse(json, Lenient);

    private static JsonElement Checked(JsonElement seed)
    {
        var isComplete = seed.ValueKind == JsonValueKind.Object && SeedJson.Member(seed, "complete").ValueKind == JsonValueKind.True;
        SeedJson.AllowOnly(seed, "The seed", isComplete ? CompleteNames : Names);
        return seed;
    }

    private static void LoadAll(TenantData tenant, JsonElement seed)
    {
        Load(tenant, seed, CompleteSections);
        SeedJson.Within("objects", () => DefaultTenant.CheckObjects(tenant));
        DefaultTenant.AttachBehaviors(tenant);
    }

    private static void Load(TenantData tenant, JsonElement seed, (string Name, Action<TenantData, JsonElement> Load)[] sections)
    {
        foreach ((var name, var load) in sections)
        {
            SeedJson.Within(name, () => load(tenant, SeedJson.Member(seed, name)));
        }
    }
}
