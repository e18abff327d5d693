namespace Gainsight.Client;

/// <summary>What happens when Gainsight refuses a call because of some of its rows. It then writes none of them.</summary>
public enum ChunkFailure
{
    /// <summary>Find the bad rows, report them, and write the others. The default. It costs up to 63 further calls per refused call, usually one, and for users up to 7. Background jobs of people and activities always report.</summary>
    Isolate,

    /// <summary>Report every row of the refused call as failed, without a further call.</summary>
    Report,
}
