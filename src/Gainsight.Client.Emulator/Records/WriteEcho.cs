namespace Gainsight.Client.Emulator;

/// <summary>What <c>data.records</c> of a successful write holds (sources disagree).</summary>
public enum WriteEcho
{
    /// <summary>Inserts answer with <c>Gsid</c>, updates with the fields that were sent too: recorded fixtures.</summary>
    UpdatesEchoFields,

    /// <summary>Only <c>Gsid</c>.</summary>
    GsidOnly,

    /// <summary>The fields that were sent and <c>Gsid</c>, for both.</summary>
    Fields,
}
