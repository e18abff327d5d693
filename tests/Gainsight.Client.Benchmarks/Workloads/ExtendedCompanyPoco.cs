using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gainsight.Client.Benchmarks;

/// <summary>The same class, with the custom fields kept in the extension data of System.Text.Json.</summary>
internal sealed class ExtendedCompanyPoco : CompanyPoco
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Custom { get; set; }
}
