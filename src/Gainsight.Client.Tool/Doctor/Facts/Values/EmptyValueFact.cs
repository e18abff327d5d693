using System.Text.Json;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>How a row shows a field without a value.</summary>
internal sealed class EmptyValueFact() : Fact("Empty fields in rows", "null, absent or \"\"", "Dates in answers", Pages.Companies)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var sample = await tenant.SampleAsync(cancellationToken).ConfigureAwait(false);
        if (sample.Description is null)
        {
            return Finding.Open("the object could not be described");
        }

        HashSet<string> forms = new(StringComparer.Ordinal);
        var dates = sample.FieldsOf(DataType.Date, DataType.DateTime).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var read = sample.Rows.SelectMany(row => row.EnumerateObject().Select(member => member.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        // A field that no row has may be one that the query did not select.
        var selected = sample.Description.Fields.Select(field => field.Name).Where(name => read.Contains(name) || dates.Contains(name)).ToArray();
        foreach (var row in sample.Rows)
        {
            foreach (var name in selected)
            {
                var value = Sample.Value(row, name);
                _ = value.ValueKind switch
                {
                    JsonValueKind.Null => forms.Add("null"),
                    JsonValueKind.Undefined => forms.Add("absent"),
                    JsonValueKind.String when dates.Contains(name) && value.GetString()!.Length == 0 => forms.Add("\"\" for dates"),
                    _ => false,
                };
            }
        }

        return forms.Count == 0 ? Finding.Needs("a row with an empty field") : Finding.Expected(string.Join(", ", forms.Order(StringComparer.Ordinal)));
    }
}
