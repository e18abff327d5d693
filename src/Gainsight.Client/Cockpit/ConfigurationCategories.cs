namespace Gainsight.Client;

/// <summary>The names of the categories of configured labels. The set is open.</summary>
public static class ConfigurationCategories
{
    /// <summary>Types of CTAs (official, from a copy).</summary>
    public const string CtaTypes = "CTA_TYPE";

    /// <summary>Reasons of CTAs (third party).</summary>
    public const string CtaReasons = "CTA_REASON";

    /// <summary>Statuses of CTAs (official, from a copy).</summary>
    public const string CtaStatuses = "CTA_STATUS";

    /// <summary>Priorities of CTAs (official, from a copy).</summary>
    public const string CtaPriorities = "CTA_PRIORITY";

    /// <summary>Types of success plans (official, from a copy).</summary>
    public const string PlanTypes = "SUCCESS_PLAN_TYPE";

    /// <summary>Statuses of success plans. The name is inferred, unconfirmed.</summary>
    public const string PlanStatuses = "SUCCESS_PLAN_STATUS";

    /// <summary>Categories of objectives. The name is inferred, unconfirmed.</summary>
    public const string ObjectiveCategories = "OBJECTIVE_CATEGORY";

    internal static IReadOnlyList<string> OfCtas { get; } = [CtaTypes, CtaReasons, CtaStatuses, CtaPriorities];

    internal static IReadOnlyList<string> OfPlans { get; } = [PlanTypes, PlanStatuses, ObjectiveCategories];
}
