using System.Text.Json.Serialization;

namespace Gainsight.Client;

/// <summary>A relationship: a part of a company, such as a product line or a region, that is looked after on its own.</summary>
/// <remarks>
/// Fields as in <see cref="RelationshipFields"/>, which says how well each is known; any other goes by name. An absent field and one that is
/// null both read as null; <see cref="GainsightRecord.IsSet"/> tells them apart.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<Relationship>))]
public sealed class Relationship : GainsightRecord
{
    /// <summary>The name. That an insert needs it is inferred, unconfirmed.</summary>
    public string? Name
    {
        get => Get(RelationshipFields.Name);
        set => Set(RelationshipFields.Name, value);
    }

    /// <summary>The company that the relationship belongs to: the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Field{string}, string)"/>. That an insert needs it is inferred, unconfirmed.</summary>
    public string? CompanyId
    {
        get => Get(RelationshipFields.CompanyId);
        set => Set(RelationshipFields.CompanyId, value);
    }

    /// <summary>The type: the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Field{string}, string)"/> with <see cref="RelationshipTypeFields.Name"/>. Name and target are inferred, unconfirmed.</summary>
    public string? TypeId
    {
        get => Get(RelationshipFields.TypeId);
        set => Set(RelationshipFields.TypeId, value);
    }

    /// <summary>The customer success manager, a user: the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Field{string}, string)"/>.</summary>
    public string? Csm
    {
        get => Get(RelationshipFields.Csm);
        set => Set(RelationshipFields.Csm, value);
    }

    /// <summary>Annual recurring revenue. The API name is inferred from the display name, unconfirmed.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    public decimal? Arr
    {
        get => Get(RelationshipFields.Arr);
        set => Set(RelationshipFields.Arr, value);
    }

    /// <summary>Monthly recurring revenue. The API name is inferred from the display name, unconfirmed.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    public decimal? Mrr
    {
        get => Get(RelationshipFields.Mrr);
        set => Set(RelationshipFields.Mrr, value);
    }

    /// <summary>One-time revenue. The API name is inferred from the display name, unconfirmed.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    public decimal? OnetimeRevenue
    {
        get => Get(RelationshipFields.OnetimeRevenue);
        set => Set(RelationshipFields.OnetimeRevenue, value);
    }

    /// <summary>The day of the first contract. The API name is inferred from the display name, unconfirmed.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    public DateOnly? OriginalContractDate
    {
        get => Get(RelationshipFields.OriginalContractDate);
        set => Set(RelationshipFields.OriginalContractDate, value);
    }

    /// <summary>How long the relationship has lasted, in months. The API name is inferred from the display name, unconfirmed.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    public decimal? LifetimeInMonths
    {
        get => Get(RelationshipFields.LifetimeInMonths);
        set => Set(RelationshipFields.LifetimeInMonths, value);
    }

    /// <summary>The stage, a picklist: written as a label, read as the item's GSID. The API name is inferred from the display name, unconfirmed.</summary>
    public string? Stage
    {
        get => Get(RelationshipFields.Stage);
        set => Set(RelationshipFields.Stage, value);
    }

    /// <summary>The status, a picklist: written as a label, read as the item's GSID. The API name is inferred from the display name, unconfirmed.</summary>
    public string? Status
    {
        get => Get(RelationshipFields.Status);
        set => Set(RelationshipFields.Status, value);
    }

    /// <summary>The GSID of the scorecard. Set by Gainsight, never sent. The API name is inferred from the display name, unconfirmed.</summary>
    public string? ScorecardId => Get(RelationshipFields.ScorecardId);

    /// <summary>The current score: the GSID of a score, as a company's is. That, and the API name, are inferred, unconfirmed. Set by Gainsight, never sent.</summary>
    public string? CurrentScore => Get(RelationshipFields.CurrentScore);

    /// <summary>The previous score. Set by Gainsight, never sent. The API name is inferred from the display name, unconfirmed.</summary>
    public string? PreviousScore => Get(RelationshipFields.PreviousScore);

    /// <summary>The net promoter score. Set by Gainsight, never sent. The API name is inferred from the display name, unconfirmed.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    public decimal? Nps => Get(RelationshipFields.Nps);

    internal override ObjectDefinition Definition => RelationshipFields.Definition;
}
