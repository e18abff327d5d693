namespace Gainsight.Client;

/// <summary>A call to action (CTA): something to be done for a company by an owner until a day.</summary>
/// <remarks>
/// Type, reason, status and priority are labels, whether they were set or read: they are written under one name and read through
/// another. What Gainsight documents without its key (cascades of due date and owner, playbook, linked records) is set by name, such as
/// <c>cta["PlaybookId"]</c>, and so are custom fields. An objective of a success plan is a CTA as well.
/// </remarks>
[GainsightObject("call_to_action")]
[ObjectFacts(SystemFields = [nameof(Gsid), nameof(CreatedDate), nameof(ModifiedDate)], SelectedSystemFields = [nameof(Gsid), nameof(ModifiedDate)])]
public sealed partial class Cta : GainsightRecord
{
    /// <summary>Your own id of the record: it names it in the answer to a write. Made when absent; it can neither be read back nor looked up.</summary>
    [GainsightField("referenceId", IsSelected = false)]
    [FieldFacts(Confidence.ThirdParty)]
    public partial string? ReferenceId { get; set; }

    /// <summary>The name: required.</summary>
    [FieldFacts(Confidence.Official, IsRequired = true)]
    public partial string? Name { get; set; }

    /// <summary>The company: required, as a GSID or by <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/>, unless <see cref="RelationshipId"/> is given.</summary>
    [FieldFacts(Confidence.Official, Note = "That a relationship can take its place is inferred.", IsRequired = true)]
    public partial string? CompanyId { get; set; }

    /// <summary>The relationship, for records of <see cref="EntityType"/> <c>RELATIONSHIP</c>: a new record that has one and no company is sent as such.</summary>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.ThirdParty, Note = "The API name is told by a third party.")]
    public partial string? RelationshipId { get; set; }

    /// <summary>The type of the relationship.</summary>
    [GainsightField(LookupTo = "relationship_type", IsSelected = false)]
    [FieldFacts(Confidence.ThirdParty, Note = "The API name is told by a third party.")]
    public partial string? RelationshipTypeId { get; set; }

    /// <summary><c>COMPANY</c> or <c>RELATIONSHIP</c>; <c>COMPANY</c> where it is left out, unless a relationship stands in for the company.</summary>
    [FieldFacts(Confidence.Official, Note = "That `COMPANY` is the default is inferred.")]
    public partial string? EntityType { get; set; }

    /// <summary>The user who owns it: required, as a GSID or by <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/> on the e-mail address.</summary>
    [GainsightField(LookupTo = "gsuser")]
    [FieldFacts(Confidence.Official, IsRequired = true)]
    public partial string? OwnerId { get; set; }

    /// <summary>The day it is due: required. Read from a day or a point in time.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    [FieldFacts(Confidence.Official, Note = "That it is required is inferred: the sample sends it, and Gainsight's own tools ask for it.", IsRequired = true)]
    public partial DateOnly? DueDate { get; set; }

    /// <summary>The type, by label, such as <c>Risk</c>: required. Labels are the tenant's own.</summary>
    [GainsightField("type")]
    [FieldFacts(Confidence.ThirdParty, Note = "That it is required is inferred.", IsRequired = true)]
    public partial string? Type { get; set; }

    /// <summary>The reason, by label. Which there are depends on the type.</summary>
    [GainsightField("reason")]
    [FieldFacts(Confidence.ThirdParty, LabelOf = "ReasonId")]
    public partial string? Reason { get; set; }

    /// <summary>The status, by label. A closed one closes the CTA.</summary>
    [GainsightField("status")]
    [FieldFacts(Confidence.ThirdParty, LabelOf = "StatusId")]
    public partial string? Status { get; set; }

    /// <summary>The priority, by label.</summary>
    [GainsightField("priority")]
    [FieldFacts(Confidence.ThirdParty, LabelOf = "PriorityId")]
    public partial string? Priority { get; set; }

    /// <summary>Comments, as HTML, which the caller must have made safe.</summary>
    [GainsightField(DataType = nameof(DataType.RichText))]
    [FieldFacts(Confidence.Official)]
    public partial string? Comments { get; set; }

    /// <summary>The success plan that it belongs to.</summary>
    [GainsightField(LookupTo = "cta_group", IsSelected = false)]
    [FieldFacts(Confidence.ThirdParty, Note = "That writes take it is inferred.")]
    public partial string? CtaGroupId { get; set; }

    /// <summary>The category of an objective, by label.</summary>
    [GainsightField("objectiveCategory", IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "That writes take it is inferred.", LabelOf = "ObjectiveCategoryId")]
    public partial string? ObjectiveCategory { get; set; }

    /// <summary>What makes an objective a success.</summary>
    [GainsightField(DataType = nameof(DataType.RichText), IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "That writes take it is inferred.")]
    public partial string? SuccessCriteria { get; set; }

    /// <summary>Whether it is marked as important.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a boolean.</exception>
    [FieldFacts(Confidence.Official, Note = "That writes take it is not confirmed.")]
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

    /// <summary>Whether the status is a closed one. Set by Gainsight, never sent: write <see cref="Status"/>.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a boolean.</exception>
    [FieldFacts(Confidence.Official)]
    public partial bool? IsClosed { get; }

    /// <summary>The day it was closed. Set by Gainsight, never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "From the columns of a warehouse.")]
    public partial DateOnly? ClosedDate { get; }

    /// <summary>How much of its tasks is done, in percent. Set by Gainsight, never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "From the columns of a warehouse.")]
    public partial decimal? PercentComplete { get; }

    /// <summary>The number of its tasks. Set by Gainsight, never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "From the columns of a warehouse.")]
    public partial decimal? TotalTaskCount { get; }

    /// <summary>The number of its open tasks. Set by Gainsight, never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "From the columns of a warehouse.")]
    public partial decimal? OpenTaskCount { get; }

    /// <summary>The user who created it. Set by Gainsight, never sent.</summary>
    [GainsightField(LookupTo = "gsuser", IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "From the columns of a warehouse.")]
    public partial string? CreatedById { get; }

    /// <summary>The user who last changed it. Set by Gainsight, never sent.</summary>
    [GainsightField(LookupTo = "gsuser")]
    [FieldFacts(Confidence.Official)]
    public partial string? ModifiedById { get; }

    /// <summary>The records it is linked to, or null when they were not asked for: <see cref="ListQuery{T}.WithLinkedRecords"/> does. Never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a list of records.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Official, Note = "The key for writing is unknown.")]
    public IReadOnlyList<AssociatedRecord>? AssociatedRecords => AssociatedRecordReader.Read(Get(CtaFields.AssociatedRecords));
}
