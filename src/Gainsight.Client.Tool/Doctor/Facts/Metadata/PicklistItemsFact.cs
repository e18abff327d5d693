using System.Text.Json;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>When descriptions have the items of picklists.</summary>
internal sealed class PicklistItemsFact() : Fact("Picklist items in describe", "when asked for", "Picklist items in a describe", Pages.Metadata)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var company = await tenant.DescribeAsync("Company", cancellationToken).ConfigureAwait(false);
        if (company?.Fields.Any(field => field.DataType == DataType.Picklist) != true)
        {
            return Finding.Open("Company could not be described, or has no picklist");
        }

        if (!company.Fields.Any(field => field.PicklistItems.Count > 0))
        {
            return Finding.Expected("never", "The library reads each picklist by its category, one call each.");
        }

        // The description of several objects was asked without items.
        var names = await DescribeManyFact.NamesAsync(tenant, cancellationToken).ConfigureAwait(false);
        var plain = await DescribeManyFact.AskAsync(tenant, names, cancellationToken).ConfigureAwait(false);
        if (plain.IsRefused)
        {
            plain = await tenant.GetAsync("/v1/meta/services/objects/Company/describe", cancellationToken).ConfigureAwait(false);
        }

        return plain.Rows is not { Count: > 0 } items ? Finding.Refused(plain)
            : items.Any(HasItems) ? Finding.Expected("always")
            : Finding.Expected("when asked for");
    }

    private static bool HasItems(JsonElement description) =>
        Sample.Value(description, "fields") is { ValueKind: JsonValueKind.Array } fields
        && fields.EnumerateArray().Any(field => Sample.Value(field, "options") is { ValueKind: JsonValueKind.Array } options && options.GetArrayLength() > 0);
}
