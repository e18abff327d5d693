namespace Gainsight.Client;

/// <summary>By which calls activities are written.</summary>
public enum TimelineRoute
{
    /// <summary>The quicker one, by the number of activities and what is left of the quota. The default.</summary>
    Auto,

    /// <summary>One call after the other: saves 50 a call, 200 calls a minute; updates one a call, 100 calls a minute.</summary>
    Single,

    /// <summary>A job in Gainsight's background for many activities at once: 12 calls an hour, of up to 80 MB. What the job's result looks like is unconfirmed.</summary>
    Bulk,
}
