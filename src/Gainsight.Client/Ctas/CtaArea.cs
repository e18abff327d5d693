namespace Gainsight.Client;

/// <summary>What the engine needs to know of CTAs.</summary>
internal static class CtaArea
{
    public static CockpitArea Value { get; } = new()
    {
        Definition = CtaFields.Definition,
        Insert = Operations.CtasInsert,
        Update = Operations.CtasUpdate,
        List = Operations.CtasList,
        Labels =
        [
            new(CtaFields.Type, ConfigurationCategories.CtaTypes),
            new(CtaFields.Reason, ConfigurationCategories.CtaReasons),
            new(CtaFields.Status, ConfigurationCategories.CtaStatuses),
            new(CtaFields.Priority, ConfigurationCategories.CtaPriorities),
        ],
    };
}
