namespace Gainsight.Client;

/// <summary>How the rows of an object find their company: settings of a job, or a part of them.</summary>
public sealed record CompanyMatchSettings
{
    /// <summary>The field with the GSID of the company. The object may lack it if there is a <see cref="Fallback"/>. Default: <c>GsCompanyId</c>.</summary>
    public string Field { get; init; } = "GsCompanyId";

    /// <summary>The field of the object to use when <see cref="Field"/> is empty. Default: none.</summary>
    public string? Fallback { get; init; }

    /// <summary>The field of companies that has the value of <see cref="Fallback"/>. Default: <c>Name</c>.</summary>
    public string CompanyField { get; init; } = "Name";
}
