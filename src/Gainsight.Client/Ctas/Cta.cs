namespace Gainsight.Client;

/// <summary>A call to action (CTA): something that an owner has to do for a company by a due date.</summary>
/// <remarks>
/// Type, reason, status and priority are labels, in writes and in reads: they are written under one name and read through
/// another. Fields that Gainsight documents without a key (cascades of due date and owner, playbook, linked records) are set by name, such as
/// <c>cta["PlaybookId"]</c>, and so are custom fields. An objective of a success plan is a CTA too.
/// </remarks>
[GainsightObject("call_to_action")]
[ObjectFacts(SystemFields = [nameof(Gsid), nameof(CreatedDate), nameof(ModifiedDate)], SelectedSystemFields = [nameof(Gsid), nameof(ModifiedDate)])]
public sealed partial class Cta : GainsightRecord
{
    /// <summary>Your own id of the record, which identifies it in the answer to a write. Generated if absent. It can be neither read back nor looked up.</summary>
    [GainsightField("referenceId", IsSelected = false)]
    [FieldFacts(Confidence.ThirdParty)]
    public partial string? ReferenceId { get; set; }

    /// <summary>The name. Required.</summary>
    [FieldFacts(Confidence.Official, IsRequired = true)]
    public partial string? Name { get; set; }

    /// <summary>The company. Required unless <see cref="RelationshipId"/> is set. Set the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/>.</summary>
    [GainsightField(LookupTo = "company")]
    [FieldFacts(Confidence.Official, Note = "It is inferred that a relationship can replace it.", IsRequired = true)]
    public partial string? CompanyId { get; set; }

    /// <summary>The relationship, for records of <see cref="EntityType"/> <c>RELATIONSHIP</c>. A new record with a relationship and no company is sent with that type.</summary>
    [GainsightField(LookupTo = "relationship", IsSelected = false)]
    [FieldFacts(Confidence.ThirdParty, Note = "The API name is from a third party.")]
    public partial string? RelationshipId { get; set; }

    /// <summary>The type of the relationship.</summary>
    [GainsightField(LookupTo = "relationship_type", IsSelected = false)]
    [FieldFacts(Confidence.ThirdParty, Note = "The API name is from a third party.")]
    public partial string? RelationshipTypeId { get; set; }

    /// <summary><c>COMPANY</c> or <c>RELATIONSHIP</c>; default: <c>COMPANY</c>, unless the record has a relationship instead of a company.</summary>
    [FieldFacts(Confidence.Official, Note = "It is inferred that `COMPANY` is the default.")]
    public partial string? EntityType { get; set; }

    /// <summary>The owner, a user. Required. Set the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/> with the e-mail address.</summary>
    [GainsightField(LookupTo = "gsuser")]
    [FieldFacts(Confidence.Official, IsRequired = true)]
    public partial string? OwnerId { get; set; }

    /// <summary>The due date. Whether Gainsight requires it is unknown. Can be read from a date or from a date and time.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    [FieldFacts(Confidence.Official, Note = "Whether it is required is unknown: the sample sends it, and Gainsight's own tools require it.")]
    public partial DateOnly? DueDate { get; set; }

    /// <summary>The type, as a label such as <c>Risk</c>. Required. Each tenant has its own labels.</summary>
    [GainsightField("type")]
    [FieldFacts(Confidence.ThirdParty, Note = "It is inferred that it is required.", IsRequired = true, LabelOf = "TypeId")]
    public partial string? Type { get; set; }

    /// <summary>The reason, as a label. The possible reasons depend on the type.</summary>
    [GainsightField("reason")]
    [FieldFacts(Confidence.ThirdParty, LabelOf = "ReasonId")]
    public partial string? Reason { get; set; }

    /// <summary>The status, as a label. A closed status closes the CTA.</summary>
    [GainsightField("status")]
    [FieldFacts(Confidence.ThirdParty, LabelOf = "StatusId")]
    public partial string? Status { get; set; }

