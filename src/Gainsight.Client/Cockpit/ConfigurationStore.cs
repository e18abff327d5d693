using System.Collections.Concurrent;

namespace Gainsight.Client;

/// <summary>The configured labels that a client has loaded, by kind of record: what writes are checked against.</summary>
internal sealed class ConfigurationStore(ClientContext context, Operation operation)
{
    /// <summary>The kind of records where nothing is said (inferred, unconfirmed).</summary>
    public const string DefaultEntityType = "COMPANY";

    /// <summary>What a record of which that is not known may be.</summary>
    private static readonly string[] EntityTypes = [DefaultEntityType, "RELATIONSHIP"];

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
        using var response = await context.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var loaded = new CockpitConfiguration(entityType, ConfigurationReader.Read(response.Data));

        // A call for some categories must not take away what was known of others.
        _loaded.AddOrUpdate(entityType, loaded, (_, known) => new CockpitConfiguration(
            entityType, [.. known.Items.Where(item => !names.Contains(item.Category, StringComparer.OrdinalIgnoreCase)), .. loaded.Items]));
        return loaded;
    }

    /// <summary>The label as the tenant spells it: the same text while the category has not been loaded, null when the tenant does not have it.</summary>
    /// <param name="record">The record, whose type may restrict its labels.</param>
    /// <param name="entityType">The kind of record, or null for an update of one of which that is not known: then the labels of all kinds count.</param>
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
