using System.Text.Json;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>The route and the form of a configuration of Cockpit.</summary>
internal sealed class ConfigurationFact(string operation, string path, string category, string page)
    : Fact($"Form of {operation}", "a map or a list", "Categories `SUCCESS_PLAN_STATUS`, `OBJECTIVE_CATEGORY`; form of the configuration", page)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var answer = await tenant.GetAsync($"{path}?category={category}&et=COMPANY", cancellationToken).ConfigureAwait(false);
        return answer.IsRefused ? Finding.Differs($"refused ({answer.CodeText})", "Labels of types and statuses cannot be checked before a write.")
            : answer.Data.ValueKind switch
            {
                JsonValueKind.Array => Finding.Expected("a list"),
                JsonValueKind.Object when answer.Data.TryGetProperty(category, out _) => Finding.Expected("a map by category"),
                _ => Finding.Differs("another form", "Labels of types and statuses cannot be checked before a write. Please report it."),
            };
    }
}
