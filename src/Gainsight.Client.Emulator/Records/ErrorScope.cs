namespace Gainsight.Client.Emulator;

/// <summary>Which errors a refused write reports (not documented).</summary>
public enum ErrorScope
{
    /// <summary>Every invalid field of every invalid record.</summary>
    AllErrors,

    /// <summary>Only the first invalid field of the first invalid record.</summary>
    FirstError,
}
