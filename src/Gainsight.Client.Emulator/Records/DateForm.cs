namespace Gainsight.Client.Emulator;

/// <summary>How dates and date-times leave the tenant (sources disagree).</summary>
public enum DateForm
{
    /// <summary><c>2027-03-31</c> and <c>2027-03-31T09:30:00Z</c>: the official deleted-record sample, live connectors. Milliseconds are cut off.</summary>
    Iso,

    /// <summary><c>2027-03-31</c> and <c>2027-03-31T09:30:00.250+0000</c>: the form that the Timeline page asks for on the way in.</summary>
    IsoMilliseconds,

    /// <summary><c>1806451200000</c>; a date is its midnight in UTC: the Company and Custom Object pages.</summary>
    EpochMilliseconds,

    /// <summary><c>2027-03-31 09:30:00.0</c>; a date is its midnight: the fallback of a live connector.</summary>
    SpaceSeparated,
}
