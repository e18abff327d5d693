namespace Gainsight.Client;

/// <summary>The fields of a task (object <c>cs_task</c>).</summary>
/// <remarks>
/// Which fields there are is told by the columns of a warehouse; that they are written as those of CTAs are is inferred, unconfirmed. A
/// query that selects or filters by <see cref="Type"/>, <see cref="Status"/> or <see cref="Priority"/> asks for the label (<c>StatusId__gr.Name</c>).
/// </remarks>
public static class CsTaskFields
{
    /// <inheritdoc cref="SystemFields.Gsid"/>
    public static Field<string> Gsid => SystemFields.Gsid;

    /// <summary>Your own id of the record: it names it in the answer to a write. Made when absent; it can neither be read back nor looked up.</summary>
    public static Field<string> ReferenceId => CockpitFields.ReferenceId;

    /// <summary>The CTA that it belongs to: required, and not to be changed later.</summary>
    public static LookupField CtaId { get; } = new("CtaId", "call_to_action");

    /// <summary>The name: required.</summary>
    public static Field<string> Name { get; } = new("Name", DataType.String);

    /// <summary>The user who owns it, as a GSID or by <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/> on the e-mail address.</summary>
    public static LookupField OwnerId { get; } = new("OwnerId", "gsuser");

    /// <summary>The day it is due.</summary>
    public static Field<DateOnly> DueDate { get; } = new("DueDate", DataType.Date);

    /// <summary>The type, by label.</summary>
    public static Field<string> Type => CockpitFields.Type;

    /// <summary>The status, by label. A closed one closes the task.</summary>
    public static Field<string> Status { get; } = CockpitFields.Label("status", "StatusId");

    /// <summary>The priority, by label.</summary>
    public static Field<string> Priority { get; } = CockpitFields.Label("priority", "PriorityId");

    /// <summary>A description, as HTML, which the caller must have made safe.</summary>
    public static Field<string> Description { get; } = new("Description", DataType.RichText);

    /// <summary>The GSID of the type. Never sent: write <see cref="Type"/>.</summary>
    public static Field<string> TypeId { get; } = new("TypeId", DataType.Picklist, isReadOnly: true);

    /// <summary>The GSID of the status. Never sent: write <see cref="Status"/>.</summary>
    public static Field<string> StatusId { get; } = new("StatusId", DataType.Picklist, isReadOnly: true);

    /// <summary>The GSID of the priority. Never sent: write <see cref="Priority"/>.</summary>
    public static Field<string> PriorityId { get; } = new("PriorityId", DataType.Picklist, isReadOnly: true);

    /// <summary>The company of its CTA. Set by Gainsight, never sent (inferred, unconfirmed).</summary>
    public static LookupField CompanyId { get; } = new("CompanyId", "company", isReadOnly: true);

    /// <summary>Whether the status is a closed one. Set by Gainsight, never sent: write <see cref="Status"/>.</summary>
    public static Field<bool> IsClosed { get; } = new("IsClosed", DataType.Boolean, isReadOnly: true);

    /// <summary>The day it was closed. Set by Gainsight, never sent. From a warehouse's columns, unconfirmed.</summary>
    public static Field<DateOnly> ClosedDate { get; } = new("ClosedDate", DataType.Date, isReadOnly: true);

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
        SystemFields.Gsid, ReferenceId, CtaId, Name, OwnerId, DueDate, Type, Status, Priority, Description, TypeId, StatusId, PriorityId,
        CompanyId, IsClosed, ClosedDate, CreatedById, ModifiedById, SystemFields.CreatedDate, SystemFields.ModifiedDate,
    ];

    /// <summary>The task as the engines see it.</summary>
    internal static ObjectDefinition Definition { get; } = new("cs_task", All)
    {
        DefaultSelect =
        [
            SystemFields.Gsid, CtaId, Name, OwnerId, DueDate, Status, Priority, Description, StatusId, PriorityId, IsClosed, SystemFields.ModifiedDate,
        ],
        Required = [CtaId, Name],
    };
}
