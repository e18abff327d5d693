namespace Gainsight.Client.Tool.Doctor;

/// <summary>By which route the tenant lists its objects.</summary>
internal sealed class ObjectListFact() : Fact("List of objects", "GET, else POST", "List of objects", Pages.Metadata)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var get = await tenant.GetAsync(Routes.ObjectList, cancellationToken).ConfigureAwait(false);
        if (get.Rows is not null)
        {
            return Finding.Expected("GET");
        }

        var post = await tenant.PostAsync(Routes.ObjectsByPost, Routes.ObjectsByPostBody, cancellationToken).ConfigureAwait(false);
        return post.Rows is not null
            ? Finding.Expected("POST only", "The library finds it out with one call in vain.")
            : Finding.Differs("neither", "The library cannot list objects. Reads and writes of named objects work.");
    }
}