    /// <summary>The priority, as a label.</summary>
    [GainsightField("priority")]
    [FieldFacts(Confidence.ThirdParty, LabelOf = "PriorityId")]
    public partial string? Priority { get; set; }

    /// <summary>Comments, as HTML. The caller must make sure that they are safe.</summary>
    [GainsightField(DataType = nameof(DataType.RichText))]
    [FieldFacts(Confidence.Official)]
    public partial string? Comments { get; set; }

    /// <summary>The success plan that the CTA belongs to.</summary>
    [GainsightField(LookupTo = "cta_group", IsSelected = false)]
    [FieldFacts(Confidence.ThirdParty, Note = "It is inferred that writes accept it.")]
    public partial string? CtaGroupId { get; set; }

    /// <summary>The category of an objective, as a label.</summary>
    [GainsightField("objectiveCategory", IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "It is inferred that writes accept it.", LabelOf = "ObjectiveCategoryId")]
    public partial string? ObjectiveCategory { get; set; }

    /// <summary>The success criteria of an objective.</summary>
    [GainsightField(DataType = nameof(DataType.RichText), IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "It is inferred that writes accept it.")]
    public partial string? SuccessCriteria { get; set; }

    /// <summary>Whether the CTA is marked as important.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a boolean.</exception>
    [FieldFacts(Confidence.Official, Note = "It is not confirmed that writes accept it.")]
    public partial bool? IsImportant { get; set; }

    /// <summary>The GSID of the type. Never sent: write <see cref="Type"/>.</summary>
    [GainsightField(DataType = nameof(DataType.Picklist))]
    [FieldFacts(Confidence.Official)]
    public partial string? TypeId { get; }

    /// <summary>The GSID of the reason. Never sent: write <see cref="Reason"/>.</summary>
    [GainsightField(DataType = nameof(DataType.Picklist))]
    [FieldFacts(Confidence.Official)]
    public partial string? ReasonId { get; }

    /// <summary>The GSID of the status. Never sent: write <see cref="Status"/>.</summary>
    [GainsightField(DataType = nameof(DataType.Picklist))]
    [FieldFacts(Confidence.Official)]
    public partial string? StatusId { get; }

    /// <summary>The GSID of the priority. Never sent: write <see cref="Priority"/>.</summary>
    [GainsightField(DataType = nameof(DataType.Picklist))]
    [FieldFacts(Confidence.Official)]
    public partial string? PriorityId { get; }

    /// <summary>Whether the status is closed. Set by Gainsight, never sent: write <see cref="Status"/>.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a boolean.</exception>
    [FieldFacts(Confidence.Official)]
    public partial bool? IsClosed { get; }

    /// <summary>The date on which it was closed. Set by Gainsight, never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "From the columns of a data warehouse.")]
    public partial DateOnly? ClosedDate { get; }

    /// <summary>The completed share of its tasks, in percent. Set by Gainsight, never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "From the columns of a data warehouse.")]
    public partial decimal? PercentComplete { get; }

    /// <summary>The number of its tasks. Set by Gainsight, never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "From the columns of a data warehouse.")]
    public partial decimal? TotalTaskCount { get; }

    /// <summary>The number of its open tasks. Set by Gainsight, never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "From the columns of a data warehouse.")]
    public partial decimal? OpenTaskCount { get; }

    /// <summary>The user who created it. Set by Gainsight, never sent.</summary>
    [GainsightField(LookupTo = "gsuser", IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "From the columns of a data warehouse.")]
    public partial string? CreatedById { get; }

    /// <summary>The user who last changed it. Set by Gainsight, never sent.</summary>
    [GainsightField(LookupTo = "gsuser")]
    [FieldFacts(Confidence.Official)]
    public partial string? ModifiedById { get; }

    /// <summary>The linked records. Null unless the query requested them with <see cref="ListQuery{T}.WithLinkedRecords"/>. Never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a list of records.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Official, Note = "The key for writing is unknown.")]
    public IReadOnlyList<AssociatedRecord>? AssociatedRecords => AssociatedRecordReader.Read(Get(CtaFields.AssociatedRecords));
}
