namespace Gainsight.Client.Emulator;

/// <summary>Where the connection of an answer breaks.</summary>
internal enum Cut
{
    None,

    /// <summary>Before a byte of the answer.</summary>
    BeforeAnswer,

    /// <summary>After half of the body.</summary>
    MidBody,
}
