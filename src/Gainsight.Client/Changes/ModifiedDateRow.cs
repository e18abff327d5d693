namespace Gainsight.Client;

/// <summary>A row that is read in the order of dates.</summary>
/// <param name="Row">The row.</param>
/// <param name="At">Its date.</param>
/// <param name="Next">Where to continue after the row.</param>
internal readonly record struct ModifiedDateRow<T>(T Row, DateTimeOffset At, ModifiedDatePosition Next);
