namespace Gainsight.Client;

/// <summary>A relationship: a part of a company, such as a product line or a region, that is managed separately.</summary>
/// <remarks>
/// <see cref="RelationshipFields"/> has the tokens. Set any other field by name. A field that is absent and a field that is
/// null both read as null; <see cref="GainsightRecord.IsSet"/> tells them apart.
/// </remarks>
[GainsightObject("Relationship")]
[ObjectFacts(IsDescribed = true)]
public sealed partial class Relationship : GainsightRecord
{
    /// <summary>The name.</summary>
    [FieldFacts(Confidence.Live, Note = "It is inferred that an insert requires it.", IsRequired = true)]
    public partial string? Name { get; set; }

    /// <summary>The company that the relationship belongs to. Set the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Field{string}, string)"/>.</summary>
    [GainsightField(LookupTo = "company")]
    [FieldFacts(Confidence.Live, Note = "It is inferred that an insert requires it.", IsRequired = true, IsOwner = true)]
    public partial string? CompanyId { get; set; }

    /// <summary>The type. Set the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Field{string}, string)"/> with <see cref="RelationshipTypeFields.Name"/>.</summary>
    [GainsightField(LookupTo = "relationship_type")]
    [FieldFacts(Confidence.Inferred, Note = "API name and target are inferred.")]
    public partial string? TypeId { get; set; }

    /// <summary>The customer success manager, a user. Set the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Field{string}, string)"/>.</summary>
    [GainsightField(LookupTo = "gsuser")]
    [FieldFacts(Confidence.Live)]
    public partial string? Csm { get; set; }

    /// <summary>Annual recurring revenue.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    [GainsightField(DataType = nameof(DataType.Currency))]
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the display name.")]
    public partial decimal? Arr { get; set; }

    /// <summary>Monthly recurring revenue.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    [GainsightField(DataType = nameof(DataType.Currency))]
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the display name.")]
    public partial decimal? Mrr { get; set; }

    /// <summary>One-time revenue.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    [GainsightField(DataType = nameof(DataType.Currency))]
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the display name.")]
    public partial decimal? OnetimeRevenue { get; set; }

    /// <summary>The date of the first contract.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the display name.")]
    public partial DateOnly? OriginalContractDate { get; set; }

    /// <summary>How long the relationship has lasted, in months.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the display name.")]
    public partial decimal? LifetimeInMonths { get; set; }

    /// <summary>The stage, a picklist. Written as a label, read as the item's GSID.</summary>
    [GainsightField(DataType = nameof(DataType.Picklist))]
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the display name.")]
    public partial string? Stage { get; set; }

    /// <summary>The status, a picklist. Written as a label, read as the item's GSID.</summary>
    [GainsightField(DataType = nameof(DataType.Picklist))]
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the display name.")]
    public partial string? Status { get; set; }

    /// <summary>The GSID of the scorecard. Set by Gainsight, never sent.</summary>
    [GainsightField(DataType = nameof(DataType.Gsid))]
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the display name.")]
    public partial string? ScorecardId { get; }

    /// <summary>The current score: the GSID of a score. Set by Gainsight, never sent.</summary>
    [GainsightField(DataType = nameof(DataType.Gsid))]
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the display name. It is inferred from companies that it is a GSID.")]
    public partial string? CurrentScore { get; }

    /// <summary>The previous score. Set by Gainsight, never sent.</summary>
    [GainsightField(DataType = "")]
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the display name.")]
    public partial string? PreviousScore { get; }

    /// <summary>The net promoter score. Set by Gainsight, never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the display name.")]
    public partial decimal? Nps { get; }
}
