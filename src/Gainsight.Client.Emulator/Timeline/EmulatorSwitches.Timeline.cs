namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorSwitches
{
    /// <summary>
    /// The response to saving an activity with an <c>ExternalId</c> that was used before. The documentation calls the id an idempotency key;
    /// a third party reports a failure. Default: <see cref="DuplicateActivityForm.Failure"/>.
    /// </summary>
    public DuplicateActivityForm DuplicateActivity { get; set; }

    /// <summary>The response to a timeline call in which every record failed. Not documented. Default: <see cref="TimelineAllFailedForm.ResultTrue"/>.</summary>
    public TimelineAllFailedForm TimelineAllFailed { get; set; }

    /// <summary>
    /// The response to a timeline record without <c>ExternalId</c>, which a response cannot name. Not documented.
    /// Default: <see cref="UnkeyedActivityForm.CallRefused"/>.
    /// </summary>
    public UnkeyedActivityForm ActivityWithoutExternalId { get; set; }

    /// <summary>
    /// The name of the member that holds the state of a timeline job: <c>jobStatus</c> or <c>status</c>. Not documented.
    /// Default: <see cref="JobStatusName.JobStatus"/>.
    /// </summary>
    public JobStatusName TimelineJobStatus { get; set; }
}
