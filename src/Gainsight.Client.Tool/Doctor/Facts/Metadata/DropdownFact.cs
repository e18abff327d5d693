using System.Text.Json;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>Whether a picklist can be read by its category.</summary>
internal sealed class DropdownFact() : Fact("Items of one picklist", "by its category", "Dropdown category", Pages.Metadata)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var company = await tenant.DescribeAsync("Company", cancellationToken).ConfigureAwait(false);
        if (company?.Fields.FirstOrDefault(field => field.PicklistCategoryId is { Length: > 0 }) is not { } field)
        {
            return Finding.Needs("a picklist of Company with a category");
        }

        var items = await ItemsAsync(tenant, field, cancellationToken).ConfigureAwait(false);
        return items is null ? Finding.Differs("no answer by category", "Labels of picklists without items in describe are not known.") : Finding.Expected("by its category");
    }

    /// <summary>The labels of a picklist's items by their GSIDs, or null.</summary>
    public static async Task<Dictionary<string, string>?> ItemsAsync(Examination tenant, FieldDescription field, CancellationToken cancellationToken)
    {
        if (field.PicklistCategoryId is not { Length: > 0 } category)
        {
            return null;
        }

        var answer = await tenant.GetAsync($"/v1/meta/services/dropdowns/{Uri.EscapeDataString(category)}", cancellationToken).ConfigureAwait(false);
        return !answer.IsRefused && answer.Data.ValueKind == JsonValueKind.Object && answer.Data.TryGetProperty("childItems", out var items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray().Where(item => Sample.Text(item, "gsid") is not null)
                .DistinctBy(item => Sample.Text(item, "gsid")).ToDictionary(item => Sample.Text(item, "gsid")!, item => Sample.Text(item, "name") ?? "", StringComparer.Ordinal)
            : null;
    }
}
