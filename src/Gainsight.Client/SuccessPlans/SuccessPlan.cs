namespace Gainsight.Client;

/// <summary>A success plan of a company or relationship.</summary>
/// <remarks>
/// Type and status are labels, whether they were set or read: they are written under one name and read through another.
/// Custom fields are set by name: <c>plan["Tier__gc"]</c>.
/// </remarks>
[GainsightObject("cta_group")]
[ObjectFacts(SystemFields = [nameof(Gsid), nameof(CreatedDate), nameof(ModifiedDate)], SelectedSystemFields = [nameof(Gsid), nameof(ModifiedDate)])]
public sealed partial class SuccessPlan : GainsightRecord
{
    /// <summary>Your own id of the record: it names it in the answer to a write. Made when absent; it can neither be read back nor looked up.</summary>
    [GainsightField("referenceId", IsSelected = false)]
    [FieldFacts(Confidence.ThirdParty)]
    public partial string? ReferenceId { get; set; }

    /// <summary>The name: required.</summary>
    [FieldFacts(Confidence.ThirdParty, IsRequired = true)]
    public partial string? Name { get; set; }

    /// <summary>The company: required, as a GSID or by <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/>, unless <see cref="RelationshipId"/> is given. It cannot be changed later.</summary>
    [FieldFacts(Confidence.ThirdParty, Note = "That a relationship can take its place, and that it cannot be changed later, is inferred.", IsRequired = true)]
    public partial string? CompanyId { get; set; }

    /// <summary>The relationship, for records of <see cref="EntityType"/> <c>RELATIONSHIP</c>: a new record that has one and no company is sent as such.</summary>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "The API name is told by a third party.")]
    public partial string? RelationshipId { get; set; }

    /// <summary>The type of the relationship.</summary>
    [GainsightField(LookupTo = "relationship_type", IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "The API name is told by a third party.")]
    public partial string? RelationshipTypeId { get; set; }

    /// <summary><c>COMPANY</c> or <c>RELATIONSHIP</c>; <c>COMPANY</c> where it is left out, unless a relationship stands in for the company.</summary>
    [FieldFacts(Confidence.Inferred, Note = "That `COMPANY` is the default is inferred.")]
    public partial string? EntityType { get; set; }

    /// <summary>The user who owns it: required, as a GSID or by <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/> on the e-mail address.</summary>
    [GainsightField(LookupTo = "gsuser")]
    [FieldFacts(Confidence.ThirdParty, IsRequired = true)]
    public partial string? OwnerId { get; set; }

    /// <summary>The day it is due.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    [FieldFacts(Confidence.ThirdParty)]
    public partial DateOnly? DueDate { get; set; }

    /// <summary>The type, by label: required. It cannot be changed later.</summary>
    [FieldFacts(Confidence.ThirdParty, Note = "That it cannot be changed later is inferred.", IsRequired = true, LabelOf = "SuccessPlanTypeId")]
    public partial string? SuccessPlanType { get; set; }

    /// <summary>The status, by label, such as <c>Draft</c>. Closing a plan closes its open objectives.</summary>
    [GainsightField("status")]
    [FieldFacts(Confidence.ThirdParty, Note = "That closing a plan closes its objectives was seen live.", LabelOf = "StatusId")]
    public partial string? Status { get; set; }

    /// <summary>The names of templates to apply when the plan is created; several in one call. They are copied when they are set.</summary>
    /// <exception cref="GainsightProtocolException">The value is not a list of texts.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.ThirdParty)]
    public IReadOnlyList<string>? Templates
    {
        get => TextList.Read(Get(SuccessPlanFields.Templates), SuccessPlanFields.Templates);
        set => Set(SuccessPlanFields.Templates, TextList.ToJson(value));
    }

    /// <summary>The objectives to create together with the plan, in one call: CTAs, each with a name. They are copied when they are set.</summary>
    /// <remarks>
    /// An objective needs neither company nor type. How the tenant takes the keys inside of one, and that a plan with a bad objective is
    /// not created at all, is inferred, unconfirmed. Read them back by
    /// <c>Ctas.List().Where(CtaFields.CtaGroupId.EqualTo(planGsid))</c>. Not sent by updates.
    /// </remarks>
    /// <exception cref="ArgumentException">An objective is null.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.ThirdParty)]
    public IReadOnlyList<Cta>? Objectives
    {
        get => ObjectiveList.Read(Get(SuccessPlanFields.Objectives));
        set => Set(SuccessPlanFields.Objectives, ObjectiveList.ToJson(value));
    }

    /// <summary>The action plan, as HTML, which the caller must have made safe.</summary>
    [GainsightField(DataType = nameof(DataType.RichText), IsSelected = false)]
    [FieldFacts(Confidence.ThirdParty, Note = "From the columns of a warehouse.")]
    public partial string? ActionPlan { get; set; }

    /// <summary>Highlights, as HTML, which the caller must have made safe.</summary>
    [GainsightField(DataType = nameof(DataType.RichText), IsSelected = false)]
    [FieldFacts(Confidence.ThirdParty, Note = "From the columns of a warehouse.")]
    public partial string? Highlights { get; set; }

    /// <summary>A description, as HTML, which the caller must have made safe.</summary>
    [GainsightField(DataType = nameof(DataType.RichText), IsSelected = false)]
    [FieldFacts(Confidence.ThirdParty, Note = "From the columns of a warehouse.")]
    public partial string? Description { get; set; }

    /// <summary>The GSID of the type. Never sent: write <see cref="SuccessPlanType"/>.</summary>
    [GainsightField(DataType = nameof(DataType.Picklist))]
    [FieldFacts(Confidence.ThirdParty)]
    public partial string? SuccessPlanTypeId { get; }

    /// <summary>The GSID of the status. Never sent: write <see cref="Status"/>.</summary>
    [GainsightField(DataType = nameof(DataType.Picklist))]
    [FieldFacts(Confidence.ThirdParty)]
    public partial string? StatusId { get; }

    /// <summary>Whether the status is a closed one. Set by Gainsight, never sent: write <see cref="Status"/>.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a boolean.</exception>
    [FieldFacts(Confidence.ThirdParty)]
    public partial bool? IsClosed { get; }

    /// <summary>The day it was closed. Set by Gainsight, never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "From the columns of a warehouse.")]
    public partial DateOnly? ClosedDate { get; }

    /// <summary>How much of it is done, in percent. Set by Gainsight, never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "From the columns of a warehouse.")]
    public partial decimal? PercentComplete { get; }

    /// <summary>The number of its objectives. Set by Gainsight, never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "From the columns of a warehouse.")]
    public partial decimal? TotalObjectiveCount { get; }

    /// <summary>The number of its open objectives. Set by Gainsight, never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "From the columns of a warehouse.")]
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
