using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Reads the records that a CTA is linked to, with the members of official samples.</summary>
internal static class AssociatedRecordReader
{
    public static IReadOnlyList<AssociatedRecord>? Read(JsonElement? json)
    {
        if (json is not { ValueKind: JsonValueKind.Array } list)
        {
            return json is null or { ValueKind: JsonValueKind.Null }
                ? null
                : throw new GainsightProtocolException($"{CtaFields.AssociatedRecords} is not a list.");
        }

        return [.. LenientJson.ListOf(list, ReadOne).OfType<AssociatedRecord>()];
    }

    private static AssociatedRecord? ReadOne(JsonElement item) => item.ValueKind == JsonValueKind.Object
        ? new(Text(item, "recordId"u8) ?? string.Empty, Text(item, "objectName"u8), Text(item, "source"u8))
        : null;

    private static string? Text(JsonElement item, ReadOnlySpan<byte> name) =>
        AnswerJson.Member(item, name) is { ValueKind: JsonValueKind.String } value ? AnswerJson.Text(value) : null;
}
