namespace Gainsight.Client;

/// <summary>How a call that deletes activities names them. No source tells: these are the forms that are likely, the likeliest first.</summary>
public enum ActivityDeleteFormat
{
    /// <summary><c>{ "records": [ { "activityId": "…" } ] }</c>, as saves have it. The default. Inferred, unconfirmed.</summary>
    Records,

    /// <summary><c>{ "activityIds": [ "…" ] }</c>. Inferred, unconfirmed.</summary>
    ActivityIds,

    /// <summary><c>[ "…" ]</c>, as the status of users is set. Inferred, unconfirmed.</summary>
    Array,
}
