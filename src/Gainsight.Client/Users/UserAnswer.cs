using System.Runtime.InteropServices;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Reads the errors of single users from the answer of a user management call. The form of these answers is unknown.</summary>
internal static class UserAnswer
{
    /// <summary>Whether the data of a refusal says that some users were written, or which were not. A mere list of users does not count, because it may repeat what was sent.</summary>
    public static bool TellsOfRecords(ReadOnlyMemory<byte> data) => Count(data) > 0 || Errors(data).Count > 0;

    /// <summary>The errors of single users, each with the values by which the answer may identify the user.</summary>
    public static IReadOnlyList<UserError> Errors(ReadOnlyMemory<byte> data)
    {
        var errors = new List<UserError>();
        if (data.IsEmpty)
        {
            return errors;
        }

        using var document = AnswerJson.Parse(data);
        foreach (var record in LenientJson.Items(LenientJson.Find(document.RootElement, "records") ?? default))
        {
            if (LenientJson.Find(record, "errors") is { } list && RecordErrorReader.Read(JsonMarshal.GetRawUtf8Value(list).ToArray()) is { Count: > 0 } found)
            {
                errors.Add(new(Ids(record), found));
            }
        }

        return errors;
    }

    private static int Count(ReadOnlyMemory<byte> data)
    {
        using var document = AnswerJson.Parse(data);
        return LenientJson.Find(document.RootElement, "count") is { ValueKind: JsonValueKind.Number } count && count.TryGetInt32(out var number) ? number : 0;
    }

    private static Dictionary<string, string> Ids(JsonElement record)
    {
        var ids = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in record.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.String && UserError.IsId(AnswerJson.NameOf(member)) && AnswerJson.Text(member.Value) is { Length: > 0 } text)
            {
                ids[AnswerJson.NameOf(member)] = text;
            }
        }

        return ids;
    }
}
