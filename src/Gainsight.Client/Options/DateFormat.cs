namespace Gainsight.Client;

/// <summary>How a date without a time is written to Gainsight. The sources disagree. Every format is accepted when reading.</summary>
public enum DateFormat
{
    /// <summary><c>yyyy-MM-dd</c>, the format of live connectors. The default.</summary>
    Iso,

    /// <summary><c>MM-dd-yyyy</c>, the format of Gainsight's samples and of one partner. Unconfirmed.</summary>
    MonthDayYear,
}
