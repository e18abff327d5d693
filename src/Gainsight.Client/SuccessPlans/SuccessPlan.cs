using System.Text.Json.Serialization;

namespace Gainsight.Client;

/// <summary>A success plan of a company or relationship.</summary>
/// <remarks>
/// Type and status are labels, whether they were set or read: they are written under one name and read through another.
/// Custom fields go by name: <c>plan["Tier__gc"]</c>.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<SuccessPlan>))]
public sealed class SuccessPlan : GainsightRecord
{
    /// <summary>Your own id of the record: it names it in the answer to a write. Made when absent; it can neither be read back nor looked up.</summary>
    public string? ReferenceId
    {
        get => Get(SuccessPlanFields.ReferenceId);
        set => Set(SuccessPlanFields.ReferenceId, value);
    }

    /// <summary>The name: required.</summary>
    public string? Name
    {
        get => Get(SuccessPlanFields.Name);
        set => Set(SuccessPlanFields.Name, value);
    }

    /// <summary>The company: required, as a GSID or by <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/>, unless <see cref="RelationshipId"/> is given. That a relationship stands in for it is inferred, unconfirmed. That it cannot be changed later is inferred, unconfirmed.</summary>
    public string? CompanyId
    {
        get => Get(SuccessPlanFields.CompanyId);
        set => Set(SuccessPlanFields.CompanyId, value);
    }

    /// <summary>The relationship, for records of <see cref="EntityType"/> <c>RELATIONSHIP</c>: a new record that has one and no company is sent as such. The name is a third party's.</summary>
    public string? RelationshipId
    {
        get => Get(SuccessPlanFields.RelationshipId);
        set => Set(SuccessPlanFields.RelationshipId, value);
    }

    /// <summary>The type of the relationship. The name is a third party's.</summary>
    public string? RelationshipTypeId
    {
        get => Get(SuccessPlanFields.RelationshipTypeId);
        set => Set(SuccessPlanFields.RelationshipTypeId, value);
    }

    /// <summary><c>COMPANY</c> or <c>RELATIONSHIP</c>; <c>COMPANY</c> where it is left out (inferred, unconfirmed), unless a relationship stands in for the company.</summary>
    public string? EntityType
    {
        get => Get(SuccessPlanFields.EntityType);
        set => Set(SuccessPlanFields.EntityType, value);
    }

    /// <summary>The user who owns it: required, as a GSID or by <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/> on the e-mail address.</summary>
    public string? OwnerId
    {
        get => Get(SuccessPlanFields.OwnerId);
        set => Set(SuccessPlanFields.OwnerId, value);
    }

    /// <summary>The day it is due.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    public DateOnly? DueDate
    {
        get => Get(SuccessPlanFields.DueDate);
        set => Set(SuccessPlanFields.DueDate, value);
    }

    /// <summary>The type, by label: required. That it cannot be changed later is inferred, unconfirmed.</summary>
    public string? SuccessPlanType
    {
        get => Get(SuccessPlanFields.SuccessPlanType);
        set => Set(SuccessPlanFields.SuccessPlanType, value);
    }

    /// <summary>The status, by label, such as <c>Draft</c>. Closing a plan closes its open objectives (seen live).</summary>
    public string? Status
    {
        get => Get(SuccessPlanFields.Status);
        set => Set(SuccessPlanFields.Status, value);
    }

    /// <summary>The names of templates to apply when the plan is created; several in one call. They are copied when they are set.</summary>
    /// <exception cref="GainsightProtocolException">The value is not a list of texts.</exception>
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
    public IReadOnlyList<Cta>? Objectives
    {
        get => ObjectiveList.Read(Get(SuccessPlanFields.Objectives));
        set => Set(SuccessPlanFields.Objectives, ObjectiveList.ToJson(value));
    }

    /// <summary>The action plan, as HTML, which the caller must have made safe. From a warehouse's columns, unconfirmed.</summary>
    public string? ActionPlan
    {
        get => Get(SuccessPlanFields.ActionPlan);
        set => Set(SuccessPlanFields.ActionPlan, value);
    }

    /// <summary>Highlights, as HTML, which the caller must have made safe. From a warehouse's columns, unconfirmed.</summary>
    public string? Highlights
    {
        get => Get(SuccessPlanFields.Highlights);
        set => Set(SuccessPlanFields.Highlights, value);
    }

    /// <summary>A description, as HTML, which the caller must have made safe. From a warehouse's columns, unconfirmed.</summary>
    public string? Description
    {
        get => Get(SuccessPlanFields.Description);
        set => Set(SuccessPlanFields.Description, value);
    }

    /// <summary>The GSID of the type. Never sent: write <see cref="SuccessPlanType"/>.</summary>
    public string? SuccessPlanTypeId => Get(SuccessPlanFields.SuccessPlanTypeId);

    /// <summary>The GSID of the status. Never sent: write <see cref="Status"/>.</summary>
    public string? StatusId => Get(SuccessPlanFields.StatusId);

    /// <summary>Whether the status is a closed one. Set by Gainsight, never sent: write <see cref="Status"/>.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a boolean.</exception>
    public bool? IsClosed => Get(SuccessPlanFields.IsClosed);

    /// <summary>The day it was closed. Set by Gainsight, never sent. From a warehouse's columns, unconfirmed.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    public DateOnly? ClosedDate => Get(SuccessPlanFields.ClosedDate);

    /// <summary>How much of it is done, in percent. Set by Gainsight, never sent. From a warehouse's columns, unconfirmed.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    public decimal? PercentComplete => Get(SuccessPlanFields.PercentComplete);

    /// <summary>The number of its objectives. Set by Gainsight, never sent. From a warehouse's columns, unconfirmed.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    public decimal? TotalObjectiveCount => Get(SuccessPlanFields.TotalObjectiveCount);

    /// <summary>The number of its open objectives. Set by Gainsight, never sent. From a warehouse's columns, unconfirmed.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a number.</exception>
    public decimal? OpenObjectiveCount => Get(SuccessPlanFields.OpenObjectiveCount);

    /// <summary>The user who created it. Set by Gainsight, never sent.</summary>
    public string? CreatedById => Get(SuccessPlanFields.CreatedById);

    /// <summary>The user who last changed it. Set by Gainsight, never sent.</summary>
    public string? ModifiedById => Get(SuccessPlanFields.ModifiedById);

    internal override ObjectDefinition Definition => SuccessPlanFields.Definition;
}
