namespace Gainsight.Client.Benchmarks.Records;

/// <summary>What a team writes by hand today: the baseline.</summary>
internal sealed class CompanyPoco
{
    public string? Gsid { get; set; }

    public string? Name { get; set; }

    public string? Industry { get; set; }

    public string? Stage { get; set; }

    public string? Status { get; set; }

    public string? Csm { get; set; }

    public string? TickerSymbol { get; set; }

    public string? BillingAddress { get; set; }

    public decimal? Arr { get; set; }

    public decimal? Mrr { get; set; }

    public int? Employees { get; set; }

    public int? Users { get; set; }

    public DateOnly? RenewalDate { get; set; }

    public DateOnly? OriginalContractDate { get; set; }

    public DateTimeOffset? ModifiedDate { get; set; }
}
