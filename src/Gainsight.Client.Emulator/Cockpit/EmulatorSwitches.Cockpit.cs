namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorSwitches
{
    /// <summary>
    /// The HTTP status of a refused call of the Cockpit family. Two third-party readings say 200; other families use 400.
    /// Default: <see cref="RefusalStatus.OkWithResultFalse"/>.
    /// </summary>
    public RefusalStatus CockpitRefusalStatus { get; set; } = RefusalStatus.OkWithResultFalse;

    /// <summary>The response to a Cockpit write in which every record failed. Not documented. Default: <see cref="CockpitAllFailedForm.ResultTrue"/>.</summary>
    public CockpitAllFailedForm CockpitAllFailed { get; set; }

    /// <summary>How a Cockpit write shows an empty <c>success</c> or <c>failure</c>. Not documented. Default: <see cref="EmptyOutcomeForm.EmptyList"/>.</summary>
    public EmptyOutcomeForm EmptyOutcomes { get; set; }

    /// <summary>How a Cockpit write reports a failed record. Sources show only text. Default: <see cref="FailureValueForm.Text"/>.</summary>
    public FailureValueForm FailureValue { get; set; }

    /// <summary>The form of <c>DueDate</c> in Cockpit lists. Default: <see cref="CockpitDueDateForm.DateAndTime"/>.</summary>
    public CockpitDueDateForm CockpitDueDates { get; set; }

    /// <summary>The <c>data</c> of the Cockpit and success plan configuration. Default: <see cref="CockpitConfigurationForm.MapByCategory"/>.</summary>
    public CockpitConfigurationForm CockpitConfiguration { get; set; }

    /// <summary>The order of rows in Cockpit lists, which the documentation does not promise. Default: <see cref="PageOrderForm.Stable"/>.</summary>
    public PageOrderForm CockpitPages { get; set; }

    /// <summary>
    /// The meaning of <c>ModifiedDate</c> of a deleted CTA, task or plan. Not documented. Default: <see cref="DeletedModifiedDateForm.LastChange"/>.
    /// </summary>
    public DeletedModifiedDateForm DeletedModifiedDate { get; set; }

    /// <summary>
    /// Whether Cockpit filters on date-time fields accept a date and time, where the documentation says <c>yyyy-MM-dd</c>.
    /// Default: <see langword="false"/>.
    /// </summary>
    public bool CockpitFiltersTakeMoments { get; set; }

    /// <summary>
    /// Whether a Cockpit condition may name its field in <c>name</c>, as a third party does. The documentation uses <c>fieldName</c>.
    /// Default: <see langword="false"/>.
    /// </summary>
    public bool CockpitConditionsMayUseName { get; set; }

    /// <summary>
    /// Whether creates of CTAs, tasks, plans and goals refuse a record with a <c>Gsid</c> (<c>GSOBJ_1002</c>), as inserts of records do. If not,
    /// they ignore it. Not documented. Default: <see langword="false"/>.
    /// </summary>
    public bool CreatesRefuseGsid { get; set; }
}
