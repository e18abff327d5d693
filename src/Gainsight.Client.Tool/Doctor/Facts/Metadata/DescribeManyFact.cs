namespace Gainsight.Client.Tool.Doctor;

/// <summary>Whether one call describes several objects.</summary>
internal sealed class DescribeManyFact() : Fact("Describe of several objects", "one call, else one each", "Describe of several objects", Pages.Metadata)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var names = await NamesAsync(tenant, cancellationToken).ConfigureAwait(false);
        if (names.Length == 0)
        {
            return Finding.Open("the list of objects could not be read");
        }

        // Company is described with its picklists, so this answer must not replace it.
        _ = await tenant.DescribeAsync("Company", cancellationToken).ConfigureAwait(false);
        var answer = await AskAsync(tenant, names, cancellationToken).ConfigureAwait(false);
        tenant.Keep(answer);
        return answer.Rows is null ? Finding.Expected($"one each ({answer.CodeText})", "Describing many objects costs one call for each.")
            : answer.Rows.Count < names.Length ? Finding.Learned("one call, which leaves some out")
            : Finding.Expected("one call");
    }

    /// <summary>Describes the objects of the library in one call, without the items of picklists.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="names">The objects.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer.</returns>
    public static Task<Answer> AskAsync(Examination tenant, string[] names, CancellationToken cancellationToken) =>
        tenant.PostAsync(Routes.DescribeMany, Routes.DescribeManyBody(names), cancellationToken);

    /// <summary>The objects that the library has records for and the tenant lists.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The names.</returns>
    public static async Task<string[]> NamesAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var objects = await tenant.ObjectsAsync(cancellationToken).ConfigureAwait(false);
        return [.. FieldsFact.Objects.Select(one => one.Name).Where(name => objects?.Contains(name) == true)];
    }
}
