using System.Text.Json.Serialization;

namespace Gainsight.Client.Benchmarks;

/// <summary>The filter of a query. All conditions must be met.</summary>
internal sealed record CompanyWhere([property: JsonPropertyName("conditions")] CompanyCondition[] Conditions)
{
    [JsonPropertyName("expression")]
    public string Expression => "A";
}
