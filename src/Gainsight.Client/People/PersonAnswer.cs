using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Reads the id of a person from an answer. No source shows its form, so it may be a person, a list of people, or the bare id.</summary>
internal static class PersonAnswer
{
    private const int GsidLength = 36;

    /// <summary>The GSID in <c>data</c>, or null when there is none.</summary>
    public static string? GsidOf(ReadOnlyMemory<byte> data)
    {
        if (data.IsEmpty)
        {
            return null;
        }

        using var document = AnswerJson.Parse(data);
        return GsidOf(document.RootElement);
    }

    /// <summary>The GSID in a person, in the first person of a list, or in a bare text.</summary>
    public static string? GsidOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => AnswerJson.Text(element) is { Length: GsidLength } text && text.All(char.IsAsciiLetterOrDigit) ? text : null,
        JsonValueKind.Array => LenientJson.ListOf(element, GsidOf).Find(gsid => gsid is not null),
        _ => LenientJson.FindText(element, "gsid", "persongsid", "personid", "id")
            ?? (LenientJson.Find(element, "person", "records", "people", "persons", "data") is { } inner ? GsidOf(inner) : null),
    };
}
