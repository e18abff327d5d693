namespace Gainsight.Client.Emulator;

/// <summary>The response to saving an activity whose <c>ExternalId</c> was used before.</summary>
public enum DuplicateActivityForm
{
    /// <summary>The record fails with <c>GS_TL_10_0207</c> (third party).</summary>
    Failure,

    /// <summary>The record succeeds with the id of the existing activity, which does not change (inferred from "idempotency key").</summary>
    Echo,
}
