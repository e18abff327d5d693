using System.Text.Json.Serialization;

namespace Gainsight.Client;

/// <summary>A call to action (CTA): something to be done for a company by an owner until a day.</summary>
/// <remarks>
/// Type, reason, status and priority are labels, whether they were set or read: they are written under one name and read through
/// another. What Gainsight documents without its key (cascades of due date and owner, playbook, linked records) is set by name, such as
/// <c>cta["PlaybookId"]</c>, and so are custom fields. An objective of a success plan is a CTA as well.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<Cta>))]
public sealed class Cta : GainsightRecord
{
    /// <summary>Your own id of the record: it names it in the answer to a write. Made when absent; it can neither be read back nor looked up.</summary>
    public string? ReferenceId
    {
        get => Get(CtaFields.ReferenceId);
        set => Set(CtaFields.ReferenceId, value);
    }

    /// <summary>The name: required.</summary>
    public string? Name
    {
        get => Get(CtaFields.Name);
        set => Set(CtaFields.Name, value);
    }

    /// <summary>The company: required, as a GSID or by <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/>, unless <see cref="RelationshipId"/> is given. That a relationship stands in for it is inferred, unconfirmed.</summary>
    public string? CompanyId
    {
        get => Get(CtaFields.CompanyId);
        set => Set(CtaFields.CompanyId, value);
    }

    /// <summary>The relationship, for records of <see cref="EntityType"/> <c>RELATIONSHIP</c>: a new record that has one and no company is sent as such. The name is a third party's.</summary>
    public string? RelationshipId
    {
        get => Get(CtaFields.RelationshipId);
        set => Set(CtaFields.RelationshipId, value);
    }

    /// <summary>The type of the relationship. The name is a third party's.</summary>
    public string? RelationshipTypeId
    {
        get => Get(CtaFields.RelationshipTypeId);
        set => Set(CtaFields.RelationshipTypeId, value);
    }

    /// <summary><c>COMPANY</c> or <c>RELATIONSHIP</c>; <c>COMPANY</c> where it is left out (inferred, unconfirmed), unless a relationship stands in for the company.</summary>
    public string? EntityType
    {
        get => Get(CtaFields.EntityType);
        set => Set(CtaFields.EntityType, value);
    }

    /// <summary>The user who owns it: required, as a GSID or by <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/> on the e-mail address.</summary>
    public string? OwnerId
    {
        get => Get(CtaFields.OwnerId);
        set => Set(CtaFields.OwnerId, value);
    }

    /// <summary>The day it is due: required, which is inferred, unconfirmed, as the sample sends it and Gainsight's own tools ask for it. Read from a day or a point in time, as official samples have both.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    public DateOnly? DueDate
    {
        get => Get(CtaFields.DueDate);
        set => Set(CtaFields.DueDate, value);
    }

    /// <summary>The type, by label, such as <c>Risk</c>: required (inferred, unconfirmed). Labels are the tenant's own.</summary>
    public string? Type
    {
        get => Get(CtaFields.Type);
        set => Set(CtaFields.Type, value);
    }

    /// <summary>The reason, by label. Which there are depends on the type.</summary>
    public string? Reason
    {
        get => Get(CtaFields.Reason);
        set => Set(CtaFields.Reason, value);
    }

    /// <summary>The status, by label. A closed one closes the CTA.</summary>
    public string? Status
    {
        get => Get(CtaFields.Status);
        set => Set(CtaFields.Status, value);
    }

    /// <summary>The priority, by label.</summary>
    public string? Priority
    {
        get => Get(CtaFields.Priority);
        set => Set(CtaFields.Priority, value);
    }

    /// <summary>Comments, as HTML, which the caller must have made safe.</summary>
    public string? Comments
    {
        get => Get(CtaFields.Comments);
        set => Set(CtaFields.Comments, value);
    }

    /// <summary>The success plan that it belongs to (inferred, unconfirmed).</summary>
    public string? CtaGroupId
    {
        get => Get(CtaFields.CtaGroupId);
        set => Set(CtaFields.CtaGroupId, value);
    }

    /// <summary>The category of an objective, by label (inferred, unconfirmed).</summary>
    public string? ObjectiveCategory
    {
        get => Get(CtaFields.ObjectiveCategory);
        set => Set(CtaFields.ObjectiveCategory, value);
    }

    /// <summary>What makes an objective a success (inferred, unconfirmed).</summary>
    public string? SuccessCriteria
    {
        get => Get(CtaFields.SuccessCriteria);
        set => Set(CtaFields.SuccessCriteria, value);
    }

    /// <summary>Whether it is marked as important. That it can be written is unconfirmed.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a boolean.</exception>
    public bool? IsImportant
    {
        get => Get(CtaFields.IsImportant);
        set => Set(CtaFields.IsImportant, value);
    }

    /// <summary>The GSID of the type. Never sent: write <see cref="Type"/>.</summary>
    public string? TypeId => Get(CtaFields.TypeId);

    /// <summary>The GSID of the reason. Never sent: write <see cref="Reason"/>.</summary>
    public string? ReasonId => Get(CtaFields.ReasonId);

    /// <summary>The GSID of the status. Never sent: write <see cref="Status"/>.</summary>
    public string? StatusId => Get(CtaFields.StatusId);

    /// <summary>The GSID of the priority. Never sent: write <see cref="Priority"/>.</summary>
    public string? PriorityId => Get(CtaFields.PriorityId);

    /// <summary>Whether the status is a closed one. Set by Gainsight, never sent: write <see cref="Status"/>.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a boolean.</exception>
    public bool? IsClosed => Get(CtaFields.IsClosed);

    /// <summary>The day it was closed. Set by Gainsight, never sent. From a warehouse's columns, unconfirmed.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    public DateOnly? ClosedDate => Get(CtaFields.ClosedDate);

    /// <summary>How much of its tasks is done, in percent. Set by Gainsight, never sent. From a warehouse's columns, unconfirmed.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    public decimal? PercentComplete => Get(CtaFields.PercentComplete);

    /// <summary>The number of its tasks. Set by Gainsight, never sent. From a warehouse's columns, unconfirmed.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    public decimal? TotalTaskCount => Get(CtaFields.TotalTaskCount);

    /// <summary>The number of its open tasks. Set by Gainsight, never sent. From a warehouse's columns, unconfirmed.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    public decimal? OpenTaskCount => Get(CtaFields.OpenTaskCount);

    /// <summary>The user who created it. Set by Gainsight, never sent. From a warehouse's columns, unconfirmed.</summary>
    public string? CreatedById => Get(CtaFields.CreatedById);

    /// <summary>The user who last changed it. Set by Gainsight, never sent.</summary>
    public string? ModifiedById => Get(CtaFields.ModifiedById);

    /// <summary>The records it is linked to, or null when they were not asked for: <see cref="ListQuery{T}.WithLinkedRecords"/> does. Never sent: the key for writing is unknown.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a list of records.</exception>
    public IReadOnlyList<AssociatedRecord>? AssociatedRecords => AssociatedRecordReader.Read(Get(CtaFields.AssociatedRecords));

    internal override ObjectDefinition Definition => CtaFields.Definition;
}
