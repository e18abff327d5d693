namespace Gainsight.Client.Emulator;

internal static partial class DefaultTenant
{
    /// <summary>The custom object with a field of every data type.</summary>
    private static void AddAsset(TenantData tenant)
    {
        var asset = AddCustomObject(tenant, "Asset__gc", "Asset");
        asset.AddField("Serial_Number__gc", EmulatedDataType.String).Length = 50;
        _ = asset.AddField("Vendor_Id__gc", EmulatedDataType.Gsid);
        _ = asset.AddField("Sfdc_Asset_Id__gc", EmulatedDataType.SfdcId);
        _ = asset.AddField("Contact_Email__gc", EmulatedDataType.Email);
        _ = asset.AddField("Homepage__gc", EmulatedDataType.Url);
        asset.AddField("Notes__gc", EmulatedDataType.RichText).Length = 131_072;
        _ = asset.AddField("Seats__gc", EmulatedDataType.Number);
        _ = asset.AddField("Utilization__gc", EmulatedDataType.Percentage);
        _ = asset.AddField("Cost__gc", EmulatedDataType.Currency);
        var inUse = asset.AddField("In_Use__gc", EmulatedDataType.Boolean);
        inUse.Nillable = false;
        inUse.DefaultValue = false;
        _ = asset.AddField("Purchased_On__gc", EmulatedDataType.Date);
        _ = asset.AddField("Last_Seen__gc", EmulatedDataType.DateTime);
        asset.AddField("Company__gc", EmulatedDataType.Lookup).LookupObject = Company;
        asset.AddField("Parent_Asset__gc", EmulatedDataType.Lookup).LookupObject = asset.Name;
        _ = asset.AddField("Tier__gc", EmulatedDataType.Picklist).With("Gold", "Silver", "Bronze");
        _ = asset.AddField("Regions__gc", EmulatedDataType.MultiSelect).With("EMEA", "AMER", "APAC");
        _ = asset.AddField("Settings__gc", EmulatedDataType.Json);
        _ = asset.AddField("Json_Text__gc", EmulatedDataType.JsonString);
        _ = asset.AddField("Json_Number__gc", EmulatedDataType.JsonNumber);
        _ = asset.AddField("Json_Flag__gc", EmulatedDataType.JsonBoolean);
    }

    public static EmulatedObject AddCustomObject(TenantData tenant, string name, string label)
    {
        var number = tenant.Objects.Count(each => each.Kind == EmulatedObjectKind.Custom);
        var prefix = "1Z" + (number + 1).ToString("00", System.Globalization.CultureInfo.InvariantCulture);
        var custom = tenant.Add(new(tenant, name, label, EmulatedObjectKind.Custom, prefix));
        AddSystemFields(custom);
        _ = custom.AddField(FieldNames.Name, EmulatedDataType.String);
        return custom;
    }
}
