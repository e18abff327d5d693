using System.Text.Json;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>Whether answers show numbers as numbers.</summary>
internal sealed class NumberFact() : Fact("Numbers in answers", "numbers or text", "What a write refuses because of a field's metadata", Pages.Companies)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var sample = await tenant.SampleAsync(cancellationToken).ConfigureAwait(false);
        string[] fields = [.. sample.FieldsOf(DataType.Number, DataType.Currency)];
        JsonValueKind[] kinds = [.. sample.Rows.SelectMany(row => fields.Select(field => Sample.Value(row, field).ValueKind)).Where(kind => kind is JsonValueKind.Number or JsonValueKind.String).Distinct()];
        return kinds switch
        {
            [] => Finding.Needs("a company with a number, such as Employees"),
            [JsonValueKind.Number] => Finding.Expected("numbers"),
            [JsonValueKind.String] => Finding.Expected("text"),
            _ => Finding.Expected("numbers and text"),
        };
    }
}
