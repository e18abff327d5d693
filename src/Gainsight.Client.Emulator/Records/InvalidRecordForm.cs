namespace Gainsight.Client.Emulator;

/// <summary>What a write does when some of its records are invalid.</summary>
public enum InvalidRecordForm
{
    /// <summary>Nothing is written, and the call fails (official).</summary>
    WholeCallFails,

    /// <summary>
    /// The valid records are written. The status is 200, and <c>data.errors</c> holds the invalid records (two third parties handle it).
    /// </summary>
    OthersWritten,

    /// <summary>The valid records are written, but the response is the same as if nothing had been written.</summary>
    OthersWrittenCallFails,
}
