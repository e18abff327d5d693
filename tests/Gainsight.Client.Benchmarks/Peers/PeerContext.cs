using System.Text.Json.Serialization;

namespace Gainsight.Client.Benchmarks;

/// <summary>Source-generated serialization for the peers.</summary>
[JsonSerializable(typeof(CompanyQuery))]
[JsonSerializable(typeof(CompanyBody))]
[JsonSerializable(typeof(CompanyAnswer))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class PeerContext : JsonSerializerContext;
