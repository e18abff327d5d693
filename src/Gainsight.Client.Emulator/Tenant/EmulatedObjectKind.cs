namespace Gainsight.Client.Emulator;

/// <summary>The <c>objectType</c> of an object in the metadata (official sample).</summary>
public enum EmulatedObjectKind
{
    /// <summary><c>STANDARD</c>, such as Company.</summary>
    Standard,

    /// <summary><c>CUSTOM</c>: created by the customer. The name ends in <c>__gc</c>.</summary>
    Custom,

    /// <summary><c>SYSTEM</c>, such as the deleted-record log.</summary>
    System,
}
