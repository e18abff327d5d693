using System.Text.Json.Serialization;

namespace Gainsight.Client;

/// <summary>An opportunity of Renewal Center (GS Opportunity). Experimental.</summary>
/// <remarks>
/// Of its fields Gainsight's documentation shows display names only, and not all: the API names here are inferred, unconfirmed. Any other goes by
/// name, as <c>opportunity["Region__gc"]</c>. An absent field and one that is null both read as null; <see cref="GainsightRecord.IsSet"/> tells them apart.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<Opportunity>))]
public sealed class Opportunity : GainsightRecord
{
    /// <summary>The name.</summary>
    public string? Name
    {
        get => Get(OpportunityFields.Name);
        set => Set(OpportunityFields.Name, value);
    }

    /// <summary>The company: the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Field{string}, string)"/>. Gainsight shows it as "Company".</summary>
    public string? CompanyId
    {
        get => Get(OpportunityFields.CompanyId);
        set => Set(OpportunityFields.CompanyId, value);
    }

    /// <summary>The id of the opportunity in the CRM that it comes from: the natural key.</summary>
    public string? ExternalId
    {
        get => Get(OpportunityFields.ExternalId);
        set => Set(OpportunityFields.ExternalId, value);
    }

    /// <summary>The description.</summary>
    public string? Description
    {
        get => Get(OpportunityFields.Description);
        set => Set(OpportunityFields.Description, value);
    }

    /// <summary>The stage, a picklist: written as a label, read as the item's GSID.</summary>
    public string? Stage
    {
        get => Get(OpportunityFields.Stage);
        set => Set(OpportunityFields.Stage, value);
    }

    /// <summary>The booking type.</summary>
    public string? BookingType
    {
        get => Get(OpportunityFields.BookingType);
        set => Set(OpportunityFields.BookingType, value);
    }

    /// <summary>The day on which it closes.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    public DateOnly? CloseDate
    {
        get => Get(OpportunityFields.CloseDate);
        set => Set(OpportunityFields.CloseDate, value);
    }

    /// <summary>The day on which it is due.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    public DateOnly? DueDate
    {
        get => Get(OpportunityFields.DueDate);
        set => Set(OpportunityFields.DueDate, value);
    }

    /// <summary>The target amount.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    public decimal? TargetAmount
    {
        get => Get(OpportunityFields.TargetAmount);
        set => Set(OpportunityFields.TargetAmount, value);
    }

    /// <summary>The forecast amount.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    public decimal? ForecastAmount
    {
        get => Get(OpportunityFields.ForecastAmount);
        set => Set(OpportunityFields.ForecastAmount, value);
    }

    /// <summary>The expected forecast.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    public decimal? ExpectedForecast
    {
        get => Get(OpportunityFields.ExpectedForecast);
        set => Set(OpportunityFields.ExpectedForecast, value);
    }

    /// <summary>The final amount.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    public decimal? FinalAmount
    {
        get => Get(OpportunityFields.FinalAmount);
        set => Set(OpportunityFields.FinalAmount, value);
    }

    /// <summary>The probability, in percent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    public decimal? Probability
    {
        get => Get(OpportunityFields.Probability);
        set => Set(OpportunityFields.Probability, value);
    }

    /// <summary>The change of the amount. Set by Gainsight (inferred), never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    public decimal? ChangeAmount => Get(OpportunityFields.ChangeAmount);

    /// <summary>The forecast of Gainsight's own model. Set by Gainsight (inferred), never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    public decimal? DsForecastAmount => Get(OpportunityFields.DsForecastAmount);

    /// <summary>The likelihood by Gainsight's own model. Set by Gainsight (inferred), never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    public decimal? DsLikelihoodScore => Get(OpportunityFields.DsLikelihoodScore);

    /// <summary>When that likelihood was worked out. Set by Gainsight (inferred), never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    public DateTimeOffset? DsScoreUpdatedAt => Get(OpportunityFields.DsScoreUpdatedAt);

    internal override ObjectDefinition Definition => OpportunityFields.Definition;
}
