namespace Gainsight.Client.Emulator;

/// <summary>How a Cockpit write reports a failed record.</summary>
public enum FailureValueForm
{
    /// <summary>Code and message in one text (third party).</summary>
    Text,

    /// <summary><c>{errorCode, errorDesc}</c>.</summary>
    Object,

    /// <summary>A list of such objects.</summary>
    List,
}
