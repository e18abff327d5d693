namespace Gainsight.Client.Emulator;

/// <summary>The fields of <c>activity_timeline</c> that the endpoints use.</summary>
internal sealed class TimelineFields(TenantData tenant)
{
    public EmulatedObject Object { get; } = tenant.Find(ObjectNames.Activity)!;

    public EmulatedField ActivityId => Object.FindField("ActivityId")!;

    public EmulatedField ExternalId => Object.FindField("ExternalId")!;

    public EmulatedField ContextName => Object.FindField("ContextName")!;

    public EmulatedField ContextId => Object.FindField("ContextId")!;

    public EmulatedField CompanyId => Object.FindField("GsCompanyId")!;

    public EmulatedField RelationshipId => Object.FindField("GsRelationshipId")!;

    public EmulatedField RelationshipTypeId => Object.FindField("GsRelationshipTypeId")!;

    public EmulatedField TypeName => Object.FindField("TypeName")!;

    public EmulatedField ReportingCategory => Object.FindField("ReportingCategory")!;

    public EmulatedField Subject => Object.FindField("Subject")!;

    public EmulatedField Notes => Object.FindField("Notes")!;

    public EmulatedField NotesPlainText => Object.FindField("NotesPlainText")!;

    public EmulatedField ActivityDate => Object.FindField("ActivityDate")!;

    public EmulatedField AuthorId => Object.FindField("AuthorId")!;

    public EmulatedField InternalAttendees => Object.FindField("InternalAttendees")!;

    public EmulatedField ExternalAttendees => Object.FindField("ExternalAttendees")!;

    public EmulatedField Field(string name) => Object.FindField(name)!;
}
