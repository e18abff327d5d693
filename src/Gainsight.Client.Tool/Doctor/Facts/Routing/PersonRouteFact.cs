namespace Gainsight.Client.Tool.Doctor;

/// <summary>Which path of the People API the tenant has. Only a write shows that the path takes people.</summary>
internal sealed class PersonRouteFact() : Fact("Path of people", "/v1/peoplemgmt/v1.0/people", "Path of the person upsert", Pages.People)
{
    private const string Older = "/v1.0/api/people";

    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var expected = tenant.Options.RouteOverrides.TryGetValue("People.Upsert", out var configured) ? configured.Split(' ')[^1] : Expected;
        var answer = await tenant.GetAsync(expected, cancellationToken).ConfigureAwait(false);
        if (!answer.IsRouteMissing)
        {
            return Finding.Expected("is there, by GET") with { Confidence = "likely" };
        }

        var other = expected == Expected ? Older : Expected;
        answer = await tenant.GetAsync(other, cancellationToken).ConfigureAwait(false);
        return answer.IsRouteMissing
            ? Finding.Open("neither path answers a GET. They may still take a PUT")
            : Finding.Differs($"{other}, by GET", "The other path does not answer. That people are written there is likely, and only a write shows it.", ("RouteOverrides:People.Upsert", other)) with { Confidence = "likely" };
    }
}
