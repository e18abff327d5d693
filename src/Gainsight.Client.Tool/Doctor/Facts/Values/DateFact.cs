using System.Text.Json;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>How answers show dates and times.</summary>
internal sealed class DateFact() : Fact("Times in answers", "any known form", "Dates in answers", Pages.Companies)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var sample = await tenant.SampleAsync(cancellationToken).ConfigureAwait(false);
        string[] forms = [.. sample.Rows.Select(row => Form(Sample.Value(row, "ModifiedDate"))).OfType<string>().Distinct()];
        return forms switch
        {
            [] => Finding.Needs("a row with ModifiedDate"),
            [Unknown] => Finding.Differs(Unknown, "The library may not read these times. Please report it."),
            [var one] => Finding.Expected(one, one == Spaced ? "The library reads times without a zone as UTC." : ""),
            _ => Finding.Expected(string.Join(", ", forms.Order(StringComparer.Ordinal))),
        };
    }

    private const string Unknown = "an unknown form";
    private const string Spaced = "with a space, without a zone";

    private static string? Form(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number)
        {
            return "epoch milliseconds";
        }

        if (value.ValueKind != JsonValueKind.String || value.GetString() is not { Length: > 0 } text)
        {
            return null;
        }

        return text switch
        {
            _ when text.All(char.IsAsciiDigit) => "epoch milliseconds, as text",
            _ when Sample.Time(value) is null => Unknown,
            _ when text.Contains(' ', StringComparison.Ordinal) => Spaced,
            _ when text.EndsWith('Z') || text.EndsWith("+0000", StringComparison.Ordinal) || text.EndsWith("+00:00", StringComparison.Ordinal) => text.Contains('.', StringComparison.Ordinal) ? "ISO 8601 with milliseconds" : "ISO 8601 in seconds",
            _ when Math.Max(text.LastIndexOf('+'), text.LastIndexOf('-')) > 10 => "ISO 8601 with an offset",
            _ => "ISO 8601 without a zone",
        };
    }
}
