namespace Gainsight.Client;

/// <summary>A success plan of a company or relationship.</summary>
/// <remarks>
/// Type and status are labels, in writes and in reads: they are written under one name and read through another.
/// Set custom fields by name: <c>plan["Tier__gc"]</c>.
/// </remarks>
[GainsightObject("cta_group")]
[ObjectFacts(SystemFields = [nameof(Gsid), nameof(CreatedDate), nameof(ModifiedDate)], SelectedSystemFields = [nameof(Gsid), nameof(ModifiedDate)])]
public sealed partial class SuccessPlan : GainsightRecord
{
    /// <summary>Your own id of the record, which identifies it in the answer to a write. Generated if absent. It can be neither read back nor looked up.</summary>
    [GainsightField("referenceId", IsSelected = false)]
    [FieldFacts(Confidence.ThirdParty)]
    public partial string? ReferenceId { get; set; }

    /// <summary>The name. Required.</summary>
    [FieldFacts(Confidence.ThirdParty, IsRequired = true)]
    public partial string? Name { get; set; }

    /// <summary>The company. Required unless <see cref="RelationshipId"/> is set. Set the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/>. It cannot be changed later.</summary>
    [GainsightField(LookupTo = "company")]
    [FieldFacts(Confidence.ThirdParty, Note = "It is inferred that a relationship can replace it, and that it cannot be changed later.", IsRequired = true)]
    public partial string? CompanyId { get; set; }

    /// <summary>The relationship, for records of <see cref="EntityType"/> <c>RELATIONSHIP</c>. A new record with a relationship and no company is sent with that type.</summary>
    [GainsightField(LookupTo = "relationship", IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "The API name is from a third party.")]
    public partial string? RelationshipId { get; set; }

    /// <summary>The type of the relationship.</summary>
    [GainsightField(LookupTo = "relationship_type", IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "The API name is from a third party.")]
    public partial string? RelationshipTypeId { get; set; }

    /// <summary><c>COMPANY</c> or <c>RELATIONSHIP</c>; default: <c>COMPANY</c>, unless the record has a relationship instead of a company.</summary>
    [FieldFacts(Confidence.Inferred, Note = "It is inferred that `COMPANY` is the default.")]
    public partial string? EntityType { get; set; }

    /// <summary>The owner, a user. Required. Set the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/> with the e-mail address.</summary>
    [GainsightField(LookupTo = "gsuser")]
    [FieldFacts(Confidence.ThirdParty, IsRequired = true)]
    public partial string? OwnerId { get; set; }

    /// <summary>The due date.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    [FieldFacts(Confidence.ThirdParty)]
    public partial DateOnly? DueDate { get; set; }

    /// <summary>The type, as a label. Required. It cannot be changed later.</summary>
    [FieldFacts(Confidence.ThirdParty, Note = "It is inferred that it cannot be changed later.", IsRequired = true, LabelOf = "SuccessPlanTypeId")]
    public partial string? SuccessPlanType { get; set; }

    /// <summary>The status, as a label such as <c>Draft</c>. Closing a plan closes its open objectives.</summary>
    [GainsightField("status")]
    [FieldFacts(Confidence.ThirdParty, Note = "It was seen live that closing a plan closes its objectives.", LabelOf = "StatusId")]
    public partial string? Status { get; set; }

    /// <summary>The names of templates to apply when the plan is created. One call can apply several. Setting the property copies the list.</summary>
    /// <exception cref="GainsightProtocolException">The value is not a list of texts.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.ThirdParty)]
    public IReadOnlyList<string>? Templates
    {
        get => TextList.Read(Get(SuccessPlanFields.Templates), SuccessPlanFields.Templates);
        set => Assign(SuccessPlanFields.Templates, TextList.ToJson(value));
    }

    /// <summary>The objectives to create together with the plan, in one call: CTAs, each with a name. Setting the property copies the list.</summary>
    /// <remarks>
    /// An objective needs neither a company nor a type. The keys inside an objective, and that a plan with a bad objective is
    /// not created at all, are inferred. Read the objectives back with
    /// <c>Ctas.List().Where(CtaFields.CtaGroupId.EqualTo(planGsid))</c>. Not sent by updates.
    /// </remarks>
    /// <exception cref="ArgumentException">An objective is null.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.ThirdParty)]
    public IReadOnlyList<Cta>? Objectives
    {
        get => ObjectiveList.Read(Get(SuccessPlanFields.Objectives));
        set => Assign(SuccessPlanFields.Objectives, ObjectiveList.ToJson(value));
    }

    /// <summary>The action plan, as HTML. The caller must make sure that it is safe.</summary>
    [GainsightField(DataType = nameof(DataType.RichText), IsSelected = false)]
    [FieldFacts(Confidence.ThirdParty, Note = "From the columns of a data warehouse.")]
    public partial string? ActionPlan { get; set; }

    /// <summary>Highlights, as HTML. The caller must make sure that they are safe.</summary>
    [GainsightField(DataType = nameof(DataType.RichText), IsSelected = false)]
    [FieldFacts(Confidence.ThirdParty, Note = "From the columns of a data warehouse.")]
    public partial string? Highlights { get; set; }

    /// <summary>A description, as HTML. The caller must make sure that it is safe.</summary>
    [GainsightField(DataType = nameof(DataType.RichText), IsSelected = false)]
    [FieldFacts(Confidence.ThirdParty, Note = "From the columns of a data warehouse.")]
    public partial string? Description { get; set; }

    /// <summary>The GSID of the type. Never sent: write <see cref="SuccessPlanType"/>.</summary>
    [GainsightField(DataType = nameof(DataType.Picklist))]
    [FieldFacts(Confidence.ThirdParty)]
    public partial string? SuccessPlanTypeId { get; }

    /// <summary>The GSID of the status. Never sent: write <see cref="Status"/>.</summary>
    [GainsightField(DataType = nameof(DataType.Picklist))]
    [FieldFacts(Confidence.ThirdParty)]
    public partial string? StatusId { get; }

    /// <summary>Whether the status is closed. Set by Gainsight, never sent: write <see cref="Status"/>.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a boolean.</exception>
    [FieldFacts(Confidence.ThirdParty)]
    public partial bool? IsClosed { get; }

    /// <summary>The date on which it was closed. Set by Gainsight, never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "From the columns of a data warehouse.")]
    public partial DateOnly? ClosedDate { get; }

    /// <summary>The completed share of the plan, in percent. Set by Gainsight, never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "From the columns of a data warehouse.")]
    public partial decimal? PercentComplete { get; }

    /// <summary>The number of its objectives. Set by Gainsight, never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "From the columns of a data warehouse.")]
    public partial decimal? TotalObjectiveCount { get; }

    /// <summary>The number of its open objectives. Set by Gainsight, never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "From the columns of a data warehouse.")]
    public partial decimal? OpenObjectiveCount { get; }

    /// <summary>The user who created it. Set by Gainsight, never sent.</summary>
    [GainsightField(LookupTo = "gsuser", IsSelected = false)]
    [FieldFacts(Confidence.ThirdParty)]
    public partial string? CreatedById { get; }

    /// <summary>The user who last changed it. Set by Gainsight, never sent.</summary>
    [GainsightField(LookupTo = "gsuser", IsSelected = false)]
    [FieldFacts(Confidence.ThirdParty)]
    public partial string? ModifiedById { get; }
}
