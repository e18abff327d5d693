using System.Text.Json;

namespace Gainsight.Client;

/// <summary>The fields of a CTA (object <c>call_to_action</c>).</summary>
/// <remarks>
/// Names from Gainsight's CTA API documentation where nothing else is said. A query that selects or filters by <see cref="Type"/>,
/// <see cref="Reason"/>, <see cref="Status"/> or <see cref="Priority"/> asks for the label (<c>StatusId__gr.Name</c>): official for the list call,
/// inferred, unconfirmed for <see cref="RecordQueryClient{T}.Query"/>.
/// </remarks>
public static class CtaFields
{
    /// <inheritdoc cref="SystemFields.Gsid"/>
    public static Field<string> Gsid => SystemFields.Gsid;

    /// <summary>Your own id of the record: it names it in the answer to a write. Made when absent; it can neither be read back nor looked up.</summary>
    public static Field<string> ReferenceId => CockpitFields.ReferenceId;

    /// <summary>The name: required.</summary>
    public static Field<string> Name { get; } = new("Name", DataType.String);

    /// <summary>The company: required, as a GSID or by <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/>, unless <see cref="RelationshipId"/> is given. That a relationship stands in for it is inferred, unconfirmed.</summary>
    public static LookupField CompanyId => CockpitFields.CompanyId;

    /// <summary>The relationship, for records of <see cref="EntityType"/> <c>RELATIONSHIP</c>: a new record that has one and no company is sent as such. The name is a third party's.</summary>
    public static LookupField RelationshipId => CockpitFields.RelationshipId;

    /// <summary>The type of the relationship. The name is a third party's.</summary>
    public static LookupField RelationshipTypeId { get; } = new("RelationshipTypeId", "relationship_type");

    /// <summary><c>COMPANY</c> or <c>RELATIONSHIP</c>; <c>COMPANY</c> where it is left out (inferred, unconfirmed), unless a relationship stands in for the company.</summary>
    public static Field<string> EntityType => CockpitFields.EntityType;

    /// <summary>The user who owns it: required, as a GSID or by <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/> on the e-mail address.</summary>
    public static LookupField OwnerId { get; } = new("OwnerId", "gsuser");

    /// <summary>The day it is due: required, which is inferred, unconfirmed, as the sample sends it and Gainsight's own tools ask for it. Read from a day or a point in time, as official samples have both.</summary>
    public static Field<DateOnly> DueDate { get; } = new("DueDate", DataType.Date);

    /// <summary>The type, by label, such as <c>Risk</c>: required (inferred, unconfirmed). Labels are the tenant's own.</summary>
    public static Field<string> Type => CockpitFields.Type;

    /// <summary>The reason, by label. Which there are depends on the type.</summary>
    public static Field<string> Reason { get; } = CockpitFields.Label("reason", "ReasonId");

    /// <summary>The status, by label. A closed one closes the CTA.</summary>
    public static Field<string> Status { get; } = CockpitFields.Label("status", "StatusId");

    /// <summary>The priority, by label.</summary>
    public static Field<string> Priority { get; } = CockpitFields.Label("priority", "PriorityId");

    /// <summary>Comments, as HTML, which the caller must have made safe.</summary>
    public static Field<string> Comments { get; } = new("Comments", DataType.RichText);

    /// <summary>The success plan that it belongs to (inferred, unconfirmed).</summary>
    public static LookupField CtaGroupId { get; } = new("CtaGroupId", "cta_group");

    /// <summary>The category of an objective, by label (inferred, unconfirmed).</summary>
    public static Field<string> ObjectiveCategory { get; } = CockpitFields.Label("objectiveCategory", "ObjectiveCategoryId");

    /// <summary>What makes an objective a success (inferred, unconfirmed).</summary>
    public static Field<string> SuccessCriteria { get; } = new("SuccessCriteria", DataType.RichText);

    /// <summary>Whether it is marked as important. That it can be written is unconfirmed.</summary>
    public static Field<bool> IsImportant { get; } = new("IsImportant", DataType.Boolean);

    /// <summary>The GSID of the type. Never sent: write <see cref="Type"/>.</summary>
    public static Field<string> TypeId { get; } = new("TypeId", DataType.Picklist, isReadOnly: true);

