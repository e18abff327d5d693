namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorSwitches
{
    /// <summary>
    /// What saving an activity with an <c>ExternalId</c> that was used before gets: the documentation calls the id an idempotency
    /// key, a third party answers with a failure.
    /// </summary>
    public DuplicateActivityForm DuplicateActivity { get; set; }

    /// <summary>The answer to a timeline call that fails for every record. Not documented.</summary>
    public TimelineAllFailedForm TimelineAllFailed { get; set; }

    /// <summary>What becomes of a timeline record without <c>ExternalId</c>, which no answer can name. Not documented.</summary>
    public UnkeyedActivityForm ActivityWithoutExternalId { get; set; }

    /// <summary>The member that holds the state of a timeline job: <c>jobStatus</c> or <c>status</c>. Not documented.</summary>
    public JobStatusName TimelineJobStatus { get; set; }
}
