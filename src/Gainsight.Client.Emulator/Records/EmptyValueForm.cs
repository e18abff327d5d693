namespace Gainsight.Client.Emulator;

/// <summary>How a row shows a field without a value (sources differ).</summary>
public enum EmptyValueForm
{
    /// <summary>The value is <c>null</c>.</summary>
    Null,

    /// <summary>The key is missing.</summary>
    MissingKey,

    /// <summary>Dates and date-times are <c>""</c> (live connector); other values are <c>null</c>.</summary>
    EmptyTextForDates,
}
