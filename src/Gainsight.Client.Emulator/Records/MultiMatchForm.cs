namespace Gainsight.Client.Emulator;

/// <summary>What an update does when a key matches several rows.</summary>
public enum MultiMatchForm
{
    /// <summary>All rows are written, and <c>count</c> is their number (recorded fixture).</summary>
    AllUpdated,

    /// <summary>Only the first row is written.</summary>
    FirstUpdated,

    /// <summary>The record is an error.</summary>
    Refused,
}
