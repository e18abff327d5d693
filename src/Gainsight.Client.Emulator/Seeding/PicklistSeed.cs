using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Reads the section <c>picklists</c>, and the <c>items</c> of a field: labels, or objects with more than a label.</summary>
internal static class PicklistSeed
{
    public static void Load(TenantData tenant, JsonElement picklists)
    {
        foreach (var picklist in SeedJson.Members(picklists, "picklists"))
        {
            var path = picklist.Name.Split('.');
            var category = (path.Length == 2 ? tenant.Find(path[0])?.FindField(path[1])?.Picklist : null)
                ?? throw SeedJson.Invalid($"The seed names an unknown picklist {picklist.Name}: write Object.Field");
            AddItems(category, picklist.Value, picklist.Name);
        }
    }

    public static void AddItems(PicklistCategory? category, JsonElement items, string what)
    {
        foreach (var json in SeedJson.Items(items, $"the items of {what}"))
        {
            if (category is null)
            {
                throw SeedJson.Invalid($"{what} is not a picklist");
            }

            AddItem(category, json);
        }
    }

    private static void AddItem(PicklistCategory category, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            _ = Item(category, SeedJson.AsText(json, "a picklist item"));
            return;
        }

        SeedJson.AllowOnly(json, "A picklist item", "label", "active", "default");
        var item = Item(category, SeedJson.RequiredText(json, "label", "A picklist item"));
        item.Active = SeedJson.Flag(json, "active", otherwise: true);
        item.IsDefault = SeedJson.Flag(json, "default", otherwise: false);
    }

    /// <summary>A seed may name an item that the tenant has already, for example one that a later version of the default tenant brought.</summary>
    private static PicklistItem Item(PicklistCategory category, string label) =>
        category.Items.FirstOrDefault(item => item.Label == label) ?? category.AddItem(label);
}
