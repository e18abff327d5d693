using System.Collections.Concurrent;

namespace Gainsight.Client;

/// <summary>The configured labels that a client has loaded, by entity type. Writes are checked against them.</summary>
internal sealed class ConfigurationStore(ClientContext context)
{
    /// <summary>The entity type of a record that names none (inferred, unconfirmed).</summary>
    public const string DefaultEntityType = "COMPANY";

    /// <summary>The possible entity types of a record whose type is unknown.</summary>
    private static readonly string[] EntityTypes = [DefaultEntityType, "RELATIONSHIP"];

    private readonly ConcurrentDictionary<string, CockpitConfiguration> _loaded = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Loads the labels of the categories from the tenant, and keeps them.</summary>
    public async Task<CockpitConfiguration> LoadAsync(
        Operation operation, string entityType, IEnumerable<string> categories, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(entityType);
        ArgumentNullException.ThrowIfNull(categories);
        string[] names = [.. categories];
        if (names.Length == 0 || Array.Exists(names, string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException("Name at least one category, such as those of ConfigurationCategories.", nameof(categories));
        }

        var request = new ApiRequest
        {
            Operation = operation,
            Query = $"category={string.Join(',', names.Select(Uri.EscapeDataString))}&et={Uri.EscapeDataString(entityType)}",
        };
        using var response = await context.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var loaded = new CockpitConfiguration(entityType, ConfigurationReader.Read(response.Data));

        // A call for some categories must not remove the labels of others.
        _loaded.AddOrUpdate(entityType, loaded, (_, known) => new CockpitConfiguration(
            entityType, [.. known.Items.Where(item => !names.Contains(item.Category, StringComparer.OrdinalIgnoreCase)), .. loaded.Items]));
        return loaded;
    }

    /// <summary>Returns the label as the tenant spells it, the same text while the category is not loaded, or null when the tenant does not have the label.</summary>
    /// <param name="record">The record. Its type may restrict the labels.</param>
    /// <param name="entityType">The entity type, or null for an update of a record whose type is unknown. Then the labels of all entity types count.</param>
    /// <param name="category">The category of the label.</param>
    /// <param name="label">The label.</param>
    /// <param name="known">The labels that the tenant has.</param>
    public string? Resolve(GainsightRecord record, string? entityType, string category, string label, out IReadOnlyList<string> known)
    {
        var type = category == ConfigurationCategories.CtaTypes ? null : record.Get(CockpitFields.Type);
        List<ConfigurationItem> fitting = [];
        var isLoaded = true;
        foreach (var each in entityType is null ? EntityTypes : [entityType])
        {
            if (_loaded.TryGetValue(each, out var configuration) && configuration.Of(category) is { Count: > 0 } items)
            {
                fitting.AddRange(items.Where(item => item.IsFor(type)));
            }
            else
            {
                isLoaded = false;
            }
        }

        known = [.. fitting.Select(item => item.Name).Distinct(StringComparer.Ordinal)];
        return fitting.Find(item => item.Is(label))?.Name ?? (isLoaded ? null : label);
    }
}
