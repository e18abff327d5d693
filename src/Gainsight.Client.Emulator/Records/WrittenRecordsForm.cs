namespace Gainsight.Client.Emulator;

/// <summary>Which records the response to a write lists, and in which order (not documented).</summary>
public enum WrittenRecordsForm
{
    /// <summary>All that were written, in the order of the request (third party).</summary>
    InOrder,

    /// <summary>All that were written, in a random order.</summary>
    Shuffled,

    /// <summary>Every other one of those that were written, in the order of the request.</summary>
    Partial,
}
