namespace Gainsight.Client;

/// <summary>The fields of an opportunity.</summary>
/// <remarks>
/// Gainsight's documentation gives display names, not all of them: every API name here is inferred, unconfirmed. Ask
/// <c>gainsight.Metadata.DescribeAsync("gs_opportunity")</c> for those of your tenant, and name them by <see cref="Field.Custom{T}(string)"/> where they differ.
/// </remarks>
public static class OpportunityFields
{
    /// <inheritdoc cref="SystemFields.Gsid"/>
    public static Field<string> Gsid => SystemFields.Gsid;

    /// <summary>The name.</summary>
    public static Field<string> Name { get; } = new("Name", DataType.String);

    /// <summary>The company: the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Field{string}, string)"/>. Gainsight shows it as "Company".</summary>
    public static LookupField CompanyId { get; } = new("CompanyId", "company");

    /// <summary>The id of the opportunity in the CRM that it comes from: the natural key.</summary>
    public static Field<string> ExternalId { get; } = new("ExternalId", DataType.String);

    /// <summary>The description.</summary>
    public static Field<string> Description { get; } = new("Description", DataType.String);

    /// <summary>The stage, a picklist: written as a label, read as the item's GSID.</summary>
    public static Field<string> Stage { get; } = new("Stage", DataType.Picklist);

    /// <summary>The booking type.</summary>
    public static Field<string> BookingType { get; } = new("BookingType", DataType.String);

    /// <summary>The day on which it closes.</summary>
    public static Field<DateOnly> CloseDate { get; } = new("CloseDate", DataType.Date);

    /// <summary>The day on which it is due.</summary>
    public static Field<DateOnly> DueDate { get; } = new("DueDate", DataType.Date);

    /// <summary>The target amount.</summary>
    public static Field<decimal> TargetAmount { get; } = new("TargetAmount", DataType.Currency);

    /// <summary>The forecast amount.</summary>
    public static Field<decimal> ForecastAmount { get; } = new("ForecastAmount", DataType.Currency);

    /// <summary>The expected forecast.</summary>
    public static Field<decimal> ExpectedForecast { get; } = new("ExpectedForecast", DataType.Currency);

    /// <summary>The final amount.</summary>
    public static Field<decimal> FinalAmount { get; } = new("FinalAmount", DataType.Currency);

    /// <summary>The probability, in percent.</summary>
    public static Field<decimal> Probability { get; } = new("Probability", DataType.Percentage);

    /// <summary>The change of the amount. Set by Gainsight (inferred), never sent.</summary>
    public static Field<decimal> ChangeAmount { get; } = new("ChangeAmount", DataType.Currency, isReadOnly: true);

    /// <summary>The forecast of Gainsight's own model. Set by Gainsight (inferred), never sent.</summary>
    public static Field<decimal> DsForecastAmount { get; } = new("DSForecastAmount", DataType.Currency, isReadOnly: true);

    /// <summary>The likelihood by Gainsight's own model. Set by Gainsight (inferred), never sent.</summary>
    public static Field<decimal> DsLikelihoodScore { get; } = new("DSLikelihoodScore", DataType.Number, isReadOnly: true);

    /// <summary>When that likelihood was worked out. Set by Gainsight (inferred), never sent.</summary>
    public static Field<DateTimeOffset> DsScoreUpdatedAt { get; } = new("DSScoreUpdatedAt", DataType.DateTime, isReadOnly: true);

    /// <inheritdoc cref="SystemFields.CreatedDate"/>
    public static Field<DateTimeOffset> CreatedDate => SystemFields.CreatedDate;

    /// <inheritdoc cref="SystemFields.ModifiedDate"/>
    public static Field<DateTimeOffset> ModifiedDate => SystemFields.ModifiedDate;

    /// <inheritdoc cref="SystemFields.CreatedBy"/>
    public static LookupField CreatedBy => SystemFields.CreatedBy;

    /// <inheritdoc cref="SystemFields.ModifiedBy"/>
    public static LookupField ModifiedBy => SystemFields.ModifiedBy;

    /// <summary>Every field that is known by a display name, system fields included.</summary>
    public static IReadOnlyList<Field> All { get; } =
    [
        SystemFields.Gsid, Name, CompanyId, ExternalId, Description, Stage, BookingType, CloseDate, DueDate, TargetAmount,
        ForecastAmount, ExpectedForecast, FinalAmount, Probability, ChangeAmount, DsForecastAmount, DsLikelihoodScore,
        DsScoreUpdatedAt, SystemFields.CreatedDate, SystemFields.ModifiedDate, SystemFields.CreatedBy, SystemFields.ModifiedBy,
    ];

    /// <summary>The opportunity as records see it.</summary>
    internal static ObjectDefinition Definition { get; } = Define(GainsightClientOptions.DefaultOpportunityBatchSize);

    /// <summary>The opportunity as the engines of one client see it. Nothing is selected by default: which fields a tenant has is what describe tells.</summary>
    internal static ObjectDefinition Define(int batchSize) => new("gs_opportunity", All)
    {
        BatchSize = batchSize,
        Owner = CompanyId,
        Routes = new(Operations.OpportunitiesInsert, Operations.OpportunitiesUpdate, Operations.OpportunitiesQuery, Operations.RecordsDelete),
    };
}
