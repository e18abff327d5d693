using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>The columns of a Cockpit list by their canonical names; default columns come last (official samples).</summary>
internal static class CockpitColumns
{
    public static List<(string Key, FieldPath Path)> Parse(RequestContext context, CockpitListView view, JsonElement body)
    {
        var sent = body.ValueKind == JsonValueKind.Object ? RequestJson.Member(body, "select") : null;
        List<JsonElement> names = sent is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];
        if (names.Count == 0 && view.SelectRequired)
        {
            throw CockpitReply.Invalid("Please add fields in the select clause");
        }

        var columns = new Dictionary<string, FieldPath>(StringComparer.Ordinal);
        var unknown = new List<string>();
        foreach (var name in names)
        {
            if (name.ValueKind != JsonValueKind.String || Resolve(context, view, name.GetString()!) is not { Path: { } path } column)
            {
                unknown.Add(name.ToString());
            }
            else
            {
                _ = columns.TryAdd(column.Key, path);
            }
        }

        if (unknown.Count > 0)
        {
            throw CockpitReply.Invalid("Invalid fields in select clause - " + string.Join(", ", unknown));
        }

        foreach (var name in view.Defaults)
        {
            (var key, var path) = Resolve(context, view, name);
            _ = columns.TryAdd(key, path!);
        }

        return [.. columns.Select(column => (column.Key, column.Value))];
    }

    /// <summary>Finds a field by its name in any case, by a path over lookups, or by an alias of the list.</summary>
    public static (string Key, FieldPath? Path) Resolve(RequestContext context, CockpitListView view, string name)
    {
        var source = context.Tenant.Find(view.ObjectName)!;
        try
        {
            if (view.Aliases.FirstOrDefault(pair => string.Equals(pair.Key, name, StringComparison.OrdinalIgnoreCase)) is { Key: { } alias } found)
            {
                return (alias, FieldPath.Parse(context.Tenant, source, found.Value));
            }

            var path = FieldPath.Parse(context.Tenant, source, name);
            return (path.Canonical, path);
        }
        catch (RefusedException)
        {
            return (name, null);
        }
    }
}
