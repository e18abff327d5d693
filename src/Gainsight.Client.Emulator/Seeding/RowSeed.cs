using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Reads the sections <c>users</c> and <c>rows</c>. Rows go through the back door, so they may set what the API refuses.</summary>
internal static class RowSeed
{
    /// <summary>Loads the rows of a complete seed: a row has what the seed says and nothing else, no defaults and no generated values.</summary>
    public static void Restore(TenantData tenant, JsonElement objects) =>
        EachRow(tenant, objects, (target, row) => _ = target.Restore(Values(tenant, target, row)));

    /// <summary>Loads the section <c>deleted</c>: the rows that an object lists as deleted, and when each was deleted.</summary>
    public static void RestoreDeleted(TenantData tenant, JsonElement objects) => EachRow(tenant, objects, (target, item) =>
    {
        SeedJson.AllowOnly(item, "A deleted row", "at", "row");
        var deleted = target.Deleted ?? throw SeedJson.Invalid($"The object {target.Name} does not list its deleted rows");
        if (!WireDates.TryParseDateTime(SeedJson.RequiredText(item, "at", "A deleted row"), TimeSpan.Zero, out var at))
        {
            throw SeedJson.Invalid("The time of a deletion must be a date-time such as 2027-01-31T12:00:00Z");
        }

        deleted.Add((target.ToRow(Values(tenant, target, SeedJson.Member(item, "row"))), at));
    });

    /// <summary>Reads the section <c>clear</c>: objects that lose the rows that they have, before the seed brings others. Nothing is logged as deleted.</summary>
    public static void Clear(TenantData tenant, JsonElement objects)
    {
        foreach (var name in SeedJson.Items(objects, "clear").Select(item => SeedJson.AsText(item, "each name of clear")))
        {
            var target = tenant.Find(name) ?? throw SeedJson.Invalid($"The seed names an unknown object {name}");
            foreach (var row in target.Store.All.ToList())
            {
                _ = target.Store.Remove(row.Gsid);
            }

            tenant.ApiUser = target.Name == ObjectNames.User ? null : tenant.ApiUser;
        }
    }

    public static void LoadUsers(TenantData tenant, JsonElement users) =>
        EachRow(tenant, ObjectNames.User, users, (target, row) => Insert(tenant, target, row));

    public static void Load(TenantData tenant, JsonElement objects) => EachRow(tenant, objects, (target, row) => Insert(tenant, target, row));

    /// <summary>Reads a value. A lookup may be an object such as <c>{"Email":"rhea@northwind.example"}</c>, because GSIDs are not known in advance.</summary>
    public static object? Value(TenantData tenant, EmulatedObject owner, string field, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.TryGetDecimal(out var number) ? number : throw SeedJson.Invalid($"The number {field} is too large"),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ when owner.FindField(field)?.DataType == EmulatedDataType.Json => json.GetRawText(),
        JsonValueKind.Array => json.EnumerateArray().Select(item => SeedJson.AsText(item, $"each item of {field}")).ToArray(),
        _ when owner.FindField(field)?.LookupObject is { } target => FindGsid(tenant, target, field, json),
        _ => throw SeedJson.Invalid($"The field {field} does not accept an object"),
    };

    private static void EachRow(TenantData tenant, JsonElement objects, Action<EmulatedObject, JsonElement> load)
    {
        foreach (var rows in SeedJson.Members(objects, "rows"))
        {
            EachRow(tenant, rows.Name, rows.Value, load);
        }
    }

    private static void EachRow(TenantData tenant, string name, JsonElement rows, Action<EmulatedObject, JsonElement> load)
    {
        var target = tenant.Find(name) ?? throw SeedJson.Invalid($"The seed names an unknown object {name}");
        var number = 0;
        foreach (var row in SeedJson.Items(rows, name))
        {
            number++;
            SeedJson.Within($"Row {number} of {target.Name}", () => load(target, row));
        }
    }

    private static void Insert(TenantData tenant, EmulatedObject target, JsonElement row)
    {
        var gsid = target.Insert([.. Values(tenant, target, row)]);
        tenant.ApiUser ??= target.Name == ObjectNames.User ? gsid : null;
    }

    private static IEnumerable<(string Field, object? Value)> Values(TenantData tenant, EmulatedObject target, JsonElement row) =>
        SeedJson.Members(row, "A row").Select(member => (member.Name, Value(tenant, target, member.Name, member.Value)));

    private static string FindGsid(TenantData tenant, string target, string lookup, JsonElement json)
    {
        var source = tenant.Find(target) ?? throw SeedJson.Invalid($"The lookup {lookup} points to an unknown object");
        List<(EmulatedField Field, object? Value)> wanted = SeedJson.Members(json, lookup).ConvertAll(member =>
        {
            var field = source.FindField(member.Name) ?? throw SeedJson.Invalid($"The object {source.Name} has no field {member.Name}");
            return (field, ClrValueConverter.Convert(field, Value(tenant, source, member.Name, member.Value)));
        });
        return source.Store.All.FirstOrDefault(row => wanted.TrueForAll(pair => Equals(row[pair.Field], pair.Value)))?.Gsid
            ?? throw SeedJson.Invalid($"The lookup {lookup} finds no row of {source.Name}");
    }
}
