namespace Gainsight.Client.Emulator;

/// <summary>What stands for a failed record under its reference.</summary>
public enum FailureValueForm
{
    /// <summary>Code and text in one string (third party).</summary>
    Text,

    /// <summary><c>{errorCode, errorDesc}</c>.</summary>
    Object,

    /// <summary>A list of such objects.</summary>
    List,
}
