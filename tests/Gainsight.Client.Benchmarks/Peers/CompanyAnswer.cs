using System.Text.Json.Serialization;

namespace Gainsight.Client.Benchmarks;

/// <summary>The answer of a query or of a write.</summary>
internal sealed record CompanyAnswer(
    [property: JsonPropertyName("result")] bool Result,
    [property: JsonPropertyName("errorCode")] string? ErrorCode,
    [property: JsonPropertyName("errorDesc")] string? ErrorDesc,
    [property: JsonPropertyName("data")] CompanyAnswerData? Data)
{
    /// <summary>The rows of an accepted call.</summary>
    public List<ExtendedCompanyPoco> Records => Result ? Data!.Records : throw new InvalidOperationException($"{ErrorCode}: {ErrorDesc}");
}
