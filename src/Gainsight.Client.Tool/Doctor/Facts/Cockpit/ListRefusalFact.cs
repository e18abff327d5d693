namespace Gainsight.Client.Tool.Doctor;

/// <summary>How the lists of Cockpit refuse a call.</summary>
internal sealed class ListRefusalFact() : Fact("A refused list of CTAs", "200 or 400", "Ctas.List", Pages.Ctas)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var answer = await CockpitCheck.ListAsync(tenant, cancellationToken, field: "GainsightDoctorProbe").ConfigureAwait(false);
        return answer.IsRouteMissing ? Finding.Refused(answer)
            : answer.IsRefused ? Finding.Expected(answer.CodeText)
            : Finding.Learned("accepted: the field is left out");
    }
}
