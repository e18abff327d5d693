namespace Gainsight.Client.Emulator;

/// <summary>The response to a timeline record without an <c>ExternalId</c>.</summary>
public enum UnkeyedActivityForm
{
    /// <summary>The whole call is refused (inferred).</summary>
    CallRefused,

    /// <summary>The record fails under an empty key (inferred).</summary>
    EmptyKey,
}
