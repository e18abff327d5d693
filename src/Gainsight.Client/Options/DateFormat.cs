namespace Gainsight.Client;

/// <summary>How a date without a time is written to Gainsight. The sources disagree; reading accepts every form.</summary>
public enum DateFormat
{
    /// <summary><c>yyyy-MM-dd</c>, the form that live connectors use. The default.</summary>
    Iso,

    /// <summary><c>MM-dd-yyyy</c>, the form of Gainsight's own samples and of one partner. Unconfirmed.</summary>
    MonthDayYear,
}
