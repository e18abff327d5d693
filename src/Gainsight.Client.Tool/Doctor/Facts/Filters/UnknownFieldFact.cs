using System.Net;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>How a query is refused, shown by a field that no object has.</summary>
internal sealed class UnknownFieldFact() : Fact("A refused query", "400 with a code", "A field that a query's `select` names and the object lacks", Pages.Companies)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var sample = await tenant.SampleAsync(cancellationToken).ConfigureAwait(false);
        var answer = await tenant.QueryAsync(sample.ObjectName, new Query("Gsid", "GainsightDoctorProbe") { Limit = 1 }, cancellationToken).ConfigureAwait(false);
        return !answer.IsRefused ? Finding.Learned("accepted: the field is left out", "A misspelled field goes unnoticed. The library checks names by metadata where it explains a failure.")
            : answer.Status == HttpStatusCode.OK ? Finding.Expected($"{answer.CodeText}, result: false", "The library judges by result, not by the status.")
            : Finding.Expected(answer.CodeText);
    }
}
