namespace Gainsight.Client.Emulator;

/// <summary>How much a refused write reports (not documented).</summary>
public enum ErrorScope
{
    /// <summary>Every failed field of every failed record.</summary>
    AllErrors,

    /// <summary>Only the first failed field of the first failed record.</summary>
    FirstError,
}
