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

    /// <summary>Makes the items of a field that exists those of the seed: others are removed.</summary>
    public static void ReplaceItems(PicklistCategory? category, JsonElement items, string what)
    {
        var list = SeedJson.Items(items, $"the items of {what}");
        if (category is null)
        {
            throw SeedJson.Invalid($"{what} is not a picklist");
        }

        var labels = list.ConvertAll(json => (Label: LabelOf(json), Gsid: GsidOf(json), Order: OrderOf(json)));
        if (labels.GroupBy(item => item.Label, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw SeedJson.Invalid($"{what} has the item {twice.Key} twice");
        }

        foreach ((var item, var json) in category.Arrange(labels).Zip(list))
        {
            SetFlags(item, json);
        }
    }

    private static void AddItem(PicklistCategory category, JsonElement json)
    {
        var label = LabelOf(json);

        // A seed may name an item that the tenant has already, for example one that a later version of the default tenant brought.
        var item = category.Items.FirstOrDefault(item => item.Label == label)
            ?? category.AddItem(label, GsidOf(json), OrderOf(json));
        SetFlags(item, json);
    }

    private static void SetFlags(PicklistItem item, JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Object)
        {
            item.Active = SeedJson.Flag(json, "active", otherwise: true);
            item.IsDefault = SeedJson.Flag(json, "default", otherwise: false);
        }
    }

    private static string LabelOf(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return SeedJson.AsText(json, "a picklist item");
        }

        SeedJson.AllowOnly(json, "A picklist item", "label", "gsid", "order", "active", "default");
        return SeedJson.RequiredText(json, "label", "A picklist item");
    }

    private static int? OrderOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("order", out _) ? SeedJson.PositiveInt32(json, "order", otherwise: 0) : null;

    private static string? GsidOf(JsonElement json) => SeedJson.Text(json, "gsid") switch
    {
        null => null,
        var gsid when GsidGenerator.IsWellFormed(gsid) => gsid,
        _ => throw SeedJson.Invalid("The gsid of a picklist item is not 36 digits and upper-case letters"),
    };
}
