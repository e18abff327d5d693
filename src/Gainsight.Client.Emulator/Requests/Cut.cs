namespace Gainsight.Client.Emulator;

/// <summary>Where the connection breaks while the response is sent.</summary>
internal enum Cut
{
    None,

    /// <summary>Before the first byte.</summary>
    BeforeAnswer,

    /// <summary>After half of the body.</summary>
    MidBody,
}
