namespace Gainsight.Client;

/// <summary>A task of a CTA. Gainsight calls it CSTask.</summary>
/// <remarks>
/// Type, status and priority are labels, in writes and in reads: they are written under one name and read through another.
/// Set custom fields by name: <c>task["Effort__gc"]</c>.
/// </remarks>
[GainsightObject("cs_task")]
[ObjectFacts(SystemFields = [nameof(Gsid), nameof(CreatedDate), nameof(ModifiedDate)], SelectedSystemFields = [nameof(Gsid), nameof(ModifiedDate)])]
public sealed partial class CsTask : GainsightRecord
{
    /// <summary>Your own id of the record, which identifies it in the answer to a write. Generated if absent. It can be neither read back nor looked up.</summary>
    [GainsightField("referenceId", IsSelected = false)]
    [FieldFacts(Confidence.ThirdParty)]
    public partial string? ReferenceId { get; set; }

    /// <summary>The CTA that the task belongs to. Required; cannot be changed later.</summary>
    [GainsightField(LookupTo = "call_to_action")]
    [FieldFacts(Confidence.ThirdParty, IsRequired = true)]
    public partial string? CtaId { get; set; }

    /// <summary>The name. Required.</summary>
    [FieldFacts(Confidence.ThirdParty, IsRequired = true)]
    public partial string? Name { get; set; }

    /// <summary>The owner, a user. Set the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/> with the e-mail address.</summary>
    [GainsightField(LookupTo = "gsuser")]
    [FieldFacts(Confidence.Inferred, Note = "Inferred from CTAs.")]
    public partial string? OwnerId { get; set; }

    /// <summary>The due date.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    [FieldFacts(Confidence.Inferred, Note = "Inferred from CTAs.")]
    public partial DateOnly? DueDate { get; set; }

    /// <summary>The type, as a label.</summary>
    [GainsightField("type", IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "Inferred from CTAs.", LabelOf = "TypeId")]
    public partial string? Type { get; set; }

    /// <summary>The status, as a label. A closed status closes the task.</summary>
    [GainsightField("status")]
    [FieldFacts(Confidence.Inferred, Note = "Inferred from CTAs.", LabelOf = "StatusId")]
    public partial string? Status { get; set; }

    /// <summary>The priority, as a label.</summary>
    [GainsightField("priority")]
    [FieldFacts(Confidence.Inferred, Note = "Inferred from CTAs.", LabelOf = "PriorityId")]
    public partial string? Priority { get; set; }

    /// <summary>A description, as HTML. The caller must make sure that it is safe.</summary>
    [GainsightField(DataType = nameof(DataType.RichText))]
    [FieldFacts(Confidence.ThirdParty)]
    public partial string? Description { get; set; }

    /// <summary>The GSID of the type. Never sent: write <see cref="Type"/>.</summary>
    [GainsightField(DataType = nameof(DataType.Picklist), IsSelected = false)]
    [FieldFacts(Confidence.ThirdParty, Note = "From the columns of a data warehouse.")]
    public partial string? TypeId { get; }

    /// <summary>The GSID of the status. Never sent: write <see cref="Status"/>.</summary>
    [GainsightField(DataType = nameof(DataType.Picklist))]
    [FieldFacts(Confidence.ThirdParty, Note = "From the columns of a data warehouse.")]
    public partial string? StatusId { get; }

    /// <summary>The GSID of the priority. Never sent: write <see cref="Priority"/>.</summary>
    [GainsightField(DataType = nameof(DataType.Picklist))]
    [FieldFacts(Confidence.ThirdParty, Note = "From the columns of a data warehouse.")]
    public partial string? PriorityId { get; }

    /// <summary>The company of its CTA. Set by Gainsight, never sent.</summary>
    [GainsightField(LookupTo = "company", IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "From the columns of a data warehouse.")]
    public partial string? CompanyId { get; }

    /// <summary>Whether the status is closed. Set by Gainsight, never sent: write <see cref="Status"/>.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a boolean.</exception>
    [FieldFacts(Confidence.ThirdParty, Note = "From the columns of a data warehouse.")]
    public partial bool? IsClosed { get; }

    /// <summary>The date on which it was closed. Set by Gainsight, never sent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "From the columns of a data warehouse.")]
    public partial DateOnly? ClosedDate { get; }

    /// <summary>The user who created it. Set by Gainsight, never sent.</summary>
    [GainsightField(LookupTo = "gsuser", IsSelected = false)]
    [FieldFacts(Confidence.ThirdParty, Note = "From the columns of a data warehouse.")]
    public partial string? CreatedById { get; }

    /// <summary>The user who last changed it. Set by Gainsight, never sent.</summary>
    [GainsightField(LookupTo = "gsuser", IsSelected = false)]
    [FieldFacts(Confidence.ThirdParty, Note = "From the columns of a data warehouse.")]
    public partial string? ModifiedById { get; }
}
