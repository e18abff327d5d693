namespace Gainsight.Client;

/// <summary>What happens when Gainsight refuses a call because of some of its rows: it then writes none of them.</summary>
public enum ChunkFailure
{
    /// <summary>Find the rows at fault, report them, and write the others. The default. Costs up to 63 further calls per chunk, mostly one; for users up to 7. Background jobs of people and activities always report.</summary>
    Isolate,

    /// <summary>Report every row of the refused call as failed, without another call.</summary>
    Report,
}
