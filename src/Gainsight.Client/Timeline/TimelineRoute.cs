namespace Gainsight.Client;

/// <summary>The calls by which activities are written.</summary>
public enum TimelineRoute
{
    /// <summary>The faster of the two, by the number of activities and the remaining quota. This is the default.</summary>
    Auto,

    /// <summary>Single calls. Saves: 50 per call, 200 calls a minute. Updates: one per call, 100 calls a minute.</summary>
    Single,

    /// <summary>A background job of Gainsight for many activities: 12 calls an hour, up to 80 MB each. The form of the job's result is unconfirmed.</summary>
    Bulk,
}
