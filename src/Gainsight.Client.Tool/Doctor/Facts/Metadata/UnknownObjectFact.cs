namespace Gainsight.Client.Tool.Doctor;

/// <summary>How the description of an unknown object is refused.</summary>
internal sealed class UnknownObjectFact() : Fact("Describe of an unknown object", "title OBJECT_NOT_FOUND", "Status of a refused describe", Pages.Metadata)
{
    /// <summary>A name that no object has.</summary>
    public new const string Name = "gainsight_doctor_probe";

    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var answer = await tenant.GetAsync(Routes.Describe(Name), cancellationToken).ConfigureAwait(false);
        return !answer.IsRefused ? Finding.Learned("accepted, without an object")
            : answer.Code == "OBJECT_NOT_FOUND" ? Finding.Expected(answer.CodeText)
            : Finding.Differs(answer.CodeText, "The library may take an unknown object for another failure. Please report it.");
    }
}
