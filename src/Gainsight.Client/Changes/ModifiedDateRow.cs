namespace Gainsight.Client;

/// <summary>A row of a chain of seconds.</summary>
/// <param name="Row">The row.</param>
/// <param name="At">Its date.</param>
/// <param name="Next">Where to go on behind it.</param>
internal readonly record struct ModifiedDateRow<T>(T Row, DateTimeOffset At, ModifiedDatePosition Next);
