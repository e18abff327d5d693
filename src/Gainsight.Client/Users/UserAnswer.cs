using System.Runtime.InteropServices;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Reads the errors of single users from the answer of a user management call. The form of these answers is unknown.</summary>
internal static class UserAnswer
{
    /// <summary>Whether the data of a refusal says that some users were written, or which were not. A mere list of users does not count, because it may repeat what was sent.</summary>
    public static bool TellsOfRecords(ReadOnlyMemory<byte> data) => Count(data) > 0 || Errors(data).Count > 0;

    /// <summary>The errors of single users, by every text in the answer that may identify the user.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<RecordError>> Errors(ReadOnlyMemory<byte> data)
    {
        var errors = new Dictionary<string, IReadOnlyList<RecordError>>(StringComparer.OrdinalIgnoreCase);
        if (data.IsEmpty)
        {
            return errors;
        }

        using var document = AnswerJson.Parse(data);
        foreach (var record in LenientJson.Items(LenientJson.Find(document.RootElement, "records") ?? default))
        {
            if (LenientJson.Find(record, "errors") is { } list && RecordErrorReader.Read(JsonMarshal.GetRawUtf8Value(list).ToArray()) is { Count: > 0 } found)
            {
                foreach (var id in Ids(record))
                {
                    errors[id] = found;
                }
            }
        }

        return errors;
    }

    private static int Count(ReadOnlyMemory<byte> data)
    {
        using var document = AnswerJson.Parse(data);
        return LenientJson.Find(document.RootElement, "count") is { ValueKind: JsonValueKind.Number } count && count.TryGetInt32(out var number) ? number : 0;
    }

    private static IEnumerable<string> Ids(JsonElement record)
    {
        foreach (var member in record.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.String && AnswerJson.NameOf(member) is var name
                && (UserFields.SfdcUserName.IsNamed(name) || UserFields.Gsid.IsNamed(name)
                    || UserFields.SfdcUserId.IsNamed(name) || UserFields.Email.IsNamed(name)))
            {
                yield return AnswerJson.Text(member.Value);
            }
        }
    }
}
