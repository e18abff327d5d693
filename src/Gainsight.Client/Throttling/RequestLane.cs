namespace Gainsight.Client;

/// <summary>The kind of work that waits for a permit. Work with many calls must not keep a single call waiting.</summary>
public enum RequestLane
{
    /// <summary>A single call that somebody waits for.</summary>
    Interactive,

    /// <summary>One of many calls of a list or a stream.</summary>
    Bulk,
}