    /// <summary>The GSID of the reason. Never sent: write <see cref="Reason"/>.</summary>
    public static Field<string> ReasonId { get; } = new("ReasonId", DataType.Picklist, isReadOnly: true);

    /// <summary>The GSID of the status. Never sent: write <see cref="Status"/>.</summary>
    public static Field<string> StatusId { get; } = new("StatusId", DataType.Picklist, isReadOnly: true);

    /// <summary>The GSID of the priority. Never sent: write <see cref="Priority"/>.</summary>
    public static Field<string> PriorityId { get; } = new("PriorityId", DataType.Picklist, isReadOnly: true);

    /// <summary>Whether the status is a closed one. Set by Gainsight, never sent: write <see cref="Status"/>.</summary>
    public static Field<bool> IsClosed { get; } = new("IsClosed", DataType.Boolean, isReadOnly: true);

    /// <summary>The day it was closed. Set by Gainsight, never sent. From a warehouse's columns, unconfirmed.</summary>
    public static Field<DateOnly> ClosedDate { get; } = new("ClosedDate", DataType.Date, isReadOnly: true);

    /// <summary>How much of its tasks is done, in percent. Set by Gainsight, never sent. From a warehouse's columns, unconfirmed.</summary>
    public static Field<decimal> PercentComplete { get; } = new("PercentComplete", DataType.Number, isReadOnly: true);

    /// <summary>The number of its tasks. Set by Gainsight, never sent. From a warehouse's columns, unconfirmed.</summary>
    public static Field<decimal> TotalTaskCount { get; } = new("TotalTaskCount", DataType.Number, isReadOnly: true);

    /// <summary>The number of its open tasks. Set by Gainsight, never sent. From a warehouse's columns, unconfirmed.</summary>
    public static Field<decimal> OpenTaskCount { get; } = new("OpenTaskCount", DataType.Number, isReadOnly: true);

    /// <summary>The user who created it. Set by Gainsight, never sent. From a warehouse's columns, unconfirmed.</summary>
    public static LookupField CreatedById { get; } = new("CreatedById", "gsuser", isReadOnly: true);

    /// <summary>The user who last changed it. Set by Gainsight, never sent.</summary>
    public static LookupField ModifiedById { get; } = new("ModifiedById", "gsuser", isReadOnly: true);

    /// <summary>The records it is linked to; read by <see cref="ListQuery{T}.WithLinkedRecords"/> only. Never sent: the key for writing is unknown.</summary>
    public static Field<JsonElement> AssociatedRecords => CockpitFields.AssociatedRecords;

    /// <inheritdoc cref="SystemFields.CreatedDate"/>
    public static Field<DateTimeOffset> CreatedDate => SystemFields.CreatedDate;

    /// <inheritdoc cref="SystemFields.ModifiedDate"/>
    public static Field<DateTimeOffset> ModifiedDate => SystemFields.ModifiedDate;

    /// <summary>Every standard field, system fields included.</summary>
    public static IReadOnlyList<Field> All { get; } =
    [
        SystemFields.Gsid, ReferenceId, Name, CompanyId, RelationshipId, RelationshipTypeId, EntityType, OwnerId, DueDate, Type, Reason, Status, Priority,
        Comments, CtaGroupId, ObjectiveCategory, SuccessCriteria, IsImportant, TypeId, ReasonId, StatusId, PriorityId, IsClosed, ClosedDate,
        PercentComplete, TotalTaskCount, OpenTaskCount, CreatedById, ModifiedById, AssociatedRecords, SystemFields.CreatedDate, SystemFields.ModifiedDate,
    ];

    /// <summary>The CTA as the engines see it. Selected unless told otherwise: what samples of the list call show.</summary>
    internal static ObjectDefinition Definition { get; } = new("call_to_action", All)
    {
        DefaultSelect =
        [
            SystemFields.Gsid, Name, CompanyId, EntityType, OwnerId, DueDate, Type, Reason, Status, Priority, Comments, IsImportant,
            TypeId, ReasonId, StatusId, PriorityId, IsClosed, ModifiedById, SystemFields.ModifiedDate,
        ],
        Required = [Name, CompanyId, OwnerId, DueDate, Type],
    };
}
