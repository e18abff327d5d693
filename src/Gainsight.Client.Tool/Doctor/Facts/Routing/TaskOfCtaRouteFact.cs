namespace Gainsight.Client.Tool.Doctor;

/// <summary>Which of the two lists of a CTA's tasks the tenant has.</summary>
internal sealed class TaskOfCtaRouteFact() : Fact("Lists of one CTA's tasks", "POST and GET", "Task routes, verbs, keys", Pages.Tasks)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var ctas = await CockpitCheck.ListAsync(tenant, cancellationToken).ConfigureAwait(false);
        if (ctas.Rows is not [var row, ..] || Sample.Text(row, "Gsid") is not { Length: > 0 } cta)
        {
            return Finding.Needs("a CTA");
        }

        var path = $"/v2/cockpit/task/list/{Uri.EscapeDataString(cta)}";
        var get = await tenant.GetAsync(path, cancellationToken).ConfigureAwait(false);
        var post = await tenant.PostAsync(path, CockpitCheck.Body(["Name"]), cancellationToken).ConfigureAwait(false);
        return (get.IsRefused, post.IsRefused) switch
        {
            (false, false) => Finding.Expected("POST and GET"),
            (true, false) => Finding.Learned("POST only"),
            (false, true) => Finding.Differs("GET only", "ListByCta needs the other call: use the list by GET."),
            _ => Finding.Differs("neither", "Read tasks with Tasks.Query() and a filter on CtaId."),
        };
    }
}
