namespace Gainsight.Client.Emulator;

/// <summary>The API names of the objects that the emulator's code refers to. <c>DefaultTenant.json</c> describes them.</summary>
internal static class ObjectNames
{
    public const string Company = "Company";
    public const string User = "GsUser";
    public const string Relationship = "Relationship";
    public const string RelationshipType = "relationship_type";
    public const string Person = "Person";
    public const string CompanyPerson = "Company_Person";
    public const string RelationshipPerson = "Relationship_Person";

    public const string Cta = "call_to_action";
    public const string Task = "cs_task";
    public const string SuccessPlan = "cta_group";

    /// <summary>The name is inferred.</summary>
    public const string CustomerGoal = "customer_goal";
    public const string Opportunity = "gs_opportunity";

    public const string Activity = "activity_timeline";
    public const string ActivityAttendee = "activity_attendee";
    public const string ActivityComment = "activity_comments";

    public const string Picklist = "da_picklist";
    public const string DeletedRecordLog = "record_delete_log";
    public const string HighVolumeDeletedRecordLog = "record_delete_log_high_volume";

    /// <summary>Hidden: the names that an administrator gives to types, reasons, statuses and priorities.</summary>
    public const string CockpitConfiguration = "cockpit_configuration";

    /// <summary>Hidden: the records that a CTA is linked to.</summary>
    public const string AssociatedRecord = "cta_associated_record";

    /// <summary>Hidden: the CTAs and success plans that a customer goal is linked to.</summary>
    public const string CustomerGoalLink = "customer_goal_link";

    /// <summary>Hidden: the templates of success plans, which no call lists.</summary>
    public const string PlanTemplate = "success_plan_template";

    /// <summary>Hidden: the objectives of these templates.</summary>
    public const string PlanTemplateObjective = "success_plan_template_objective";
}
