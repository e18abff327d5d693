namespace Gainsight.Client.Emulator;

/// <summary>How a field without a value shows in a row (sources disagree).</summary>
public enum EmptyValueForm
{
    /// <summary>The key is there and is <c>null</c>.</summary>
    Null,

    /// <summary>The key is left out.</summary>
    MissingKey,

    /// <summary>Dates and date-times are <c>""</c> (live connector), everything else is <c>null</c>.</summary>
    EmptyTextForDates,
}
