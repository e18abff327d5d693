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

    /// <summary>The sum of five fields and a custom one, so that all are read.</summary>
    public decimal Sum()
    {
        decimal sum = 0;
        foreach (var row in Records)
        {
            sum += row.Name!.Length + row.Arr!.Value + row.Employees!.Value + row.RenewalDate!.Value.Day + row.Stage!.Length + row.Custom!["Seats__gc"].GetDecimal();
        }

        return sum;
    }
}
