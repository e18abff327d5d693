namespace Gainsight.Client.Emulator;

/// <summary>What an update does when a key matches several rows.</summary>
public enum MultiMatchForm
{
    /// <summary>All are written and <c>count</c> says how many: a recorded fixture.</summary>
    AllUpdated,

    /// <summary>Only the first is written.</summary>
    FirstUpdated,

    /// <summary>The record is an error.</summary>
    Refused,
}
