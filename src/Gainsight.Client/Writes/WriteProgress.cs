using System.Globalization;

namespace Gainsight.Client;

/// <summary>The progress of a write.</summary>
public readonly record struct WriteProgress
{
    /// <summary>The number of rows. For a stream, <see cref="WriteOptions.ExpectedTotal"/>, or null.</summary>
    public long? Total { get; init; }

    /// <summary>The rows that have an outcome, whichever it is.</summary>
    public long Done { get; init; }

    /// <summary>The rows among them that are <see cref="RowStatus.Failed"/>, as in <see cref="WriteReport{T}.Failed"/>.</summary>
    public long Failed { get; init; }

    /// <summary>The rows among them that are <see cref="RowStatus.Unknown"/>: they may have been written.</summary>
    public long Unknown { get; init; }

    /// <summary>The rows among them that are <see cref="RowStatus.NotAttempted"/>: they were not sent.</summary>
    public long NotAttempted { get; init; }

    /// <summary>The time that the remaining rows take at the pace so far and with the quota left, or null when it is not known yet.</summary>
    public TimeSpan? EstimatedTimeLeft { get; init; }

    /// <summary>The progress for people: <c>50 of 120 rows, 1 bad, 00:00:05 left</c>, with days if there are any. Bad rows are those that failed.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString()
    {
        var total = Total is { } rows ? string.Create(CultureInfo.InvariantCulture, $" of {rows}") : string.Empty;
        var days = EstimatedTimeLeft is { Days: > 0 and var many } ? string.Create(CultureInfo.InvariantCulture, $"{Plural.Of(many, "day")} ") : string.Empty;
        var left = EstimatedTimeLeft is { } time && Done != Total ? string.Create(CultureInfo.InvariantCulture, $", {days}{time:hh\\:mm\\:ss} left") : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"{Done}{total} rows, {Failed} bad{left}");
    }
}
