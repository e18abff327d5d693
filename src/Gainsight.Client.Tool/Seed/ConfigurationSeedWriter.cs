using System.Text.Json;

namespace Gainsight.Client.Tool;

/// <summary>Writes the section <c>configuration</c>: types, reasons, statuses, priorities and categories of CTAs and success plans.</summary>
internal sealed class ConfigurationSeedWriter(Utf8JsonWriter json, List<string> notes)
{
    /// <summary>Writes what the tenant tells.</summary>
    /// <returns>The number of names.</returns>
    public async Task<int> WriteAsync(GainsightClient client, CancellationToken cancellationToken)
    {
        var items = new List<ConfigurationItem>();
        foreach (var entity in new[] { "COMPANY", "RELATIONSHIP" })
        {
            await AddAsync(items, "CTAs", () => client.Ctas.GetConfigurationAsync(entity, cancellationToken)).ConfigureAwait(false);
            await AddAsync(items, "success plans", () => client.SuccessPlans.GetConfigurationAsync(entity, cancellationToken)).ConfigureAwait(false);
        }

        var distinct = items.DistinctBy(item => (item.Category, item.Name, item.TypeName, item.EntityType)).ToList();
        if (distinct.Count > 0)
        {
            json.WriteStartObject("configuration");
            foreach (var category in distinct.GroupBy(item => item.Category, StringComparer.Ordinal))
            {
                json.WriteStartArray(category.Key);
                foreach (var item in category)
                {
                    Write(item);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
            notes.Add("No call tells which status is closed or the default. A status has what the emulator's status of its name has: add \"closed\" and \"default\" for others.");
        }

        return distinct.Count;
    }

    private async Task AddAsync(List<ConfigurationItem> items, string what, Func<Task<CockpitConfiguration>> readAsync)
    {
        try
        {
            items.AddRange((await readAsync().ConfigureAwait(false)).Items);
        }
        catch (GainsightApiException exception)
        {
            var note = $"The types and statuses of {what} are not in the seed: {exception.Message}";
            if (!notes.Contains(note))
            {
                notes.Add(note);
            }
        }
    }

    private void Write(ConfigurationItem item)
    {
        json.WriteStartObject();
        json.WriteString("name", item.Name);
        Write("gsid", item.Gsid);
        Write("type", item.TypeName);
        Write("entity", item.EntityType);
        json.WriteBoolean("active", item.IsActive);
        json.WriteEndObject();
    }

    private void Write(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }
}
