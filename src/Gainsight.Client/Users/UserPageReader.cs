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
        var total = Number("total", "totalcount") ?? Number("count");
        var hasList = list.ValueKind == JsonValueKind.Array;
        if (!hasList && total != 0 && root.ValueKind != JsonValueKind.Null)
        {
            throw new GainsightProtocolException(
                "The list of users has a form that this library does not know, so its users cannot be read. Read them with Users.Query() instead.");
        }

        var users = hasList ? new RecordPageReader<User>().Read(JsonMarshal.GetRawUtf8Value(list)) : [];

        // A count can be that of all users or that of the page. If it is as large as the page, it proves nothing.
        return new() { Users = users, Total = users.Count > 0 && Number("total", "totalcount") is null && total == users.Count ? null : total };

        int? Number(params ReadOnlySpan<string> names) =>
            int.TryParse(LenientJson.FindText(root, names), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

        JsonElement Member(string name) => LenientJson.Find(root, name) ?? default;
    }
}
