namespace Gainsight.Client.Emulator;

/// <summary>What a write does when some of its records are invalid.</summary>
public enum InvalidRecordForm
{
    /// <summary>Nothing is written and the call fails: official.</summary>
    WholeCallFails,

    /// <summary>The valid ones are written; status 200 and the invalid ones in <c>data.errors</c>: two third parties handle it.</summary>
    OthersWritten,
}
