namespace Gainsight.Client.Emulator;

/// <summary>Fills the object <c>da_picklist</c> with the items of all picklists.</summary>
internal static class PicklistObject
{
    public static void Attach(TenantData tenant)
    {
        var items = tenant.Find(ObjectNames.Picklist)!;
        items.Refresh = () => Refresh(tenant, items);
    }

    private static void Refresh(TenantData tenant, EmulatedObject items)
    {
        foreach (var category in tenant.Picklists)
        {
            foreach (var item in category.Items)
            {
                KeyValuePair<EmulatedField, object?>[] values =
                [
                    new(items.Field(FieldNames.Gsid), item.Gsid),
                    new(items.Field(FieldNames.Name), item.Label),
                    new(items.Field("SystemName"), item.Label),
                    new(items.Field("CategoryId"), category.Gsid),
                    new(items.Field("CategoryName"), category.Name),
                    new(items.Field("Active"), item.Active),
                    new(items.Field("DisplayOrder"), (decimal)item.DisplayOrder),
                ];
                if (items.Store.Find(item.Gsid) is not { } row)
                {
                    _ = items.Add(values);
                }
                else if (!Equals(row[items.Field("Active")], item.Active))
                {
                    _ = items.Change(row, values);
                }
            }
        }
    }
}
