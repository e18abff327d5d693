using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client;

/// <summary>The fields of a company.</summary>
/// <remarks>
/// Names and types from the Gainsight Company object pages, a production integration's field map, and a live describe call of two of
/// them; what is only inferred says so. Custom fields: <see cref="Field.Custom{T}(string)"/>.
/// </remarks>
public static class CompanyFields
{
    /// <inheritdoc cref="SystemFields.Gsid"/>
    public static Field<string> Gsid => SystemFields.Gsid;

    /// <summary>The name: required, and the natural key of most integrations. Gainsight does not enforce that it is unique (inferred).</summary>
    public static Field<string> Name { get; } = new("Name", DataType.String);

    /// <summary>Annual recurring revenue. Some sources write <c>ARR</c>, the live ones <c>Arr</c>.</summary>
    public static Field<decimal> Arr { get; } = new("Arr", DataType.Currency);

    /// <summary>Monthly recurring revenue.</summary>
    public static Field<decimal> Mrr { get; } = new("Mrr", DataType.Currency);

    /// <summary>The number of employees.</summary>
    public static Field<int> Employees { get; } = new("Employees", DataType.Number);

    /// <summary>The number of users.</summary>
    public static Field<int> Users { get; } = new("Users", DataType.Number);

    /// <summary>How long the company has been a customer, in months. One production integration spells it <c>CustomerlifetimeInMonths</c>.</summary>
    public static Field<decimal> CustomerLifetimeInMonths { get; } = new("CustomerLifetimeInMonths", DataType.Number);

    /// <summary>The length of the life cycle, in weeks.</summary>
    public static Field<decimal> LifecycleInWeeks { get; } = new("LifecycleInWeeks", DataType.Number);

    /// <summary>The day of the first contract.</summary>
    public static Field<DateOnly> OriginalContractDate { get; } = new("OriginalContractDate", DataType.Date);

    /// <summary>The day of the next renewal.</summary>
    public static Field<DateOnly> RenewalDate { get; } = new("RenewalDate", DataType.Date);

    /// <summary>The stage, a picklist: written as a label, read as the item's GSID.</summary>
    public static Field<string> Stage { get; } = new("Stage", DataType.Picklist);

    /// <summary>The status, a picklist: written as a label, read as the item's GSID.</summary>
    public static Field<string> Status { get; } = new("Status", DataType.Picklist);

    /// <summary>The type of company, a picklist (confirmed by a live describe call).</summary>
    public static Field<string> CompanyType { get; } = new("CompanyType", DataType.Picklist);

    /// <summary>A picklist of four fixed values: Customer (the default), Ex-customer, Partner, Prospect.</summary>
    public static Field<string> ManagedAs { get; } = new("ManagedAs", DataType.Picklist);

    /// <summary>The industry as text.</summary>
    public static Field<string> Industry { get; } = new("Industry", DataType.String);

    /// <summary>The industry as a picklist. The data type is inferred, unconfirmed.</summary>
    [SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "The field's own name.")]
    public static Field<string> IndustryNew { get; } = new("IndustryNew", DataType.Picklist);

    /// <summary>The tags, a multi-select (confirmed by a live describe call).</summary>
    public static Field<IReadOnlyList<string>> Tags { get; } = new("Tags", DataType.MultiSelect);

    /// <summary>The customer success manager, a user.</summary>
    public static LookupField Csm { get; } = new("Csm", "gsuser");

    /// <summary>The parent company.</summary>
    public static LookupField ParentCompany { get; } = new("ParentCompany", "company");

    /// <summary>The billing address.</summary>
    public static Field<string> BillingAddress { get; } = new("BillingAddress", DataType.String);

    /// <summary>A summary.</summary>
    public static Field<string> Summary { get; } = new("Summary", DataType.String);

    /// <summary>The ticker symbol.</summary>
    public static Field<string> TickerSymbol { get; } = new("TickerSymbol", DataType.String);

    /// <summary>The id of the Salesforce account, 15 or 18 characters.</summary>
    public static Field<string> SfdcAccountId { get; } = new("SfdcAccountId", DataType.SfdcId);

    /// <summary>The currency of the row in a multi-currency tenant. That it exists only there is inferred, unconfirmed.</summary>
    public static Field<string> CurrencyIsoCode { get; } = new("CurrencyIsoCode", DataType.String);

    /// <summary>The GSID of the scorecard. Set by Gainsight, never sent.</summary>
    public static Field<string> ScorecardId { get; } = new("ScorecardId", DataType.Gsid, isReadOnly: true);

    /// <summary>The current score: the GSID of a score of the tenant's scoring scheme, not a number (seen live). Set by Gainsight, never sent.</summary>
    public static Field<string> CurrentScore { get; } = new("CurrentScore", DataType.Gsid, isReadOnly: true);

    /// <summary>The previous score. Set by Gainsight, never sent. The data type is unknown, the name unconfirmed.</summary>
    public static Field<string> PreviousScore { get; } = new("PreviousScore", default, isReadOnly: true);

    /// <summary>The trend of the score. Set by Gainsight, never sent. The data type is unknown.</summary>
    public static Field<string> Trend { get; } = new("Trend", default, isReadOnly: true);

    /// <summary>The net promoter score. Set by Gainsight, never sent. That it is a number is inferred, unconfirmed.</summary>
    public static Field<decimal> Nps { get; } = new("Nps", DataType.Number, isReadOnly: true);

    /// <summary>The customer satisfaction score. Set by Gainsight, never sent. That it is a number is inferred, unconfirmed.</summary>
    public static Field<decimal> Csat { get; } = new("Csat", DataType.Number, isReadOnly: true);

    /// <inheritdoc cref="SystemFields.CreatedDate"/>
    public static Field<DateTimeOffset> CreatedDate => SystemFields.CreatedDate;

    /// <inheritdoc cref="SystemFields.ModifiedDate"/>
    public static Field<DateTimeOffset> ModifiedDate => SystemFields.ModifiedDate;

    /// <inheritdoc cref="SystemFields.CreatedBy"/>
    public static LookupField CreatedBy => SystemFields.CreatedBy;

    /// <inheritdoc cref="SystemFields.ModifiedBy"/>
    public static LookupField ModifiedBy => SystemFields.ModifiedBy;

    /// <summary>Every standard field, system fields included.</summary>
    public static IReadOnlyList<Field> All { get; } =
    [
        SystemFields.Gsid, Name, Arr, Mrr, Employees, Users, CustomerLifetimeInMonths, LifecycleInWeeks, OriginalContractDate, RenewalDate,
        Stage, Status, CompanyType, ManagedAs, Industry, IndustryNew, Tags, Csm, ParentCompany, BillingAddress, Summary, TickerSymbol,
        SfdcAccountId, CurrencyIsoCode, ScorecardId, CurrentScore, PreviousScore, Trend, Nps, Csat,
        SystemFields.CreatedDate, SystemFields.ModifiedDate, SystemFields.CreatedBy, SystemFields.ModifiedBy,
    ];

    /// <summary>The company as the engines see it. Selected unless told otherwise: all but the fields that not every tenant may have.</summary>
    internal static ObjectDefinition Definition { get; } = new("Company", All)
    {
        DefaultSelect = [.. All.Except([CurrencyIsoCode, PreviousScore])],
        Required = [Name],
    };
}
