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

    /// <summary>Adds items to a picklist.</summary>
    /// <param name="category">The picklist, or null if the field is none.</param>
    /// <param name="items">The items.</param>
    /// <param name="what">What the items belong to, for messages.</param>
    /// <param name="replaces">Whether the picklist has these items and no others afterwards. Those that it had keep their GSIDs, unless the seed says otherwise.</param>
    public static void AddItems(PicklistCategory? category, JsonElement items, string what, bool replaces = false)
    {
        var list = SeedJson.Items(items, $"the items of {what}");
        if (category is null)
        {
            _ = list.Count == 0 && !replaces ? 0 : throw SeedJson.Invalid($"{what} is not a picklist");
            return;
        }

        var before = replaces ? category.Clear() : new Dictionary<string, PicklistItem>();
        foreach (var json in list)
        {
            AddItem(category, json, before);
        }
    }

    private static void AddItem(PicklistCategory category, JsonElement json, IReadOnlyDictionary<string, PicklistItem> before)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            _ = Item(category, SeedJson.AsText(json, "a picklist item"), before);
            return;
        }

        SeedJson.AllowOnly(json, "A picklist item", "label", "active", "default", "gsid", "order");
        var label = SeedJson.RequiredText(json, "label", "A picklist item");
        var item = SeedJson.Text(json, "gsid") is { } gsid ? ItemWithGsid(category, json, label, gsid) : Item(category, label, before);
        item.Active = SeedJson.Flag(json, "active", otherwise: true);
        item.IsDefault = SeedJson.Flag(json, "default", otherwise: false);
    }

    /// <summary>Writes the items with their GSIDs, which rows hold, and their positions, which have gaps once an item was removed.</summary>
    public static void Write(Utf8JsonWriter json, PicklistCategory category)
    {
        json.WriteStartArray("items");
        foreach (var item in category.Items)
        {
            json.WriteStartObject();
            json.WriteString("label", item.Label);
            json.WriteString("gsid", item.Gsid);
            json.WriteNumber("order", item.DisplayOrder);
            SeedJson.WriteUnless(json, "active", item.Active, usual: true);
            SeedJson.WriteUnless(json, "default", item.IsDefault, usual: false);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static PicklistItem ItemWithGsid(PicklistCategory category, JsonElement json, string label, string gsid)
    {
        if (category.Items.FirstOrDefault(item => item.Label == label || item.Gsid == gsid) is { } existing)
        {
            return existing.Label == label && existing.Gsid == gsid
                ? existing
                : throw SeedJson.Invalid($"The picklist {category.Name} has the item '{existing.Label}' with the GSID {existing.Gsid} already");
        }

        if (!GsidGenerator.IsWellFormed(gsid))
        {
            throw SeedJson.Invalid($"The gsid of the item '{label}' must have {GsidGenerator.Length} digits and upper-case letters");
        }

        var last = category.Items.Count == 0 ? 0 : category.Items[^1].DisplayOrder;
        return category.Add(new PicklistItem(gsid, label, SeedJson.Int32(json, "order", least: last + 1, otherwise: last + 1)));
    }

    /// <summary>A seed may name an item that the tenant has already, for example one that a later version of the default tenant brought.</summary>
    private static PicklistItem Item(PicklistCategory category, string label, IReadOnlyDictionary<string, PicklistItem> before)
    {
        if (category.Items.FirstOrDefault(item => item.Label == label) is { } existing)
        {
            return existing;
        }

        return before.GetValueOrDefault(label) is { } earlier
            ? category.Add(new PicklistItem(earlier.Gsid, label, category.Items.Count == 0 ? 1 : category.Items[^1].DisplayOrder + 1))
            : category.AddItem(label);
    }
}
