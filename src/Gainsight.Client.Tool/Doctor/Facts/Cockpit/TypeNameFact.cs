namespace Gainsight.Client.Tool.Doctor;

/// <summary>Whether a query of CTAs reads the names of types, as the library's queries do.</summary>
internal sealed class TypeNameFact()
    : Fact("TypeId__gr.Name in queries of CTAs", "accepted", "`TypeId__gr.Name` and the like in `Records.Query` of `call_to_action`, `cs_task`, `cta_group`", Pages.Ctas)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var answer = await tenant.QueryAsync("call_to_action", new Query("Gsid", "TypeId__gr.Name", "StatusId__gr.Name") { Limit = 1 }, cancellationToken).ConfigureAwait(false);
        return answer.Rows is null
            ? Finding.Differs($"refused ({answer.CodeText})", "Ctas.Query() without Select fails. Name the fields with Select.")
            : Finding.Expected("accepted") with { Confidence = answer.Rows.Count > 0 ? "seen" : "likely" };
    }
}
