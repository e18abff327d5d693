using System.Collections.Concurrent;

namespace Gainsight.Client;

/// <summary>The configured labels that a client has loaded, by kind of record: what writes are checked against.</summary>
internal sealed class ConfigurationStore(ClientContext context, Operation operation)
{
    /// <summary>The kind of records where nothing is said (inferred, unconfirmed).</summary>
    public const string DefaultEntityType = "COMPANY";

    private readonly ConcurrentDictionary<string, CockpitConfiguration> _loaded = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Asks the tenant, and keeps the answer.</summary>
    public async Task<CockpitConfiguration> LoadAsync(string entityType, IEnumerable<string> categories, CancellationToken cancellationToken)
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
        using ApiResponse response = await context.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var loaded = new CockpitConfiguration(entityType, ConfigurationReader.Read(response.Data));

        // A call for some categories must not take away what was known of others.
        _loaded.AddOrUpdate(entityType, loaded, (_, known) => new CockpitConfiguration(
            entityType, [.. known.Items.Where(item => !names.Contains(item.Category, StringComparer.OrdinalIgnoreCase)), .. loaded.Items]));
        return loaded;
    }

    /// <summary>The label as the tenant spells it: the same text while the category has not been loaded, null when the tenant does not have it.</summary>
    public string? Resolve(GainsightRecord record, string category, string label, out IReadOnlyList<string> known)
    {
        known = [];
        if (!_loaded.TryGetValue(record.Get(CockpitFields.EntityType) ?? DefaultEntityType, out CockpitConfiguration? configuration)
            || configuration.Of(category) is not { Count: > 0 } items)
        {
            return label;
        }

        string? type = category == ConfigurationCategories.CtaTypes ? null : record.Get(CockpitFields.Type);
        List<ConfigurationItem> fitting = [.. items.Where(item => item.IsFor(type))];
        known = [.. fitting.Select(item => item.Name).Distinct(StringComparer.Ordinal)];
        return fitting.Find(item => item.Is(label))?.Name;
    }
}
