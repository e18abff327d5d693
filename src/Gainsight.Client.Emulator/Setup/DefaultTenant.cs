namespace Gainsight.Client.Emulator;

/// <summary>Fills a new tenant from the embedded seed <c>DefaultTenant.json</c>, and attaches the behavior that a seed cannot describe.</summary>
internal static class DefaultTenant
{
    private static readonly string Seed = ReadSeed();

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
        foreach (var attach in Behaviors)
        {
            attach(tenant);
        }
    }

    private static string ReadSeed()
    {
        using var stream = typeof(DefaultTenant).Assembly.GetManifestResourceStream("DefaultTenant.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
