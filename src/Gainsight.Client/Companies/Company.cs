using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Gainsight.Client;

/// <summary>A company.</summary>
/// <remarks>
/// Fields as in the Gainsight Company API documentation and a production integration's field map; <see cref="CompanyFields"/> has the
/// tokens. Custom fields go by name: <c>company["Region__gc"]</c>. An absent field and one that is null both read as null;
/// <see cref="GainsightRecord.IsSet"/> tells them apart.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<Company>))]
public sealed class Company : GainsightRecord
{
    /// <summary>The name: required, and the natural key of most integrations. Gainsight does not enforce that it is unique (inferred).</summary>
    public string? Name
    {
        get => Get(CompanyFields.Name);
        set => Set(CompanyFields.Name, value);
    }

    /// <summary>Annual recurring revenue. Some sources write <c>ARR</c>, the live ones <c>Arr</c>.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    public decimal? Arr
    {
        get => Get(CompanyFields.Arr);
        set => Set(CompanyFields.Arr, value);
    }

    /// <summary>Monthly recurring revenue.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    public decimal? Mrr
    {
        get => Get(CompanyFields.Mrr);
        set => Set(CompanyFields.Mrr, value);
    }

    /// <summary>The number of employees.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a whole number.</exception>
    public int? Employees
    {
        get => Get(CompanyFields.Employees);
        set => Set(CompanyFields.Employees, value);
    }

    /// <summary>The number of users.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a whole number.</exception>
    public int? Users
    {
        get => Get(CompanyFields.Users);
        set => Set(CompanyFields.Users, value);
    }

    /// <summary>How long the company has been a customer, in months. One production integration spells it <c>CustomerlifetimeInMonths</c>.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    public decimal? CustomerLifetimeInMonths
    {
        get => Get(CompanyFields.CustomerLifetimeInMonths);
        set => Set(CompanyFields.CustomerLifetimeInMonths, value);
    }

    /// <summary>The length of the life cycle, in weeks.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    public decimal? LifecycleInWeeks
    {
        get => Get(CompanyFields.LifecycleInWeeks);
        set => Set(CompanyFields.LifecycleInWeeks, value);
    }

    /// <summary>The day of the first contract.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    public DateOnly? OriginalContractDate
    {
        get => Get(CompanyFields.OriginalContractDate);
        set => Set(CompanyFields.OriginalContractDate, value);
    }

    /// <summary>The day of the next renewal.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    public DateOnly? RenewalDate
    {
        get => Get(CompanyFields.RenewalDate);
        set => Set(CompanyFields.RenewalDate, value);
    }

    /// <summary>The stage, a picklist: written as a label, read as the item's GSID.</summary>
    public string? Stage
    {
        get => Get(CompanyFields.Stage);
        set => Set(CompanyFields.Stage, value);
    }

    /// <summary>The status, a picklist: written as a label, read as the item's GSID.</summary>
    public string? Status
    {
        get => Get(CompanyFields.Status);
        set => Set(CompanyFields.Status, value);
    }

    /// <summary>The type of company, a picklist (confirmed by a live describe call).</summary>
    public string? CompanyType
    {
        get => Get(CompanyFields.CompanyType);
        set => Set(CompanyFields.CompanyType, value);
    }

    /// <summary>A picklist of four fixed values: Customer (the default), Ex-customer, Partner, Prospect.</summary>
    public string? ManagedAs
    {
        get => Get(CompanyFields.ManagedAs);
        set => Set(CompanyFields.ManagedAs, value);
    }

    /// <summary>The industry as text.</summary>
    public string? Industry
    {
        get => Get(CompanyFields.Industry);
        set => Set(CompanyFields.Industry, value);
    }

    /// <summary>The industry as a picklist. The data type is inferred, unconfirmed.</summary>
    [SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "The field's own name.")]
    public string? IndustryNew
    {
        get => Get(CompanyFields.IndustryNew);
        set => Set(CompanyFields.IndustryNew, value);
    }

    /// <summary>The tags, a multi-select (confirmed by a live describe call).</summary>
    public IReadOnlyList<string>? Tags
    {
        get => Get(CompanyFields.Tags);
        set => Set(CompanyFields.Tags, value);
    }

    /// <summary>The customer success manager, a user: the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/>.</summary>
    public string? Csm
    {
        get => Get(CompanyFields.Csm);
        set => Set(CompanyFields.Csm, value);
    }

    /// <summary>The parent company: the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/>.</summary>
    public string? ParentCompany
    {
        get => Get(CompanyFields.ParentCompany);
        set => Set(CompanyFields.ParentCompany, value);
    }

    /// <summary>The billing address.</summary>
    public string? BillingAddress
    {
        get => Get(CompanyFields.BillingAddress);
        set => Set(CompanyFields.BillingAddress, value);
    }

    /// <summary>A summary.</summary>
    public string? Summary
    {
        get => Get(CompanyFields.Summary);
        set => Set(CompanyFields.Summary, value);
    }

    /// <summary>The ticker symbol.</summary>
    public string? TickerSymbol
    {
        get => Get(CompanyFields.TickerSymbol);
        set => Set(CompanyFields.TickerSymbol, value);
    }

    /// <summary>The id of the Salesforce account, 15 or 18 characters.</summary>
    public string? SfdcAccountId
    {
        get => Get(CompanyFields.SfdcAccountId);
        set => Set(CompanyFields.SfdcAccountId, value);
    }

    /// <summary>The currency of the row in a multi-currency tenant. That it exists only there is inferred, unconfirmed.</summary>
    public string? CurrencyIsoCode
    {
        get => Get(CompanyFields.CurrencyIsoCode);
        set => Set(CompanyFields.CurrencyIsoCode, value);
    }

    /// <summary>The GSID of the scorecard. Set by Gainsight, never sent.</summary>
    public string? ScorecardId => Get(CompanyFields.ScorecardId);

    /// <summary>The current score: the GSID of a score of the tenant's scoring scheme, not a number (seen live). Set by Gainsight, never sent.</summary>
    public string? CurrentScore => Get(CompanyFields.CurrentScore);

    /// <summary>The previous score. Set by Gainsight, never sent. The data type is unknown, the name unconfirmed.</summary>
    public string? PreviousScore => Get(CompanyFields.PreviousScore);

    /// <summary>The trend of the score. Set by Gainsight, never sent. The data type is unknown.</summary>
    public string? Trend => Get(CompanyFields.Trend);

    /// <summary>The net promoter score. Set by Gainsight, never sent. That it is a number is inferred, unconfirmed.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    public decimal? Nps => Get(CompanyFields.Nps);

    /// <summary>The customer satisfaction score. Set by Gainsight, never sent. That it is a number is inferred, unconfirmed.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    public decimal? Csat => Get(CompanyFields.Csat);

    internal override ObjectDefinition Definition => CompanyFields.Definition;
}
