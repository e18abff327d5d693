namespace Gainsight.Client;

/// <summary>How a call that deletes activities lists their ids. The format is unknown; these are the likely ones, the likeliest first.</summary>
public enum ActivityDeleteFormat
{
    /// <summary><c>{ "records": [ { "activityId": "…" } ] }</c>, as in saves. The default. Inferred, unconfirmed.</summary>
    Records,

    /// <summary><c>{ "activityIds": [ "…" ] }</c>. Inferred, unconfirmed.</summary>
    ActivityIds,

    /// <summary><c>[ "…" ]</c>, as in the call that sets the status of users. Inferred, unconfirmed.</summary>
    Array,
}
