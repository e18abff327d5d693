namespace Gainsight.Client;

/// <summary>The fields of a relationship.</summary>
/// <remarks>
/// <c>Name</c>, <see cref="CompanyId"/> and <see cref="Csm"/> were seen in live queries. Of the others, Gainsight's documentation gives display
/// names only: their API names are inferred, unconfirmed. Name the ones that your tenant has (Administration, Data Management) in place of
/// those that differ: <see cref="Field.Custom{T}(string)"/>.
/// </remarks>
public static class RelationshipFields
{
    /// <inheritdoc cref="SystemFields.Gsid"/>
    public static Field<string> Gsid => SystemFields.Gsid;

    /// <summary>The name. That an insert needs it is inferred, unconfirmed.</summary>
    public static Field<string> Name { get; } = new("Name", DataType.String);

    /// <summary>The company that the relationship belongs to (seen live). That an insert needs it is inferred, unconfirmed.</summary>
    public static LookupField CompanyId { get; } = new("CompanyId", "company");

    /// <summary>The type, a row of <c>relationship_type</c>. Name and target are inferred, unconfirmed.</summary>
    public static LookupField TypeId { get; } = new("TypeId", "relationship_type");

    /// <summary>The customer success manager, a user (seen live).</summary>
    public static LookupField Csm { get; } = new("Csm", "gsuser");

    /// <summary>Annual recurring revenue. The API name is inferred from the display name, unconfirmed.</summary>
    public static Field<decimal> Arr { get; } = new("Arr", DataType.Currency);

    /// <summary>Monthly recurring revenue. The API name is inferred from the display name, unconfirmed.</summary>
    public static Field<decimal> Mrr { get; } = new("Mrr", DataType.Currency);

    /// <summary>One-time revenue. The API name is inferred from the display name, unconfirmed.</summary>
    public static Field<decimal> OnetimeRevenue { get; } = new("OnetimeRevenue", DataType.Currency);

    /// <summary>The day of the first contract. The API name is inferred from the display name, unconfirmed.</summary>
    public static Field<DateOnly> OriginalContractDate { get; } = new("OriginalContractDate", DataType.Date);

    /// <summary>How long the relationship has lasted, in months. The API name is inferred from the display name, unconfirmed.</summary>
    public static Field<decimal> LifetimeInMonths { get; } = new("LifetimeInMonths", DataType.Number);

    /// <summary>The stage, a picklist: written as a label, read as the item's GSID. The API name is inferred from the display name, unconfirmed.</summary>
    public static Field<string> Stage { get; } = new("Stage", DataType.Picklist);

    /// <summary>The status, a picklist: written as a label, read as the item's GSID. The API name is inferred from the display name, unconfirmed.</summary>
    public static Field<string> Status { get; } = new("Status", DataType.Picklist);

    /// <summary>The GSID of the scorecard. Set by Gainsight, never sent. The API name is inferred from the display name, unconfirmed.</summary>
    public static Field<string> ScorecardId { get; } = new("ScorecardId", DataType.Gsid, isReadOnly: true);

    /// <summary>The current score: the GSID of a score, as a company's is. That, and the API name, are inferred, unconfirmed. Set by Gainsight, never sent.</summary>
    public static Field<string> CurrentScore { get; } = new("CurrentScore", DataType.Gsid, isReadOnly: true);

    /// <summary>The previous score. Set by Gainsight, never sent. The API name is inferred from the display name, unconfirmed.</summary>
    public static Field<string> PreviousScore { get; } = new("PreviousScore", default, isReadOnly: true);

    /// <summary>The net promoter score. Set by Gainsight, never sent. The API name is inferred from the display name, unconfirmed.</summary>
    public static Field<decimal> Nps { get; } = new("Nps", DataType.Number, isReadOnly: true);

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
        SystemFields.Gsid, Name, CompanyId, TypeId, Csm, Arr, Mrr, OnetimeRevenue, OriginalContractDate, LifetimeInMonths, Stage, Status,
        ScorecardId, CurrentScore, PreviousScore, Nps, SystemFields.CreatedDate, SystemFields.ModifiedDate, SystemFields.CreatedBy,
        SystemFields.ModifiedBy,
    ];

    /// <summary>The relationship as the engines see it. Nothing is selected by default: which fields a tenant has is what describe tells.</summary>
    internal static ObjectDefinition Definition { get; } = new("Relationship", All)
    {
        Required = [Name, CompanyId],
        Owner = CompanyId,
        Routes = new(Operations.RelationshipsInsert, Operations.RelationshipsUpdate, Operations.RelationshipsQuery, Operations.RelationshipsDelete),
    };
}
