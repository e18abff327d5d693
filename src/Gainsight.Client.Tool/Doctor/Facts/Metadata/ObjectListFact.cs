namespace Gainsight.Client.Tool.Doctor;

/// <summary>By which route the tenant lists its objects.</summary>
internal sealed class ObjectListFact() : Fact("List of objects", "GET, else POST", "List of objects", Pages.Metadata)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var get = await tenant.GetAsync(Routes.ObjectList, cancellationToken).ConfigureAwait(false);
        var post = await tenant.PostAsync(Routes.ObjectsByPost, Routes.ObjectsByPostBody, cancellationToken).ConfigureAwait(false);
        return (get.Rows, post.Rows) switch
        {
            (not null, not null) => Finding.Expected("GET and POST"),
            (not null, null) => Finding.Expected("GET only"),
            (null, not null) => Finding.Expected("POST only", "The library finds it out with one call in vain. An override saves it.") with
            {
                Settings = [("RouteOverrides:Metadata.ListObjects", "POST /v1/meta/services/objects")],
            },
            _ => Finding.Differs("neither", "The library cannot list objects. Reads and writes of named objects work."),
        };
    }
}
