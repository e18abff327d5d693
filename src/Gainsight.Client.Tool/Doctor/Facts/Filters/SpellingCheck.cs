namespace Gainsight.Client.Tool.Doctor;

/// <summary>Finds a row by another spelling of one of its texts.</summary>
internal static class SpellingCheck
{
    /// <summary>Runs the check.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="types">The types of the fields.</param>
    /// <param name="suits">Which texts can be spelled in another way.</param>
    /// <param name="respell">Spells a text in another way.</param>
    /// <param name="needs">The row that is needed.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The finding.</returns>
    public static async Task<Finding> RunAsync(
        Examination tenant, DataType[] types, Func<string, bool> suits, Func<string, string> respell, string needs, CancellationToken cancellationToken)
    {
        var sample = await tenant.SampleAsync(cancellationToken).ConfigureAwait(false);
        if (sample.FindText(sample.FieldsOf(types), suits) is not (var row, var field, var text))
        {
            return Finding.Needs(needs);
        }

        var gsid = Sample.Text(row, "Gsid")!;
        var found = await tenant.FindAsync([new("Gsid", "EQ", gsid), new(field, "EQ", respell(text))], cancellationToken).ConfigureAwait(false);
        return found is null ? Finding.Open("the filter was refused")
            : found.Contains(gsid) ? Finding.Expected("the same", "Rows whose keys differ only so are one row for the tenant. Upserts of the library allow for it.")
            : Finding.Expected("different");
    }
}
