namespace Gainsight.Client;

/// <summary>An opportunity of Renewal Center (GS Opportunity). Experimental.</summary>
/// <remarks>
/// Gainsight's documentation shows only the display names of its fields, and not of all. Set any other field by name:
/// <c>opportunity["Region__gc"]</c>. A field that is absent and a field that is null both read as null; <see cref="GainsightRecord.IsSet"/> tells them apart.
/// </remarks>
[GainsightObject("gs_opportunity")]
[ObjectFacts(IsDescribed = true)]
public sealed partial class Opportunity : GainsightRecord
{
    /// <summary>The name.</summary>
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the display name.")]
    public partial string? Name { get; set; }

    /// <summary>The company. Set the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Field{string}, string)"/>. Gainsight shows it as "Company".</summary>
    [GainsightField(LookupTo = "company")]
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the display name.", IsOwner = true)]
    public partial string? CompanyId { get; set; }

    /// <summary>The id of the opportunity in the CRM that it comes from. Use it as the key.</summary>
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the display name.")]
    public partial string? ExternalId { get; set; }

    /// <summary>The description.</summary>
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the display name.")]
    public partial string? Description { get; set; }

    /// <summary>The stage, a picklist. Written as a label, read as the item's GSID.</summary>
    [GainsightField(DataType = nameof(DataType.Picklist))]
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the display name.")]
    public partial string? Stage { get; set; }

    /// <summary>The booking type.</summary>
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the display name.")]
    public partial string? BookingType { get; set; }

    /// <summary>The close date.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the display name.")]
    public partial DateOnly? CloseDate { get; set; }

    /// <summary>The due date.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the display name.")]
    public partial DateOnly? DueDate { get; set; }

    /// <summary>The target amount.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    [GainsightField(DataType = nameof(DataType.Currency))]
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the display name.")]
    public partial decimal? TargetAmount { get; set; }

    /// <summary>The forecast amount.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    [GainsightField(DataType = nameof(DataType.Currency))]
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the display name.")]
    public partial decimal? ForecastAmount { get; set; }

    /// <summary>The expected forecast.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    [GainsightField(DataType = nameof(DataType.Currency))]
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the display name.")]
    public partial decimal? ExpectedForecast { get; set; }

    /// <summary>The final amount.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    [GainsightField(DataType = nameof(DataType.Currency))]
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the display name.")]
    public partial decimal? FinalAmount { get; set; }

    /// <summary>The probability, in percent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    [GainsightField(DataType = nameof(DataType.Percentage))]
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the display name.")]
    public partial decimal? Probability { get; set; }

    /// <summary>The change of the amount. Set by Gainsight, never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    [GainsightField(DataType = nameof(DataType.Currency))]
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the display name. It is inferred that Gainsight sets it.")]
    public partial decimal? ChangeAmount { get; }

    /// <summary>The forecast of Gainsight's own model. Set by Gainsight, never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    [GainsightField("DSForecastAmount", DataType = nameof(DataType.Currency))]
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the display name. It is inferred that Gainsight sets it.")]
    public partial decimal? DsForecastAmount { get; }

    /// <summary>The likelihood by Gainsight's own model. Set by Gainsight, never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    [GainsightField("DSLikelihoodScore")]
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the display name. It is inferred that Gainsight sets it.")]
    public partial decimal? DsLikelihoodScore { get; }

    /// <summary>When the likelihood was calculated. Set by Gainsight, never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    [GainsightField("DSScoreUpdatedAt")]
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the display name. It is inferred that Gainsight sets it.")]
    public partial DateTimeOffset? DsScoreUpdatedAt { get; }
}
