namespace Gainsight.Client.Emulator;

/// <summary>Whether an export has one more chunk, without rows (not documented).</summary>
public enum EmptyChunkForm
{
    /// <summary>No. An export without rows has no chunks.</summary>
    None,

    /// <summary>A chunk with the header alone.</summary>
    HeaderOnly,

    /// <summary>A chunk without a byte.</summary>
    NoBytes,
}
