namespace Gainsight.Client.Emulator;

/// <summary>The response to a Cockpit write in which every record failed.</summary>
public enum CockpitAllFailedForm
{
    /// <summary><c>result:true</c>, as when some records failed (two third-party readings).</summary>
    ResultTrue,

    /// <summary><c>result:false</c> with the code of the first error.</summary>
    ResultFalse,
}
