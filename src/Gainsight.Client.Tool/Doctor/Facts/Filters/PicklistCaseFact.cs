namespace Gainsight.Client.Tool.Doctor;

/// <summary>Whether the case of a picklist label matters in filters.</summary>
internal sealed class PicklistCaseFact() : Fact("Case of picklist labels", "not relied on", "What a write refuses because of a field's metadata", Pages.Companies)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        if (await PicklistFilterFact.ItemAsync(tenant, cancellationToken).ConfigureAwait(false) is not (var gsid, var field, _, var label)
            || !label.Any(char.IsAsciiLetter))
        {
            return Finding.Needs("a company with a picklist item, such as Stage");
        }

        if (!await PicklistFilterFact.FindsAsync(tenant, gsid, field, label, cancellationToken).ConfigureAwait(false))
        {
            return Finding.Open("labels do not find the row");
        }

        var upper = label.ToUpperInvariant();
        var other = label != upper ? upper : string.Concat(label.Select(char.ToLowerInvariant));
        return await PicklistFilterFact.FindsAsync(tenant, gsid, field, other, cancellationToken).ConfigureAwait(false)
            ? Finding.Learned("does not matter")
            : Finding.Learned("matters, in filters", "Preflight refuses another case too.");
    }
}
