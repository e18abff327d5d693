using System.Text.Json.Serialization;

namespace Gainsight.Client.Benchmarks;

/// <summary>Generated serialisation, the fastest that System.Text.Json has.</summary>
[JsonSerializable(typeof(List<CompanyPoco>))]
[JsonSerializable(typeof(List<ExtendedCompanyPoco>))]
[JsonSerializable(typeof(CompanyBody))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class CompanyPocoContext : JsonSerializerContext;
