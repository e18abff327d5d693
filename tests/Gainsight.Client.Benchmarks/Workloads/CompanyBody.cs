using System.Text.Json.Serialization;

namespace Gainsight.Client.Benchmarks;

/// <summary>The body of a write call.</summary>
internal sealed record CompanyBody([property: JsonPropertyName("records")] List<CompanyPoco> Records);
