using System.Text.Json.Serialization;

namespace Gainsight.Client;

/// <summary>A task of a CTA. Gainsight calls it CSTask.</summary>
/// <remarks>
/// Type, status and priority are labels, whether they were set or read: they are written under one name and read through another.
/// Custom fields go by name: <c>task["Effort__gc"]</c>.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<CsTask>))]
public sealed class CsTask : GainsightRecord
{
    /// <summary>Your own id of the record: it names it in the answer to a write. Made when absent; it can neither be read back nor looked up.</summary>
    public string? ReferenceId
    {
        get => Get(CsTaskFields.ReferenceId);
        set => Set(CsTaskFields.ReferenceId, value);
    }

    /// <summary>The CTA that it belongs to: required, and not to be changed later.</summary>
    public string? CtaId
    {
        get => Get(CsTaskFields.CtaId);
        set => Set(CsTaskFields.CtaId, value);
    }

    /// <summary>The name: required.</summary>
    public string? Name
    {
        get => Get(CsTaskFields.Name);
        set => Set(CsTaskFields.Name, value);
    }

    /// <summary>The user who owns it, as a GSID or by <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/> on the e-mail address.</summary>
    public string? OwnerId
    {
        get => Get(CsTaskFields.OwnerId);
        set => Set(CsTaskFields.OwnerId, value);
    }

    /// <summary>The day it is due.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    public DateOnly? DueDate
    {
        get => Get(CsTaskFields.DueDate);
        set => Set(CsTaskFields.DueDate, value);
    }

    /// <summary>The type, by label.</summary>
    public string? Type
    {
        get => Get(CsTaskFields.Type);
        set => Set(CsTaskFields.Type, value);
    }

    /// <summary>The status, by label. A closed one closes the task.</summary>
    public string? Status
    {
        get => Get(CsTaskFields.Status);
        set => Set(CsTaskFields.Status, value);
    }

    /// <summary>The priority, by label.</summary>
    public string? Priority
    {
        get => Get(CsTaskFields.Priority);
        set => Set(CsTaskFields.Priority, value);
    }

    /// <summary>A description, as HTML, which the caller must have made safe.</summary>
    public string? Description
    {
        get => Get(CsTaskFields.Description);
        set => Set(CsTaskFields.Description, value);
    }

    /// <summary>The GSID of the type. Never sent: write <see cref="Type"/>.</summary>
    public string? TypeId => Get(CsTaskFields.TypeId);

    /// <summary>The GSID of the status. Never sent: write <see cref="Status"/>.</summary>
    public string? StatusId => Get(CsTaskFields.StatusId);

    /// <summary>The GSID of the priority. Never sent: write <see cref="Priority"/>.</summary>
    public string? PriorityId => Get(CsTaskFields.PriorityId);

    /// <summary>The company of its CTA. Set by Gainsight, never sent (inferred, unconfirmed).</summary>
    public string? CompanyId => Get(CsTaskFields.CompanyId);

    /// <summary>Whether the status is a closed one. Set by Gainsight, never sent: write <see cref="Status"/>.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a boolean.</exception>
    public bool? IsClosed => Get(CsTaskFields.IsClosed);

    /// <summary>The day it was closed. Set by Gainsight, never sent. From a warehouse's columns, unconfirmed.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    public DateOnly? ClosedDate => Get(CsTaskFields.ClosedDate);

    /// <summary>The user who created it. Set by Gainsight, never sent.</summary>
    public string? CreatedById => Get(CsTaskFields.CreatedById);

    /// <summary>The user who last changed it. Set by Gainsight, never sent.</summary>
    public string? ModifiedById => Get(CsTaskFields.ModifiedById);

    internal override ObjectDefinition Definition => CsTaskFields.Definition;
}
