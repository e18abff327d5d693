using System.Text.Json;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>Whether NE finds rows without a value.</summary>
internal sealed class NotEqualFact() : Fact("NE and empty fields", "not relied on", "Records.Query", Pages.Companies)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var sample = await tenant.SampleAsync(cancellationToken).ConfigureAwait(false);
        var known = sample.Rows.SelectMany(row => row.EnumerateObject().Select(member => member.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var field in sample.FieldsOf(DataType.String).Where(known.Contains))
        {
            foreach (var row in sample.Rows)
            {
                if (Sample.Value(row, field).ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
                {
                    var gsid = Sample.Text(row, "Gsid")!;
                    var found = await tenant.FindAsync([new("Gsid", "EQ", gsid), new(field, "NE", "gainsight-doctor")], cancellationToken).ConfigureAwait(false);
                    return found is null ? Finding.Open("the filter was refused")
                        : found.Contains(gsid) ? Finding.Learned("finds them")
                        : Finding.Learned("does not find them", "Add IS_NULL if rows without a value are wanted.");
                }
            }
        }

        return Finding.Needs("a row with an empty text");
    }
}
