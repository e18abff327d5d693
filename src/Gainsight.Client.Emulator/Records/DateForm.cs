namespace Gainsight.Client.Emulator;

/// <summary>The form of dates and date-times in responses (sources differ).</summary>
public enum DateForm
{
    /// <summary><c>2027-03-31</c> and <c>2027-03-31T09:30:00Z</c>, without milliseconds (official deleted-record sample, live connectors).</summary>
    Iso,

    /// <summary><c>2027-03-31</c> and <c>2027-03-31T09:30:00.250+0000</c> (the form that the Timeline page asks for in requests).</summary>
    IsoMilliseconds,

    /// <summary><c>1806451200000</c>; a date is its midnight in UTC (Company and Custom Object pages).</summary>
    EpochMilliseconds,

    /// <summary><c>2027-03-31 09:30:00.0</c>; a date is its midnight (fallback of a live connector).</summary>
    SpaceSeparated,
}
