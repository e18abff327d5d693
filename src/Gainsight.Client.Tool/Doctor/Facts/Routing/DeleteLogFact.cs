namespace Gainsight.Client.Tool.Doctor;

/// <summary>Whether the tenant has a log of deleted rows, and in which form.</summary>
internal sealed class DeleteLogFact(string log, string wire) : Fact(log, "there, or counted as empty", wire, Pages.Deleted)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var answer = await tenant.QueryAsync(Name, new Query("RecordId", "DeletedOn", "ObjectName"), cancellationToken).ConfigureAwait(false);
        if (answer.Rows is not { } rows)
        {
            return Finding.Expected($"missing ({answer.CodeText})", "Change feeds then see no deletions of this kind.");
        }

        string[] names = [.. rows.Select(row => Sample.Text(row, "ObjectName")).OfType<string>().Distinct()];
        return names.Length == 0 ? Finding.Expected("there, without rows")
            : Finding.Expected(!names.Any(name => name.Any(char.IsAsciiLetterUpper)) ? "there, objects in lower case" : "there, objects in mixed case");
    }
}
