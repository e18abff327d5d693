using System.Text.Json;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>Whether the rows of a query are a list, or in an object.</summary>
internal sealed class QueryDataFact() : Fact("Form of a query's rows", "either form", "Form of `data` in a query's answer", Pages.Companies)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var companies = await tenant.CompaniesAsync(cancellationToken).ConfigureAwait(false);
        var form = Form(companies.Answer);
        if (form is null)
        {
            var sample = await tenant.SampleAsync(cancellationToken).ConfigureAwait(false);
            return Form(sample.Answer) is { } other ? Finding.Learned($"{other}, for users") : Finding.Needs("a company");
        }

        if (form == List)
        {
            // The samples show a list for companies and an object for users.
            var users = await tenant.QueryAsync("GsUser", new Query("Gsid") { Limit = 1 }, cancellationToken).ConfigureAwait(false);
            if (Form(users) == Records)
            {
                return Finding.Expected($"{List} for companies, {Records} for users");
            }
        }

        return Finding.Expected(form);
    }

    private const string List = "a list";
    private const string Records = "records in an object";

    private static string? Form(Answer answer) => answer switch
    {
        { IsRefused: true } => null,
        { Data.ValueKind: JsonValueKind.Array } => List,
        { Rows: not null } => Records,
        _ => "another form",
    };
}
