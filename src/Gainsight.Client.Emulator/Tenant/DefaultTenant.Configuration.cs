namespace Gainsight.Client.Emulator;

internal static partial class DefaultTenant
{
    public const string Configuration = "cockpit_configuration";

    /// <summary>
    /// The names that an administrator gives to types, reasons, statuses and priorities, as rows: a test adds and changes them
    /// through the back door. The object's name and fields are the emulator's own.
    /// </summary>
    private static void AddConfiguration(TenantData tenant)
    {
        var configuration = tenant.Add(new(tenant, Configuration, "Cockpit Configuration", EmulatedObjectKind.System, "1I00") { Writable = false, IsOwn = true });
        AddSystemFields(configuration);
        configuration.AddFields(EmulatedDataType.String, FieldNames.Name, "Category", "TypeName", "EntityType");
        configuration.AddFields(EmulatedDataType.Boolean, "Active", "IsDefault", "IsClosed", "IsSuccess");
        configuration.AddFields(EmulatedDataType.Number, "DisplayOrder");
        configuration.Field("TypeName").DefaultValue = CockpitConfiguration.AllTypes;
        configuration.Field("EntityType").DefaultValue = "GLOBAL";
        configuration.Field("Active").DefaultValue = true;

        Add(CockpitConfiguration.CtaType, "Risk", "Opportunity", "Lifecycle", "Activity", CockpitConfiguration.Objective);
        AddReasons("Risk", "Billing", "Low Usage", "Support", "Other");
        AddReasons("Opportunity", "Upsell", "Renewal", "Other");
        AddReasons("Lifecycle", "Onboarding", "Renewal", "Other");
        AddReasons("Activity", "Check-in", "Business Review", "Other");
        AddReasons(CockpitConfiguration.Objective, "Adoption", "Other");
        AddStatuses(CockpitConfiguration.CtaStatus, "New", ["Work In Progress"], "Closed Success", "Closed Invalid");
        AddStatuses(CockpitConfiguration.TaskStatus, "New", ["Open", "Work In Progress"], "Closed Success", "Completed", "Closed Invalid");
        AddStatuses(CockpitConfiguration.PlanStatus, "Draft", ["Active"], "Closed");
        AddStatuses(CockpitConfiguration.GoalStatus, "New", ["In Progress"], "Achieved", "Not Achieved");
        Add(CockpitConfiguration.Priority, "High", "Low");
        AddItem(CockpitConfiguration.Priority, "Medium", ("IsDefault", true));
        Add(CockpitConfiguration.TaskType, "Call", "Email", "Meeting");
        AddItem(CockpitConfiguration.TaskType, "To Do", ("IsDefault", true));
        Add(CockpitConfiguration.PlanType, "Onboarding", "Renewal");
        Add(CockpitConfiguration.ObjectiveCategory, "Adoption", "Expansion", "Onboarding");

        void AddStatuses(string category, string first, string[] open, string success, params string[] closed)
        {
            AddItem(category, first, ("IsDefault", true));
            Add(category, open);
            AddItem(category, success, ("IsClosed", true), ("IsSuccess", true));
            foreach (var name in closed)
            {
                AddItem(category, name, ("IsClosed", true));
            }
        }

        void AddReasons(string type, params string[] names)
        {
            foreach (var name in names)
            {
                AddItem(CockpitConfiguration.CtaReason, name, ("TypeName", type));
            }
        }

        void Add(string category, params string[] names)
        {
            foreach (var name in names)
            {
                AddItem(category, name);
            }
        }

        void AddItem(string category, string name, params (string Field, object? Value)[] more) =>
            _ = configuration.Insert([("Category", category), (FieldNames.Name, name), ("DisplayOrder", configuration.Count + 1), .. more]);
    }
}
