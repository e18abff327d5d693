namespace Gainsight.Client.Benchmarks;

/// <summary>The class that a team would write by hand for the 25 standard fields of the page. Custom fields are dropped.</summary>
internal class CompanyPoco
{
    public string? Gsid { get; set; }

    public string? Name { get; set; }

    public decimal? Arr { get; set; }

    public decimal? Mrr { get; set; }

    public int? Employees { get; set; }

    public int? Users { get; set; }

    public decimal? CustomerLifetimeInMonths { get; set; }

    public decimal? LifecycleInWeeks { get; set; }

    public DateOnly? OriginalContractDate { get; set; }

    public DateOnly? RenewalDate { get; set; }

    public string? Stage { get; set; }

    public string? Status { get; set; }

    public string? CompanyType { get; set; }

    public string? ManagedAs { get; set; }

    public string? Industry { get; set; }

    public string? IndustryNew { get; set; }

    public string? Csm { get; set; }

    public string? ParentCompany { get; set; }

    public string? BillingAddress { get; set; }

    public string? Summary { get; set; }

    public string? TickerSymbol { get; set; }

    public string? SfdcAccountId { get; set; }

    public string? CurrencyIsoCode { get; set; }

    public DateTimeOffset? CreatedDate { get; set; }

    public DateTimeOffset? ModifiedDate { get; set; }
}
