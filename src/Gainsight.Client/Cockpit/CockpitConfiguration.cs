namespace Gainsight.Client;

/// <summary>The labels that a tenant has configured for CTAs or success plans: types, reasons, statuses, priorities, categories.</summary>
/// <remarks>Each tenant has its own labels. Nothing says which statuses are closed: read <see cref="Cta.IsClosed"/> back.</remarks>
public sealed class CockpitConfiguration
{
    /// <summary>Creates a configuration, for mocks of a client.</summary>
    /// <param name="entityType">The entity type: <c>COMPANY</c> or <c>RELATIONSHIP</c>.</param>
    /// <param name="items">All labels.</param>
    public CockpitConfiguration(string entityType, IReadOnlyList<ConfigurationItem> items)
    {
        EntityType = entityType;
        Items = items;
    }

    /// <summary>The requested entity type: <c>COMPANY</c> or <c>RELATIONSHIP</c>.</summary>
    public string EntityType { get; }

    /// <summary>All labels, including inactive ones.</summary>
    public IReadOnlyList<ConfigurationItem> Items { get; }

    /// <summary>The active types of CTAs.</summary>
    public IReadOnlyList<ConfigurationItem> CtaTypes => Of(ConfigurationCategories.CtaTypes);

    /// <summary>The active reasons of CTAs.</summary>
    public IReadOnlyList<ConfigurationItem> CtaReasons => Of(ConfigurationCategories.CtaReasons);

    /// <summary>The active statuses of CTAs.</summary>
    public IReadOnlyList<ConfigurationItem> CtaStatuses => Of(ConfigurationCategories.CtaStatuses);

    /// <summary>The active priorities of CTAs.</summary>
    public IReadOnlyList<ConfigurationItem> CtaPriorities => Of(ConfigurationCategories.CtaPriorities);

    /// <summary>The active types of success plans.</summary>
    public IReadOnlyList<ConfigurationItem> PlanTypes => Of(ConfigurationCategories.PlanTypes);

    /// <summary>The active statuses of success plans.</summary>
    public IReadOnlyList<ConfigurationItem> PlanStatuses => Of(ConfigurationCategories.PlanStatuses);

    /// <summary>The active categories of objectives.</summary>
    public IReadOnlyList<ConfigurationItem> ObjectiveCategories => Of(ConfigurationCategories.ObjectiveCategories);

    /// <summary>The active labels of a category.</summary>
    /// <param name="category">One of <see cref="ConfigurationCategories"/>, or a name that this library does not know.</param>
    /// <returns>The labels. Empty when the category was not requested or is not configured.</returns>
    public IReadOnlyList<ConfigurationItem> Of(string category)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(category);
        return [.. Items.Where(item => item.IsActive && string.Equals(item.Category, category, StringComparison.OrdinalIgnoreCase))];
    }
}
