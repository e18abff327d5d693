namespace Gainsight.Client.Tool.Doctor;

/// <summary>What a query answers that finds nothing.</summary>
internal sealed class EmptyResultFact() : Fact("A query that finds nothing", "any of three forms", "Form of \"no rows\"", Pages.Companies)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var sample = await tenant.SampleAsync(cancellationToken).ConfigureAwait(false);
        Condition[] never = sample.Rows.Count > 1
            ? [new("Gsid", "EQ", sample.Gsid(0)), new("Gsid", "EQ", sample.Gsid(1))]
            : [new("Gsid", "IS_NULL")];
        var answer = await tenant.QueryAsync(sample.ObjectName, new Query("Gsid") { Conditions = never }, cancellationToken).ConfigureAwait(false);
        return answer switch
        {
            { FoundNothing: true, Code: "GSOBJ_1011" } => Finding.Expected($"refused ({answer.CodeText})"),
            { FoundNothing: true } => Finding.Expected("result: false, no data found"),
            { Rows.Count: 0 } => Finding.Expected("an empty list"),
            { IsRefused: true } => Finding.Differs($"refused ({answer.CodeText})", "A query that finds nothing fails, and the library cannot tell it from a real failure. Please report it."),
            _ => Finding.Open("the query found rows that it should not find"),
        };
    }
}
