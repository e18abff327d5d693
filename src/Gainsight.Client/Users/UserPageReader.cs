using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Reads a page of users. Its form is unknown, so it may be an array, or an object with a list and a total under one of several names.</summary>
internal static class UserPageReader
{
    public static UserPage Read(ReadOnlyMemory<byte> data)
    {
        if (data.IsEmpty)
        {
            return new() { Users = [], Total = null };
        }

        using var document = AnswerJson.Parse(data);
        var root = document.RootElement;
        var list = Array.Find([root, Member("records"), Member("users"), Member("content")], each => each.ValueKind == JsonValueKind.Array);
        return new()
        {
            Users = list.ValueKind == JsonValueKind.Array ? new RecordPageReader<User>().Read(JsonMarshal.GetRawUtf8Value(list)) : [],
            Total = int.TryParse(LenientJson.FindText(root, "total", "totalcount", "count"), NumberStyles.None, CultureInfo.InvariantCulture, out var total) ? total : null,
        };

        JsonElement Member(string name) => LenientJson.Find(root, name) ?? default;
    }
}
