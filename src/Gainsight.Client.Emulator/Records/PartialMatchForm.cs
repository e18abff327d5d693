namespace Gainsight.Client.Emulator;

/// <summary>What an update does when only some of its records match a row (not documented).</summary>
public enum PartialMatchForm
{
    /// <summary>Nothing is written. The response is status 400 and <c>GSOBJ_1011</c>.</summary>
    WholeCallFails,

    /// <summary>The matches are written. The status is 200, and <c>data.errors</c> holds the other records.</summary>
    MatchesUpdatedRestReported,

    /// <summary>The matches are written. Only <c>count</c> shows it.</summary>
    MatchesUpdatedRestSilent,
}
