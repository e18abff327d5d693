namespace Gainsight.Client.Emulator;

/// <summary>What an update does when only some of its records match a row (not documented).</summary>
public enum PartialMatchForm
{
    /// <summary>Nothing is written; status 400 and <c>GSOBJ_1011</c>.</summary>
    WholeCallFails,

    /// <summary>The matches are written; status 200 and the rest in <c>data.errors</c>.</summary>
    MatchesUpdatedRestReported,

    /// <summary>The matches are written; only <c>count</c> tells.</summary>
    MatchesUpdatedRestSilent,
}
