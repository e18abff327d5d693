using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gainsight.Client.Benchmarks;

/// <summary>The same, keeping the custom fields the way System.Text.Json offers.</summary>
internal sealed class ExtendedCompanyPoco : CompanyPoco
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Custom { get; set; }
}
