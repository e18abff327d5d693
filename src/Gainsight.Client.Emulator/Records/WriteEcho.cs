namespace Gainsight.Client.Emulator;

/// <summary>The content of <c>data.records</c> of a successful write (sources differ).</summary>
public enum WriteEcho
{
    /// <summary>Inserts return <c>Gsid</c>; updates also return the fields that were sent (recorded fixtures).</summary>
    UpdatesEchoFields,

    /// <summary>Only <c>Gsid</c>.</summary>
    GsidOnly,

    /// <summary>The fields that were sent and <c>Gsid</c>, for inserts and updates.</summary>
    Fields,
}
