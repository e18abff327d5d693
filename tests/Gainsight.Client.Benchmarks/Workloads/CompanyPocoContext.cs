using System.Text.Json.Serialization;

namespace Gainsight.Client.Benchmarks;

/// <summary>Source-generated serialization, the fastest mode of System.Text.Json.</summary>
[JsonSerializable(typeof(List<CompanyPoco>))]
[JsonSerializable(typeof(List<ExtendedCompanyPoco>))]
[JsonSerializable(typeof(CompanyBody))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class CompanyPocoContext : JsonSerializerContext;
