using System.Text.Json.Serialization;

namespace Gainsight.Client.Benchmarks;

/// <summary>A condition of a filter: the field has one of the values.</summary>
internal sealed record CompanyCondition([property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("value")] string[] Value)
{
    [JsonPropertyName("alias")]
    public string Alias => "A";

    [JsonPropertyName("operator")]
    public string Operator => "EQ";
}
