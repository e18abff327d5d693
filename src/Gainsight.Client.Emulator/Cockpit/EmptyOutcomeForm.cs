namespace Gainsight.Client.Emulator;

/// <summary>How a Cockpit write shows an empty <c>success</c> or <c>failure</c>.</summary>
public enum EmptyOutcomeForm
{
    /// <summary>An empty list (two third-party readings).</summary>
    EmptyList,

    /// <summary><c>null</c>.</summary>
    Null,

    /// <summary>The key is missing.</summary>
    MissingKey,
}
