namespace Gainsight.Client.Tool.Doctor;

/// <summary>Whether the case of field names matters.</summary>
internal sealed class FieldCaseFact() : Fact("Case of field names", "not relied on", "Case of field names", Pages.Companies)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var sample = await tenant.SampleAsync(cancellationToken).ConfigureAwait(false);
        if (sample.Rows.Count < 1)
        {
            return Finding.Needs("a company or a user");
        }

        var answer = await tenant.QueryAsync(sample.ObjectName, new Query("gsid", "MODIFIEDDATE") { Limit = 1 }, cancellationToken).ConfigureAwait(false);
        var names = answer.Rows is [var row, ..] ? row.EnumerateObject().Select(member => member.Name).ToArray() : [];
        return answer.Rows is null ? Finding.Learned($"matters ({answer.CodeText})")
            : names.Contains("gsid", StringComparer.Ordinal) ? Finding.Learned("does not matter; answers repeat it")
            : Finding.Learned("does not matter");
    }
}
