using System.Net;
using System.Text.Json;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>The outcome of a call that Gainsight answered: a success, or a refusal.</summary>
/// <param name="Data">The <c>data</c> of a success. Undefined for a refusal.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The code of a refusal, or null.</param>
/// <param name="Description">Gainsight's text of a refusal, or null. It is never shown.</param>
/// <param name="Exchange">The answer as it came.</param>
internal sealed record Answer(JsonElement Data, HttpStatusCode Status, string? Code, string? Description, Exchange? Exchange)
{
    /// <summary>Whether the call was refused.</summary>
    public bool IsRefused { get; init; }

    /// <summary>Whether the tenant has no such route.</summary>
    public bool IsRouteMissing => IsRefused && (Code == "GS_APIG_1000" || (Code is null && Status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed));

    /// <summary>Whether a query was refused only because it found nothing.</summary>
    public bool FoundNothing => IsRefused && (Code == "GSOBJ_1011" || Description?.Contains("No data found", StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>The rows, or null if the call was refused or its answer has none.</summary>
    public IReadOnlyList<JsonElement>? Rows => FoundNothing ? [] : IsRefused ? null : RowsOf(Data);

    /// <summary>The code of the refusal for people. An unusual text could quote the tenant, and is not shown.</summary>
    public string CodeText => Code is { Length: <= 40 } && Code.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter == '_')
        ? $"{(int)Status} {Code}"
        : $"{(int)Status}";

    private static JsonElement[]? RowsOf(JsonElement data)
    {
        if (data.ValueKind == JsonValueKind.Array)
        {
            return [.. data.EnumerateArray()];
        }

        if (data.ValueKind == JsonValueKind.Object)
        {
            foreach (var name in new[] { "records", "users", "content" })
            {
                if (data.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array)
                {
                    return [.. list.EnumerateArray()];
                }
            }
        }

        return null;
    }
}
