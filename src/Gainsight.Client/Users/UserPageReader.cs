using System.Text;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Reads a page of users, of whose form nothing is known: an array, or an object with a list and a total under one of several names.</summary>
internal static class UserPageReader
{
    private static readonly string[] Lists = ["records", "users", "content"];

    private static readonly string[] Totals = ["total", "totalCount", "count"];

    public static UserPage Read(ReadOnlyMemory<byte> data)
    {
        if (data.IsEmpty)
        {
            return new() { Users = [], Total = null };
        }

        using var document = JsonDocument.Parse(data);
        JsonElement root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Array)
        {
            return new() { Users = Rows(root), Total = null };
        }

        JsonElement? list = Find(root, Lists, JsonValueKind.Array);
        return new()
        {
            Users = list is { } rows ? Rows(rows) : [],
            Total = Find(root, Totals, JsonValueKind.Number) is { } total && total.TryGetInt32(out int count) ? count : null,
        };
    }

    private static IReadOnlyList<User> Rows(JsonElement list) => new RecordPageReader<User>().Read(Encoding.UTF8.GetBytes(list.GetRawText()));

    private static JsonElement? Find(JsonElement root, string[] names, JsonValueKind kind)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (string name in names)
        {
            foreach (JsonProperty member in root.EnumerateObject())
            {
                if (member.Value.ValueKind == kind && member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return member.Value;
                }
            }
        }

        return null;
    }
}
