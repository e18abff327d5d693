namespace Gainsight.Client.Emulator;

internal static partial class DefaultTenant
{
    private static void AddTimeline(TenantData tenant)
    {
        var timeline = tenant.Add(new(tenant, TimelineFields.ObjectName, "Activity Timeline", EmulatedObjectKind.System, "1P07") { Writable = false });
        AddSystemField(timeline, FieldNames.Gsid, EmulatedDataType.Gsid).Nillable = false;
        timeline.AddReadOnly(EmulatedDataType.Gsid, "ActivityId");
        timeline.AddFields(EmulatedDataType.String, "ExternalId", "ContextName", "TypeName", "Subject");
        timeline.AddFields(EmulatedDataType.Gsid, "ContextId");
        timeline.AddFields(EmulatedDataType.RichText, "Notes");
        timeline.AddFields(EmulatedDataType.DateTime, "ActivityDate");
        timeline.AddFields(EmulatedDataType.Number, "DurationInMins");
        timeline.AddFields(EmulatedDataType.String, "ExternalSource", "MilestoneTypeName");
        timeline.AddFields(EmulatedDataType.Lookup, "GsCompanyId", "GsRelationshipId", "AuthorId");
        timeline.AddFields(EmulatedDataType.String, "InternalAttendees", "ExternalAttendees");
        timeline.Field("ActivityId").Generate = () => tenant.Gsids.Next("1I00");
        timeline.Field("Notes").Length = 131_072;
        timeline.Field("GsCompanyId").LookupObject = Company;
        timeline.Field("GsRelationshipId").LookupObject = "relationship";
        timeline.Field("AuthorId").LookupObject = User;
        timeline.Field("InternalAttendees").HoldsMany = true;
        timeline.Field("ExternalAttendees").HoldsMany = true;

        timeline.AddReadOnly(EmulatedDataType.Lookup, "GsRelationshipTypeId", "GsCreatedByUserId", "GsLastmodifiedByUserId");
        timeline.Field("GsRelationshipTypeId").LookupObject = "relationship_type";
        timeline.Field("GsCreatedByUserId").LookupObject = User;
        timeline.Field("GsLastmodifiedByUserId").LookupObject = User;
        timeline.AddReadOnly(
            EmulatedDataType.String,
            ["ReportingCategory", "AccountId", "CreatedBy", "LastModifiedBy", "UserId", "UserName", "UserEmail", "Source", "Scorecard", "ScorecardMeasure", "ScoreDetails", "SfTaskId"]);
        timeline.AddReadOnly(EmulatedDataType.RichText, "NotesPlainText");
        timeline.Field("NotesPlainText").Length = 131_072;
        _ = AddSystemField(timeline, FieldNames.CreatedDate, EmulatedDataType.DateTime);
        AddTimeOfChange(tenant, timeline, "LastModifiedDate");
        timeline.Deleted = [];
        AddActivityFields(timeline);
        AddAttendeesAndComments(tenant);
        foreach (var type in (string[])["Update", "Call", "Meeting", "Email", "Milestone"])
        {
            tenant.ActivityTypes.Add(type, type);
        }
    }

    /// <summary>Two fields of each type that an administrator can give to activities; their names end in <c>__c</c>, not in <c>__gc</c>.</summary>
    private static void AddActivityFields(EmulatedObject timeline)
    {
        foreach (var name in (string[])["Custom", "Other"])
        {
            _ = timeline.AddField($"Ant__{name}Text__c", EmulatedDataType.String);
            _ = timeline.AddField($"Ant__{name}Number__c", EmulatedDataType.Number);
            _ = timeline.AddField($"Ant__{name}Checkbox__c", EmulatedDataType.Boolean);
            _ = timeline.AddField($"Ant__{name}Dropdown__c", EmulatedDataType.Picklist).With("Low", "Medium", "High");
            _ = timeline.AddField($"Ant__{name}MultiSelect__c", EmulatedDataType.MultiSelect).With("Adoption", "Renewal", "Support");
            _ = timeline.AddField($"Ant__{name}Date__c", EmulatedDataType.Date);
            _ = timeline.AddField($"Ant__{name}DateTime__c", EmulatedDataType.DateTime);
        }
    }

    private static void AddAttendeesAndComments(TenantData tenant)
    {
        var attendees = tenant.Add(new(tenant, TimelineFields.Attendees, "Activity Attendee", EmulatedObjectKind.System, "1P08") { Writable = false });
        _ = attendees.AddField("ActivityId", EmulatedDataType.Gsid);
        _ = attendees.AddField("AttendeeType", EmulatedDataType.String);
        _ = attendees.AddField("InternalAttendeeGsId", EmulatedDataType.Gsid);
        _ = attendees.AddField("ExternalAttendeeGsId", EmulatedDataType.Gsid);
        _ = attendees.AddField("InternalAttendeeSfdcId", EmulatedDataType.SfdcId);
        _ = attendees.AddField("ExternalAttendeeSfdcId", EmulatedDataType.SfdcId);

        var comments = tenant.Add(new(tenant, TimelineFields.Comments, "Activity Comments", EmulatedObjectKind.System, "1P09") { Writable = false });
        _ = comments.AddField("CommentId", EmulatedDataType.String);
        _ = comments.AddField("ActivityId", EmulatedDataType.Gsid);
        _ = comments.AddField("Comment", EmulatedDataType.RichText);
        _ = comments.AddField("CreatedByUserId", EmulatedDataType.Gsid);
        _ = comments.AddField("ModifiedByUserId", EmulatedDataType.Gsid);
        _ = AddSystemField(comments, FieldNames.CreatedDate, EmulatedDataType.DateTime);
        _ = AddSystemField(comments, FieldNames.ModifiedDate, EmulatedDataType.DateTime);
    }
}
