using System.Text.Json;

namespace Gainsight.Client;

/// <summary>The fields of a success plan (object <c>cta_group</c>).</summary>
/// <remarks>
/// Names from Gainsight's Success Plan API documentation at second hand where nothing else is said. A query that selects or filters by
/// <see cref="SuccessPlanType"/> or <see cref="Status"/> asks for the label (<c>StatusId__gr.Name</c>; a source selects <c>StatusName</c> and
/// <c>TypeName</c> instead, which can be named by hand).
/// </remarks>
public static class SuccessPlanFields
{
    /// <inheritdoc cref="SystemFields.Gsid"/>
    public static Field<string> Gsid => SystemFields.Gsid;

    /// <summary>Your own id of the record: it names it in the answer to a write. Made when absent; it can neither be read back nor looked up.</summary>
    public static Field<string> ReferenceId => CockpitFields.ReferenceId;

    /// <summary>The name: required.</summary>
    public static Field<string> Name { get; } = new("Name", DataType.String);

    /// <summary>The company: required, as a GSID or by <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/>, unless <see cref="RelationshipId"/> is given. That a relationship stands in for it is inferred, unconfirmed. That it cannot be changed later is inferred, unconfirmed.</summary>
    public static LookupField CompanyId => CockpitFields.CompanyId;

    /// <summary>The relationship, for records of <see cref="EntityType"/> <c>RELATIONSHIP</c>: a new record that has one and no company is sent as such. The name is a third party's.</summary>
    public static LookupField RelationshipId => CockpitFields.RelationshipId;

    /// <summary>The type of the relationship. The name is a third party's.</summary>
    public static LookupField RelationshipTypeId { get; } = new("RelationshipTypeId", "relationship_type");

    /// <summary><c>COMPANY</c> or <c>RELATIONSHIP</c>; <c>COMPANY</c> where it is left out (inferred, unconfirmed), unless a relationship stands in for the company.</summary>
    public static Field<string> EntityType => CockpitFields.EntityType;

    /// <summary>The user who owns it: required, as a GSID or by <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/> on the e-mail address.</summary>
    public static LookupField OwnerId { get; } = new("OwnerId", "gsuser");

    /// <summary>The day it is due.</summary>
    public static Field<DateOnly> DueDate { get; } = new("DueDate", DataType.Date);

    /// <summary>The type, by label: required. That it cannot be changed later is inferred, unconfirmed.</summary>
    public static Field<string> SuccessPlanType { get; } = CockpitFields.Label("SuccessPlanType", "SuccessPlanTypeId");

    /// <summary>The status, by label, such as <c>Draft</c>. Closing a plan closes its open objectives (seen live).</summary>
    public static Field<string> Status { get; } = CockpitFields.Label("status", "StatusId");

    /// <summary>The names of templates to apply when it is created; several in one call.</summary>
    public static Field<JsonElement> Templates { get; } = new("Templates", DataType.Json);

    /// <summary>The objectives to create together with the plan. They are read back as CTAs.</summary>
    public static Field<JsonElement> Objectives { get; } = new("Objectives", DataType.Json);

    /// <summary>The action plan, as HTML, which the caller must have made safe. From a warehouse's columns, unconfirmed.</summary>
    public static Field<string> ActionPlan { get; } = new("ActionPlan", DataType.RichText);

    /// <summary>Highlights, as HTML, which the caller must have made safe. From a warehouse's columns, unconfirmed.</summary>
    public static Field<string> Highlights { get; } = new("Highlights", DataType.RichText);

    /// <summary>A description, as HTML, which the caller must have made safe. From a warehouse's columns, unconfirmed.</summary>
    public static Field<string> Description { get; } = new("Description", DataType.RichText);

    /// <summary>The GSID of the type. Never sent: write <see cref="SuccessPlanType"/>.</summary>
    public static Field<string> SuccessPlanTypeId { get; } = new("SuccessPlanTypeId", DataType.Picklist, isReadOnly: true);

    /// <summary>The GSID of the status. Never sent: write <see cref="Status"/>.</summary>
    public static Field<string> StatusId { get; } = new("StatusId", DataType.Picklist, isReadOnly: true);

    /// <summary>Whether the status is a closed one. Set by Gainsight, never sent: write <see cref="Status"/>.</summary>
    public static Field<bool> IsClosed { get; } = new("IsClosed", DataType.Boolean, isReadOnly: true);

    /// <summary>The day it was closed. Set by Gainsight, never sent. From a warehouse's columns, unconfirmed.</summary>
    public static Field<DateOnly> ClosedDate { get; } = new("ClosedDate", DataType.Date, isReadOnly: true);

    /// <summary>How much of it is done, in percent. Set by Gainsight, never sent. From a warehouse's columns, unconfirmed.</summary>
    public static Field<decimal> PercentComplete { get; } = new("PercentComplete", DataType.Number, isReadOnly: true);

    /// <summary>The number of its objectives. Set by Gainsight, never sent. From a warehouse's columns, unconfirmed.</summary>
    public static Field<decimal> TotalObjectiveCount { get; } = new("TotalObjectiveCount", DataType.Number, isReadOnly: true);

    /// <summary>The number of its open objectives. Set by Gainsight, never sent. From a warehouse's columns, unconfirmed.</summary>
    public static Field<decimal> OpenObjectiveCount { get; } = new("OpenObjectiveCount", DataType.Number, isReadOnly: true);

    /// <summary>The user who created it. Set by Gainsight, never sent.</summary>
    public static LookupField CreatedById { get; } = new("CreatedById", "gsuser", isReadOnly: true);

    /// <summary>The user who last changed it. Set by Gainsight, never sent.</summary>
    public static LookupField ModifiedById { get; } = new("ModifiedById", "gsuser", isReadOnly: true);

    /// <inheritdoc cref="SystemFields.CreatedDate"/>
    public static Field<DateTimeOffset> CreatedDate => SystemFields.CreatedDate;

    /// <inheritdoc cref="SystemFields.ModifiedDate"/>
    public static Field<DateTimeOffset> ModifiedDate => SystemFields.ModifiedDate;

    /// <summary>Every standard field, system fields included.</summary>
    public static IReadOnlyList<Field> All { get; } =
    [
        SystemFields.Gsid, ReferenceId, Name, CompanyId, RelationshipId, RelationshipTypeId, EntityType, OwnerId, DueDate, SuccessPlanType, Status,
        Templates, Objectives, ActionPlan, Highlights, Description, SuccessPlanTypeId, StatusId, IsClosed, ClosedDate, PercentComplete,
        TotalObjectiveCount, OpenObjectiveCount, CreatedById, ModifiedById, SystemFields.CreatedDate, SystemFields.ModifiedDate,
    ];

    /// <summary>The plan as the engines see it.</summary>
    internal static ObjectDefinition Definition { get; } = new("cta_group", All)
    {
        DefaultSelect =
        [
            SystemFields.Gsid, Name, CompanyId, EntityType, OwnerId, DueDate, SuccessPlanType, Status, SuccessPlanTypeId, StatusId, IsClosed,
            SystemFields.ModifiedDate,
        ],
        Required = [Name, CompanyId, OwnerId, SuccessPlanType],
    };
}
