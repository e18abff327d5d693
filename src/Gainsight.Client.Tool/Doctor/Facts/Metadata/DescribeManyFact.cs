namespace Gainsight.Client.Tool.Doctor;

/// <summary>Whether one call describes several objects.</summary>
internal sealed class DescribeManyFact() : Fact("Describe of several objects", "one call, else one each", "Describe of several objects", Pages.Metadata)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var objects = await tenant.ObjectsAsync(cancellationToken).ConfigureAwait(false);
        string[] names = [.. FieldsFact.Objects.Select(one => one.Name).Where(name => objects?.Contains(name.ToLowerInvariant()) == true && name != "Company")];
        if (names.Length == 0)
        {
            return Finding.Open("the list of objects could not be read");
        }

        var answer = await tenant.PostAsync(Routes.DescribeMany, Routes.DescribeManyBody(names), cancellationToken).ConfigureAwait(false);
        tenant.Keep(answer);
        return answer.Rows is null ? Finding.Expected($"one each ({answer.CodeText})", "Describing many objects costs one call for each.")
            : answer.Rows.Count < names.Length ? Finding.Learned("one call, which leaves some out")
            : Finding.Expected("one call");
    }
}
