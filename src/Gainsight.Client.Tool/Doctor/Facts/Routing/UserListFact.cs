using System.Text.Json;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>The form of the list of users.</summary>
internal sealed class UserListFact() : Fact("Form of the list of users", "any known form", "Answers of user management", Pages.Users)
{
    /// <summary>The body of the call.</summary>
    public const string Body = """{"select":["Gsid","Name"],"limit":1,"page":0,"includeTotal":true}""";

    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var answer = await tenant.PostAsync("/v1/users/services/list", Body, cancellationToken, QuotaBuckets.Users).ConfigureAwait(false);
        if (answer.IsRefused)
        {
            return Finding.Refused(answer);
        }

        if (answer.Data.ValueKind == JsonValueKind.Array)
        {
            return Finding.Expected("a list");
        }

        string[] known = ["records", "users", "content"];
        string[] totals = ["total", "totalCount", "count"];
        var list = known.FirstOrDefault(name => Sample.Value(answer.Data, name).ValueKind == JsonValueKind.Array);
        var total = totals.FirstOrDefault(name => Sample.Value(answer.Data, name).ValueKind == JsonValueKind.Number);
        return list is null ? Finding.Differs("another form", "The library cannot read the list. Use Users.Query(), and please report it.")
            : Finding.Expected(total is null ? $"{list}, without a total" : $"{list} and {total}");
    }
}
