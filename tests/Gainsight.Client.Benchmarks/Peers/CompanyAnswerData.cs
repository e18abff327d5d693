using System.Text.Json.Serialization;

namespace Gainsight.Client.Benchmarks;

/// <summary>The rows of an answer.</summary>
internal sealed record CompanyAnswerData([property: JsonPropertyName("records")] List<ExtendedCompanyPoco> Records);
