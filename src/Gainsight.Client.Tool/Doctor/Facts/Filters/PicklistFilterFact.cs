namespace Gainsight.Client.Tool.Doctor;

/// <summary>How filters name the items of picklists.</summary>
internal sealed class PicklistFilterFact() : Fact("Picklist items in filters", "labels", "Picklist items in filters", Pages.Companies)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        if (await ItemAsync(tenant, cancellationToken).ConfigureAwait(false) is not (var gsid, var field, var item, var label))
        {
            return Finding.Needs("a company with a picklist item, such as Stage");
        }

        var byLabel = await FindsAsync(tenant, gsid, field, label, cancellationToken).ConfigureAwait(false);
        var byItem = await FindsAsync(tenant, gsid, field, item, cancellationToken).ConfigureAwait(false);
        return (byLabel, byItem) switch
        {
            (true, true) => Finding.Expected("labels and GSIDs"),
            (true, false) => Finding.Expected("labels only"),
            (false, true) => Finding.Differs("GSIDs only", "Filter picklists by the GSID of the item; MetadataClient gives it. Filters by label find nothing or fail."),
            _ => Finding.Open("neither label nor GSID finds the row"),
        };
    }

    /// <summary>A row with a picklist item whose label is known.</summary>
    public static async Task<(string Gsid, string Field, string Item, string Label)?> ItemAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var sample = await tenant.SampleAsync(cancellationToken).ConfigureAwait(false);
        foreach (var field in (sample.Description?.Fields ?? []).Where(field => field.DataType == DataType.Picklist))
        {
            foreach (var row in sample.Rows)
            {
                if (Sample.Text(row, field.Name) is { Length: > 0 } item
                    && await LabelAsync(tenant, field, item, cancellationToken).ConfigureAwait(false) is { Length: > 0 } label)
                {
                    return (Sample.Text(row, "Gsid")!, field.Name, item, label);
                }
            }
        }

        return null;
    }

    /// <summary>Tells whether a filter finds a row by a value. Null if it is refused.</summary>
    public static async Task<bool> FindsAsync(Examination tenant, string gsid, string field, string value, CancellationToken cancellationToken) =>
        (await tenant.FindAsync([new("Gsid", "EQ", gsid), new(field, "EQ", value)], cancellationToken).ConfigureAwait(false))?.Contains(gsid) == true;

    private static async Task<string?> LabelAsync(Examination tenant, FieldDescription field, string item, CancellationToken cancellationToken)
    {
        if (field.PicklistItems.Count > 0)
        {
            return field.PicklistItems.FirstOrDefault(each => each.Gsid == item)?.Label;
        }

        return await DropdownFact.ItemsAsync(tenant, field, cancellationToken).ConfigureAwait(false) is { } items ? items.GetValueOrDefault(item) : null;
    }
}
