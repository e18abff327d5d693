using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client;

/// <summary>A company.</summary>
/// <remarks>
/// <see cref="CompanyFields"/> has the tokens. Custom fields are set by name, <c>company["Region__gc"]</c>, or declared with
/// <see cref="GainsightFieldsOfAttribute{T}"/>. A field that is absent and a field that is null both read as null;
/// <see cref="GainsightRecord.IsSet"/> tells them apart.
/// </remarks>
[GainsightObject("Company")]
public sealed partial class Company : GainsightRecord
{
    /// <summary>The name. Required, and the key of most integrations. Gainsight does not enforce that it is unique.</summary>
    [FieldFacts(Confidence.Official, IsRequired = true)]
    public partial string? Name { get; set; }

    /// <summary>Annual recurring revenue.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    [GainsightField(DataType = nameof(DataType.Currency))]
    [FieldFacts(Confidence.Live, Note = "Some sources write `ARR`.")]
    public partial decimal? Arr { get; set; }

    /// <summary>Monthly recurring revenue.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    [GainsightField(DataType = nameof(DataType.Currency))]
    [FieldFacts(Confidence.Live)]
    public partial decimal? Mrr { get; set; }

    /// <summary>The number of employees.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a whole number.</exception>
    [FieldFacts(Confidence.Live)]
    public partial int? Employees { get; set; }

    /// <summary>The number of users.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a whole number.</exception>
    [FieldFacts(Confidence.Live)]
    public partial int? Users { get; set; }

    /// <summary>How long the company has been a customer, in months.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    [FieldFacts(Confidence.Live, Note = "One production integration spells it `CustomerlifetimeInMonths`.")]
    public partial decimal? CustomerLifetimeInMonths { get; set; }

    /// <summary>The length of the lifecycle, in weeks.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    [FieldFacts(Confidence.Live)]
    public partial decimal? LifecycleInWeeks { get; set; }

    /// <summary>The date of the first contract.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    [FieldFacts(Confidence.Live)]
    public partial DateOnly? OriginalContractDate { get; set; }

    /// <summary>The date of the next renewal.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    [FieldFacts(Confidence.Live)]
    public partial DateOnly? RenewalDate { get; set; }

    /// <summary>The stage, a picklist. Written as a label, read as the item's GSID.</summary>
    [GainsightField(DataType = nameof(DataType.Picklist))]
    [FieldFacts(Confidence.Live)]
    public partial string? Stage { get; set; }

    /// <summary>The status, a picklist. Written as a label, read as the item's GSID.</summary>
    [GainsightField(DataType = nameof(DataType.Picklist))]
    [FieldFacts(Confidence.Live)]
    public partial string? Status { get; set; }

    /// <summary>The type of company, a picklist.</summary>
    [GainsightField(DataType = nameof(DataType.Picklist))]
    [FieldFacts(Confidence.Live, Note = "Seen in a live describe call.")]
    public partial string? CompanyType { get; set; }

    /// <summary>A picklist of four fixed values: Customer (the default), Ex-customer, Partner, Prospect.</summary>
    [GainsightField(DataType = nameof(DataType.Picklist))]
    [FieldFacts(Confidence.Official)]
    public partial string? ManagedAs { get; set; }

    /// <summary>The industry as text.</summary>
    [FieldFacts(Confidence.Live)]
    public partial string? Industry { get; set; }

    /// <summary>The industry as a picklist.</summary>
    [SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "The field's own name.")]
    [GainsightField(DataType = nameof(DataType.Picklist))]
    [FieldFacts(Confidence.Live, Note = "It is inferred that it is a picklist.")]
    public partial string? IndustryNew { get; set; }

    /// <summary>The tags, a multi-select.</summary>
    [FieldFacts(Confidence.Live, Note = "Seen in a live describe call.")]
    public partial IReadOnlyList<string>? Tags { get; set; }

    /// <summary>The customer success manager, a user. Set the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/>.</summary>
    [GainsightField(LookupTo = "gsuser")]
    [FieldFacts(Confidence.Live)]
    public partial string? Csm { get; set; }

    /// <summary>The parent company. Set the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/>.</summary>
    [GainsightField(LookupTo = "company")]
    [FieldFacts(Confidence.Live)]
    public partial string? ParentCompany { get; set; }

    /// <summary>The billing address.</summary>
    [FieldFacts(Confidence.Live)]
    public partial string? BillingAddress { get; set; }

    /// <summary>A summary.</summary>
    [FieldFacts(Confidence.Live)]
    public partial string? Summary { get; set; }

    /// <summary>The ticker symbol.</summary>
    [FieldFacts(Confidence.Live)]
    public partial string? TickerSymbol { get; set; }

    /// <summary>The id of the Salesforce account, 15 or 18 characters.</summary>
    [GainsightField(DataType = nameof(DataType.SfdcId))]
    [FieldFacts(Confidence.Live)]
    public partial string? SfdcAccountId { get; set; }

    /// <summary>The currency of the row in a multi-currency tenant.</summary>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "It is inferred that only multi-currency tenants have it.")]
    public partial string? CurrencyIsoCode { get; set; }

    /// <summary>The GSID of the scorecard. Set by Gainsight, never sent.</summary>
    [GainsightField(DataType = nameof(DataType.Gsid))]
    [FieldFacts(Confidence.Live)]
    public partial string? ScorecardId { get; }

    /// <summary>The current score: the GSID of a score of the tenant's scoring scheme, not a number. Set by Gainsight, never sent.</summary>
    [GainsightField(DataType = nameof(DataType.Gsid))]
    [FieldFacts(Confidence.Live)]
    public partial string? CurrentScore { get; }

    /// <summary>The previous score. Set by Gainsight, never sent.</summary>
    [GainsightField(DataType = "", IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "The data type is unknown.")]
    public partial string? PreviousScore { get; }

    /// <summary>The trend of the score. Set by Gainsight, never sent.</summary>
    [GainsightField(DataType = "")]
    [FieldFacts(Confidence.Live, Note = "The data type is unknown.")]
    public partial string? Trend { get; }

    /// <summary>The net promoter score. Set by Gainsight, never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    [FieldFacts(Confidence.Live, Note = "It is inferred that it is a number.")]
    public partial decimal? Nps { get; }

    /// <summary>The customer satisfaction score. Set by Gainsight, never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    [FieldFacts(Confidence.Live, Note = "It is inferred that it is a number.")]
    public partial decimal? Csat { get; }
}
