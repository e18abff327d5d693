namespace Gainsight.Client.Emulator;

/// <summary>
/// The object <c>da_picklist</c>, which holds the items of all picklists. That it can be queried is known from live
/// connectors; the names of its fields are not (inferred from the dropdown call, unconfirmed).
/// </summary>
internal static class PicklistObject
{
    private const string Name = "da_picklist";

    public static void AddTo(TenantData tenant)
    {
        var items = tenant.Add(new(tenant, Name, "Picklist", EmulatedObjectKind.System, "1I00") { Writable = false });
        DefaultTenant.AddSystemFields(items);
        _ = items.AddField(FieldNames.Name, EmulatedDataType.String);
        _ = items.AddField("SystemName", EmulatedDataType.String);
        _ = items.AddField("CategoryId", EmulatedDataType.Gsid);
        _ = items.AddField("CategoryName", EmulatedDataType.String);
        _ = items.AddField("Active", EmulatedDataType.Boolean);
        _ = items.AddField("DisplayOrder", EmulatedDataType.Number);
        foreach (var field in items.Fields)
        {
            field.ReadOnly = true;
        }

        items.BringUpToDate = () => Refresh(tenant, items);
    }

    /// <summary>Brings the rows up to what the picklists hold now.</summary>
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
