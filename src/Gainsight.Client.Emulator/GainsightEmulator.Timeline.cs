namespace Gainsight.Client.Emulator;

public sealed partial class GainsightEmulator
{
    /// <summary>
    /// Adds an activity type, which activities name in <c>TypeName</c>. A new tenant has Update, Call, Meeting, Email and Milestone.
    /// </summary>
    /// <param name="name">The display name.</param>
    /// <param name="reportingCategory">The <c>ReportingCategory</c> of its activities. Default: the name.</param>
    public void AddActivityType(string name, string? reportingCategory = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        lock (_tenant.Sync)
        {
            ActivityTypes.Of(_tenant).Set(name, reportingCategory);
        }
    }
}
