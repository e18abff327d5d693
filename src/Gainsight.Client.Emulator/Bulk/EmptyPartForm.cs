namespace Gainsight.Client.Emulator;

/// <summary>Whether an export has one more part, without rows (not documented).</summary>
public enum EmptyPartForm
{
    /// <summary>No. An export without rows has no parts.</summary>
    None,

    /// <summary>A part with the header alone.</summary>
    HeaderOnly,

    /// <summary>A part without a byte.</summary>
    NoBytes,
}
