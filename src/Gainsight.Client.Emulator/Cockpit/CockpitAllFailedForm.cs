namespace Gainsight.Client.Emulator;

/// <summary>What a Cockpit write answers when every record failed.</summary>
public enum CockpitAllFailedForm
{
    /// <summary><c>result:true</c>, as with some failures (two third-party readings).</summary>
    ResultTrue,

    /// <summary><c>result:false</c> with the first error's code.</summary>
    ResultFalse,
}
