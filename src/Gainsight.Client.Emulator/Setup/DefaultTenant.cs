using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Fills a new tenant from the embedded seed <c>DefaultTenant.json</c>, and attaches the behavior that a seed cannot describe.</summary>
internal static class DefaultTenant
{
    private static readonly JsonElement Seed = ReadSeed();

    /// <summary>What areas add to the objects of the seed: fields that are computed, and rows that follow from something else.</summary>
    private static readonly Action<TenantData>[] Behaviors =
    [
        DeletedRecordLog.Attach,
        PicklistObject.Attach,
        CockpitComputedFields.Attach,
        GoalComputedFields.Attach,
    ];

    public static void Fill(TenantData tenant)
    {
        TenantSeed.Load(tenant, Seed);
        AttachBehaviors(tenant);
    }

    /// <summary>Checks that a tenant has every object that code refers to.</summary>
    /// <exception cref="ArgumentException">An object is missing.</exception>
    public static void CheckObjects(TenantData tenant)
    {
        if (SeedJson.Items(Seed.GetProperty("objects"), "objects").Select(item => item.GetProperty("name").GetString()!)
            .FirstOrDefault(name => tenant.Find(name) is null) is { } missing)
        {
            throw SeedJson.Invalid($"A complete seed needs the object {missing}, which this one lacks");
        }
    }

    public static void AttachBehaviors(TenantData tenant)
    {
        foreach (var attach in Behaviors)
        {
            attach(tenant);
        }
    }

    /// <summary>Parses the seed once for all emulators of the process.</summary>
    private static JsonElement ReadSeed()
    {
        using var stream = typeof(DefaultTenant).Assembly.GetManifestResourceStream("DefaultTenant.json")!;
        using var reader = new StreamReader(stream);
        using var document = TenantSeed.Parse(reader.ReadToEnd());
        return document.RootElement.Clone();
    }
}
